import { beforeAll, describe, expect, it } from 'vitest';
import { caseStore } from '../../db/case-store.ts';
import { changeStore } from '../../db/change-store.ts';
import type { Database } from '../../db/database.ts';
import type { ChangeRecord } from '../../src/domain/change/change.ts';
import { type CaseId, type ChangeId, clusterId } from '../../src/domain/ids.ts';
import { type Duration, instant, minutes, plus } from '../../src/domain/instant.ts';
import type { ChangeOfChange, ChangeStore } from '../../src/ports/change-store.ts';
import type { Place } from '../../src/ports/chat-gateway.ts';
import { channel, filing } from '../support/a-change.ts';
import { logistics } from '../support/a-playbook.ts';
import { changeEvents, changing } from '../support/a-process-change.ts';
import { filed, masked } from '../support/case-events.ts';
import { eachDatabase } from '../support/databases.ts';

eachDatabase((_, open) => {
  let db: Database;
  let store: ChangeStore;
  let asked: string[] = [];
  let from: CaseId;
  beforeAll(async () => {
    db = await open();
    const counted: Database = {
      ...db,
      query: (text, parameters) => {
        asked.push(text);
        return db.query(text, parameters);
      },
    };
    store = changeStore(counted);
    const made = await caseStore(db).commit(
      filing({ events: [filed({ voice: { words: masked('유리병이 깨져서 왔다') } })] }),
    );
    if (!made.ok) throw new Error('not filed');
    from = made.value.caseId;
  });

  const cardIn = (place: Place, change: ChangeId): ChangeOfChange['messages'][number] => ({
    place,
    person: null,
    notice: { type: 'change-card', audience: { to: 'department', department: logistics }, said: { change } },
  });
  async function begun(options: Partial<ChangeOfChange> = {}): Promise<ChangeRecord> {
    const cluster = clusterId(from);
    const change = changing(await store.nextId(), null, changeEvents(['ChangeDemanded'], { cluster }), options);
    expect(await store.commit(change)).toBe('done');
    return { id: change.id, version: 1, state: change.after };
  }
  const rows = async (table: string): Promise<number> =>
    (await db.query<{ n: number }>(`select count(*) as n from ${table}`))[0]?.n ?? -1;
  const everything = () =>
    Promise.all(['changes', 'change_events', 'change_due', 'outbox', 'lanes', 'nudges'].map(rows));

  describe('a commit', () => {
    it('is one statement, however much it owes, and what it owes hangs beside the case it began with', async () => {
      const before = await begun();
      asked = [];
      const messages = ['C1', 'C2'].map((id) => cardIn(channel(id), before.id));
      const moved = changing(before.id, before, changeEvents(['ChangeProposed'], { from: 1 }), { messages });
      expect(await store.commit(moved)).toBe('done');
      expect(asked).toHaveLength(1);
      const owed = await db.query('select case_id, type from outbox order by id desc limit 2');
      expect(owed).toEqual([
        { case_id: from, type: 'change-card' },
        { case_id: from, type: 'change-card' },
      ]);
    });

    it('is there as a whole or not at all', async () => {
      const id = await store.nextId();
      const before = await everything();
      const nowhere: Place = { ...channel('C9'), kind: 'nowhere' as Place['kind'] };
      const events = changeEvents(['ChangeDemanded'], { cluster: clusterId(from) });
      await expect(store.commit(changing(id, null, events, { messages: [cardIn(nowhere, id)] }))).rejects.toMatchObject(
        {
          constraint: 'lanes_kind',
        },
      );
      expect(await everything()).toEqual(before);
    });

    it('that lost its race owes nothing', async () => {
      const before = await begun();
      await store.commit(changing(before.id, before, changeEvents(['ChangeProposed'], { from: 1 })));
      const owed = await rows('outbox');
      const late = changing(before.id, before, changeEvents(['ChangeDeclined'], { from: 2 }), {
        messages: [cardIn(channel('C3'), before.id)],
      });
      expect(await store.commit(late)).toBe('conflict');
      expect(await rows('outbox')).toBe(owed);
    });
  });

  it('its log is never rewritten', async () => {
    await begun();
    for (const statement of [
      'update change_events set type = type',
      'delete from change_events',
      'truncate change_events',
    ]) {
      await expect(db.query(statement)).rejects.toThrow(/append-only/);
    }
  });

  it('a lesson comes with what the first customer said, as searches read it', async () => {
    const before = await begun();
    const held = changeEvents(['ChangeProposed', 'ChangeAccepted', 'ChangeDeployed', 'EffectVerified'], { from: 1 });
    await store.commit(changing(before.id, before, held));
    const [lesson] = await store.lessons(1);
    expect(lesson?.record.id).toBe(before.id);
    expect(lesson?.said).toContain('유리병');
  });

  describe('the due list of changes', () => {
    const past = plus(instant(Date.now()), minutes(-5));
    const due = { kind: 'mark' as const, at: past };
    const now = minutes(0);
    const given = async (id: ChangeId, ahead: Duration = now) =>
      (await store.due(100, ahead)).some((one) => one.id === id);

    it('gives a change to one process at a time', async () => {
      const { id } = await begun({ due });
      const both = await Promise.all([store.due(100, now), store.due(100, now)]);
      expect(both.flat().filter((one) => one.id === id)).toHaveLength(1);
      expect(await given(id)).toBe(false);
    });

    it('lets one that broke rest, and the others go on', async () => {
      const [broken, whole] = [await begun({ due }), await begun({ due })];
      await store.broke(broken.id);
      expect(await given(broken.id)).toBe(false);
      const again = await begun({ due });
      expect(await given(again.id)).toBe(true);
      await store.recount(whole.id, whole.version, due, 1);
      await store.recount(broken.id, broken.version, due, 1);
      expect(await given(broken.id)).toBe(true);
    });

    it('names what was counted with older calendars, until it is counted anew; a recount of an older version counts for nothing', async () => {
      const record = await begun({ due: null, calendars: 6 });
      const outdated = async (calendars: number) => (await store.outdated(calendars, 1_000)).includes(record.id);
      expect([await outdated(6), await outdated(7)]).toEqual([false, true]);
      await store.recount(record.id, record.version + 1, due, 7);
      expect(await outdated(7)).toBe(true);
      await store.recount(record.id, record.version, null, 7);
      expect(await outdated(7)).toBe(false);
    });
  });
});
