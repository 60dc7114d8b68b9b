import { beforeAll, describe, expect, it } from 'vitest';
import type { ChangeRecord, ChangeState } from '../../src/domain/change/change.ts';
import { unbegun } from '../../src/domain/change/change.ts';
import { evolveChange } from '../../src/domain/change/evolve.ts';
import { type ChangeId, type ClusterId, changeId, clusterId, departmentCode } from '../../src/domain/ids.ts';
import { type Duration, instant, minutes, plus } from '../../src/domain/instant.ts';
import type { ChangeStore } from '../../src/ports/change-store.ts';
import { aCause } from '../support/a-change.ts';
import { logistics } from '../support/a-playbook.ts';
import { changeEvents, changeTime, changing } from '../support/a-process-change.ts';

/** What every store of process changes promises to the core. Each test works on clusters of its own. */
export function changeStoreContract(open: () => Promise<ChangeStore>): void {
  let store: ChangeStore;
  let clusters = 100;
  beforeAll(async () => {
    store = await open();
  });
  const aCluster = (): ClusterId => {
    clusters += 1;
    return clusterId(clusters);
  };
  const loaded = async (id: ChangeId): Promise<ChangeRecord> => {
    const record = await store.load(id);
    if (record === null) throw new Error(`change ${id} is not there`);
    return record;
  };
  type Types = Parameters<typeof changeEvents>[0];
  async function begun(types: Types = ['ChangeDemanded'], cluster = aCluster(), from = 0): Promise<ChangeRecord> {
    const change = changing(await store.nextId(), null, changeEvents(types, { cluster, from }));
    expect(await store.commit(change)).toBe('done');
    return loaded(change.id);
  }
  const ids = (records: readonly ChangeRecord[]) => records.map(({ id }) => id);
  const fold = (log: Awaited<ReturnType<ChangeStore['history']>>): ChangeState =>
    log.reduce<ChangeState>((c, { event }) => evolveChange(c, event), unbegun);

  describe('a change', () => {
    it('has a number of its own and is kept as it was folded', async () => {
      const [first, second] = [await store.nextId(), await store.nextId()];
      expect(second).not.toBe(first);
      const change = changing(first, null, changeEvents(['ChangeDemanded', 'ChangeProposed']));
      expect(await store.commit(change)).toBe('done');
      expect(await store.load(first)).toEqual({ id: first, version: 2, state: change.after });
      expect(await store.load(second)).toBeNull();
    });

    it('keeps its log in order, so that replaying it gives the change', async () => {
      const { id, version, state } = await begun();
      const next = changeEvents(['ChangeProposed', 'ChangeAccepted', 'ChangeDeployed', 'EffectVerified'], { from: 9 });
      await store.commit(changing(id, { id, version, state }, next));
      const log = await store.history(id);
      expect(log.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
      expect(log.slice(1).map(({ event }) => event)).toEqual(next);
      expect(fold(log)).toEqual((await loaded(id)).state);
      expect(await store.history(changeId(999_999))).toEqual([]);
    });

    it('refuses what was decided on an older version, and writes nothing', async () => {
      const before = await begun();
      const proposed = changeEvents(['ChangeProposed'], { from: 1 });
      expect(await store.commit(changing(before.id, before, proposed))).toBe('done');
      const declined = changeEvents(['ChangeDeclined'], { from: 2 });
      expect(await store.commit(changing(before.id, before, declined))).toBe('conflict');
      expect(await loaded(before.id)).toMatchObject({ version: 2, state: { status: 'proposed' } });
      expect(await store.history(before.id)).toHaveLength(2);
    });

    it('lets one of two who decide together win', async () => {
      const before = await begun();
      const both = await Promise.all(
        (['ChangeProposed', 'ChangeDeclined'] as const).map((type) =>
          store.commit(changing(before.id, before, changeEvents([type], { from: 1 }))),
        ),
      );
      expect([...both].sort()).toEqual(['conflict', 'done']);
      expect((await loaded(before.id)).version).toBe(2);
    });

    it('acts once on one causation, also under another number, and says on what', async () => {
      const cause = aCause();
      const first = changing(await store.nextId(), null, changeEvents(['ChangeDemanded']), { causationId: cause });
      const again = changing(await store.nextId(), null, changeEvents(['ChangeDemanded']), { causationId: cause });
      expect(await store.commit(first)).toBe('done');
      expect(await store.commit(first)).toBe('repeated');
      expect(await store.commit(again)).toBe('repeated');
      expect(await store.load(again.id)).toBeNull();
      expect(await store.actedOn(cause)).toBe(first.id);
      expect(await store.actedOn(aCause())).toBeNull();
      expect(await store.history(first.id)).toHaveLength(1);
    });
  });

  describe('what is looked up', () => {
    it('the changes of clusters, newest first', async () => {
      const [one, two] = [aCluster(), aCluster()];
      const [a, b, c] = [
        await begun(['ChangeDemanded'], one),
        await begun(['ChangeDemanded'], two),
        await begun(['ChangeDemanded'], one),
      ];
      expect(ids(await store.ofClusters([one]))).toEqual([c.id, a.id]);
      expect(ids(await store.ofClusters([one, two]))).toEqual([c.id, b.id, a.id]);
      expect(await store.ofClusters([])).toEqual([]);
    });

    it('when a change about them was accepted, and of nothing that was not', async () => {
      const [one, two, three] = [aCluster(), aCluster(), aCluster()];
      await begun(['ChangeDemanded', 'ChangeProposed', 'ChangeAccepted'], one);
      await begun(['ChangeDemanded', 'ChangeProposed', 'ChangeAccepted', 'ChangeDeployed'], one, 60);
      await begun(['ChangeDemanded', 'ChangeProposed'], two);
      await begun(['ChangeDemanded', 'ChangeProposed', 'ChangeAccepted'], three);
      const found = await store.accepted([one, two]);
      expect([...found].sort((a, b) => a.at - b.at)).toEqual([
        { cluster: one, at: changeTime(2) },
        { cluster: one, at: changeTime(62) },
      ]);
      expect(await store.accepted([])).toEqual([]);
    });

    it('by department, status and whether they are over, with how many there are in all', async () => {
      const open = { department: null, open: true } as const;
      const before = await store.find(open, 1);
      const [demanded, declined] = [await begun(), await begun(['ChangeDemanded', 'ChangeDeclined'])];
      const found = await store.find(open, 1);
      expect(found).toMatchObject({ total: before.total + 1, changes: [{ id: demanded.id }] });
      expect(ids((await store.find({ ...open, open: false }, 2)).changes)).toEqual([declined.id, demanded.id]);
      expect(ids((await store.find({ ...open, open: false, status: 'declined' }, 1)).changes)).toEqual([declined.id]);
      expect(ids((await store.find({ department: logistics, open: true }, 1)).changes)).toEqual([demanded.id]);
      expect(await store.find({ department: departmentCode('nowhere'), open: true }, 9)).toEqual({
        changes: [],
        total: 0,
      });
    });

    it('lessons: what was verified to hold, newest first', async () => {
      const held = ['ChangeDemanded', 'ChangeProposed', 'ChangeAccepted', 'ChangeDeployed', 'EffectVerified'] as const;
      const [old, young] = [await begun(held), await begun(held)];
      await begun(held.slice(0, 4));
      expect(ids((await store.lessons(2)).map(({ record }) => record))).toEqual([young.id, old.id]);
    });

    it('what happened in a stretch of time: from its first moment on, and before its last', async () => {
      const start = 50_000;
      const record = await begun(
        ['ChangeDemanded', 'ChangeProposed', 'ChangeAccepted', 'ChangeDeployed'],
        aCluster(),
        start,
      );
      const at = changeTime(start + 3);
      const happened = async (from: number, to: number) =>
        ids(await store.happenedBetween('ChangeDeployed', instant(from), instant(to)));
      expect(await happened(at, at + 1)).toEqual([record.id]);
      expect(await happened(at - 1, at)).toEqual([]);
      expect(await happened(at + 1, at + 2)).toEqual([]);
    });
  });

  it('tells what was found in a stretch of time as it was found then', async () => {
    const [from, later] = [70_000, 80_000];
    const proven = ['ChangeDemanded', 'ChangeProposed', 'ChangeAccepted', 'ChangeDeployed', 'EffectVerified'] as const;
    const record = await begun(proven, aCluster(), from);
    await store.commit(changing(record.id, record, changeEvents(['ChangeDeployed'], { from: later })));
    const found = async (start: number, outcome: 'effective' | 'partial') =>
      ids(await store.happenedBetween('EffectVerified', changeTime(start), changeTime(start + proven.length), outcome));
    expect(await found(from, 'effective')).toEqual([record.id]);
    expect(await found(from, 'partial')).toEqual([]);
    expect(await found(later, 'effective')).toEqual([]);
  });

  describe('what is due', () => {
    const now = instant(Date.now());
    const soon = (n: number) => ({ kind: 'mark' as const, at: plus(now, minutes(n)) });
    const nothing = minutes(0);
    const dueOf = async (id: ChangeId, ahead: Duration = nothing) =>
      (await store.due(100, ahead)).filter((one) => one.id === id).map(({ due }) => due);

    it('is given when its time has come, also to whoever has moved time on', async () => {
      const change = changing(await store.nextId(), null, changeEvents(['ChangeDemanded']), { due: soon(30) });
      await store.commit(change);
      expect(await dueOf(change.id)).toEqual([]);
      expect(await dueOf(change.id, minutes(31))).toEqual([soon(30)]);
    });

    it('is what the last commit says, or a recount; nothing, where nothing is owed', async () => {
      const change = changing(await store.nextId(), null, changeEvents(['ChangeDemanded']), { due: soon(-5) });
      await store.commit(change);
      const before = await loaded(change.id);
      await store.recount(change.id, before.version, soon(-3), 2);
      expect(await dueOf(change.id)).toEqual([soon(-3)]);
      await store.commit(changing(change.id, before, changeEvents(['ChangeDeclined'], { from: 1 }), { due: null }));
      expect(await dueOf(change.id)).toEqual([]);
    });
  });
}
