import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../src/domain/case/case.ts';
import { type CaseId, caseId } from '../../src/domain/ids.ts';
import type { CaseStore } from '../../src/ports/case-store.ts';
import { aCause, filing, moving } from '../support/a-change.ts';
import { people } from '../support/a-playbook.ts';
import { acknowledged, filed, masked, started } from '../support/case-events.ts';
import { replay } from '../support/given.ts';

/** What every case store promises to the core. */
export function caseStoreContract(open: () => Promise<CaseStore>): void {
  let store: CaseStore;
  beforeAll(async () => {
    store = await open();
  });

  const file = async (change = filing()): Promise<CaseRecord> => {
    const committed = await store.commit(change);
    if (!committed.ok) throw new Error('a new case meets no other version');
    return loaded(committed.value.caseId);
  };
  const loaded = async (id: CaseId): Promise<CaseRecord> => {
    const record = await store.load(id);
    if (record === null) throw new Error(`case ${id} is not there`);
    return record;
  };

  describe('filing', () => {
    it('gives the case a number and keeps it as it was folded', async () => {
      const change = filing();
      const committed = await store.commit(change);
      expect(committed).toMatchObject({ ok: true, value: { version: 2, repeated: false } });
      const id = committed.ok ? committed.value.caseId : caseId(0);
      expect(await store.load(id)).toEqual({ id, version: 2, state: change.after });
    });

    it('numbers each case for itself', async () => {
      const first = await file();
      const second = await file();
      expect(second.id).not.toBe(first.id);
    });

    it('keeps the log in order, so that replaying it gives the case', async () => {
      const change = filing();
      const { id } = await file(change);
      const log = await store.history(id);
      expect(log.map((entry) => entry.version)).toEqual([1, 2]);
      expect(log.map((entry) => entry.event)).toEqual(change.events);
      expect(log.every((entry) => entry.causationId === change.causationId)).toBe(true);
      expect(replay(log.map((entry) => entry.event))).toEqual(change.after);
    });

    it('keeps the sealed original apart from the case', async () => {
      const sealed = await file(filing({ original: 'AbC=' }));
      const without = await file();
      expect(await store.original(sealed.id)).toBe('AbC=');
      expect(await store.original(without.id)).toBeNull();
    });

    it('keeps four thousand characters of Korean, emoji and quotes whole', async () => {
      const words = masked(`${'배송이 또 늦었어요 😡 "도대체" \\ \\u0000 <@U1> {}%$1 '.repeat(90)}끝`);
      const { state } = await file(filing({ events: [filed({ voice: { words } })] }));
      expect(state.voice.words).toBe(words);
    });
  });

  describe('a case that moves on', () => {
    it('counts one version per event', async () => {
      const before = await file();
      const change = moving(before.id, before, [acknowledged(), started()]);
      const moved = await store.commit(change);
      expect(moved).toEqual({ ok: true, value: { caseId: before.id, version: 4, repeated: false } });
      expect(await store.load(before.id)).toEqual({ id: before.id, version: 4, state: change.after });
      expect((await store.history(before.id)).map((entry) => entry.event.type)).toEqual([
        'CaseFiled',
        'CaseRouted',
        'CaseAcknowledged',
        'WorkStarted',
      ]);
    });

    it('refuses a decision made on an older version, and writes nothing', async () => {
      const before = await file();
      await store.commit(moving(before.id, before, [acknowledged(people.hana)]));
      const late = await store.commit(moving(before.id, before, [acknowledged(people.jiho)]));
      expect(late).toEqual({ ok: false, error: { type: 'VersionConflict' } });
      expect((await loaded(before.id)).version).toBe(3);
      expect(await store.history(before.id)).toHaveLength(3);
    });

    it('lets one of two people who press together win', async () => {
      const before = await file();
      const both = await Promise.all(
        [people.hana, people.jiho].map((who) => store.commit(moving(before.id, before, [acknowledged(who)]))),
      );
      expect(both.filter((result) => result.ok)).toHaveLength(1);
      expect((await loaded(before.id)).version).toBe(3);
    });

    it('knows no case that was never filed', async () => {
      const before = await file();
      expect(await store.load(caseId(999_999))).toBeNull();
      expect(await store.history(caseId(999_999))).toEqual([]);
      expect(await store.commit(moving(caseId(999_999), before, [acknowledged()]))).toEqual({
        ok: false,
        error: { type: 'VersionConflict' },
      });
    });
  });

  describe('one causation', () => {
    it('files one case, however often it is delivered', async () => {
      const change = filing();
      const first = await file(change);
      const again = await store.commit({ ...change });
      expect(again).toEqual({ ok: true, value: { caseId: first.id, version: 2, repeated: true } });
      expect(await store.history(first.id)).toHaveLength(2);
    });

    it('acts once on a case that has moved on since', async () => {
      const before = await file();
      const press = moving(before.id, before, [acknowledged()]);
      await store.commit(press);
      expect(await store.commit(press)).toEqual({
        ok: true,
        value: { caseId: before.id, version: 3, repeated: true },
      });
      const now = await loaded(before.id);
      const again = await store.commit(moving(before.id, now, [started()], { causationId: press.causationId }));
      expect(again).toMatchObject({ ok: true, value: { repeated: true } });
      expect((await loaded(before.id)).version).toBe(3);
    });

    it('acts once though sixteen writers bring it at the same time', async () => {
      const change = filing();
      const all = await Promise.all(Array.from({ length: 16 }, () => store.commit({ ...change })));
      const values = all.map((result) => (result.ok ? result.value : null));
      expect(new Set(values.map((value) => value?.caseId)).size).toBe(1);
      expect(values.filter((value) => value?.repeated === false)).toHaveLength(1);
    });

    it('tells which case it acted on', async () => {
      const change = filing();
      const { id } = await file(change);
      expect(await store.actedOn(change.causationId)).toBe(id);
      expect(await store.actedOn(aCause())).toBeNull();
    });
  });
}
