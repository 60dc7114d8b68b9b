import { beforeAll, describe, expect, it } from 'vitest';
import { type CaseStoreOptions, caseStore } from '../../db/case-store.ts';
import type { Database } from '../../db/database.ts';
import type { CaseStore } from '../../src/ports/case-store.ts';
import type { Place } from '../../src/ports/chat-gateway.ts';
import { cardIn, channel, filing, moving, storyIn } from '../support/a-change.ts';
import { acknowledged, filed } from '../support/case-events.ts';
import { eachDatabase } from '../support/databases.ts';

eachDatabase((_, open) => {
  let db: Database;
  let asked: string[];
  const storeOf = (options?: CaseStoreOptions): CaseStore => {
    const counted: Database = {
      ...db,
      query: (text, parameters) => {
        asked.push(text);
        return db.query(text, parameters);
      },
    };
    return caseStore(counted, options);
  };
  const rows = async (table: string): Promise<number> => {
    const [row] = await db.query<{ n: number }>(`select count(*) as n from ${table}`);
    return row?.n ?? -1;
  };
  const everything = async () =>
    Promise.all(['cases', 'case_events', 'outbox', 'lanes', 'originals', 'case_texts'].map(rows));
  beforeAll(async () => {
    db = await open();
    asked = [];
  });

  describe('a commit', () => {
    it('is one statement, whether it files or moves a case, and however many messages it owes', async () => {
      asked = [];
      const store = storeOf();
      const places = ['C1', 'C2', 'C3'].map(channel);
      const messages = places.flatMap((place) => [cardIn(place), storyIn(place, filed())]);
      const made = await store.commit(filing({ messages, original: 'x' }));
      expect(asked).toHaveLength(1);
      const before = made.ok ? await store.load(made.value.caseId) : null;
      if (before === null) throw new Error('not filed');
      asked = [];
      await store.commit(moving(before.id, before, [acknowledged()], { messages }));
      expect(asked).toHaveLength(1);
    });

    it('is there as a whole or not at all', async () => {
      const before = await everything();
      const nowhere: Place = { ...channel('C9'), kind: 'nowhere' as Place['kind'] };
      await expect(storeOf().commit(filing({ messages: [cardIn(nowhere)], original: 'x' }))).rejects.toMatchObject({
        name: 'DatabaseFault',
        constraint: 'lanes_kind',
      });
      expect(await everything()).toEqual(before);
    });

    it('takes the pace of a new place from who set up the store', async () => {
      await storeOf({ gapMs: () => 25 }).commit(filing({ messages: [cardIn(channel('C-quick'))] }));
      expect(await db.query(`select gap_ms from lanes where place_id = 'C-quick'`)).toEqual([{ gap_ms: 25 }]);
    });

    it('carries text that PostgreSQL could not hold as it came', async () => {
      const store = storeOf();
      const voice = { words: `끊긴 그림 \uD83D 과 \0 영` } as never;
      const made = await store.commit(filing({ events: [filed({ voice })] }));
      const kept = made.ok ? await store.load(made.value.caseId) : null;
      expect(kept?.state.voice.words).toBe('끊긴 그림 \uFFFD 과  영');
    });
  });

  describe('the log', () => {
    const refused = { name: 'DatabaseFault', sqlState: '23000', message: expect.stringContaining('append-only') };

    it.each([
      ['changed', `update case_events set data = '{}'`],
      ['deleted from', 'delete from case_events'],
      ['emptied', 'truncate case_events'],
      ['emptied with the cases', 'truncate cases cascade'],
    ])('cannot be %s, not even by hand', async (_, statement) => {
      await storeOf().commit(filing());
      await expect(db.query(statement)).rejects.toMatchObject(refused);
    });

    it('is not taken for known where a newer Meari wrote into it', async () => {
      const store = storeOf();
      const made = await store.commit(filing());
      const id = made.ok ? made.value.caseId : null;
      if (id === null) throw new Error('not filed');
      await db.query(
        `insert into case_events (case_id, version, causation_id, ordinal, type, at, data)
         values ($1::bigint, 3, 'later', 0, 'CaseTeleported', now(), '{}')`,
        [id],
      );
      await expect(store.history(id)).rejects.toMatchObject({
        code: 'WRITTEN_BY_NEWER',
        message: expect.stringContaining('CaseTeleported'),
      });
      await db.query(`update cases set state = jsonb_set(state, '{status}', '"teleported"') where id = $1::bigint`, [
        id,
      ]);
      await expect(store.load(id)).rejects.toMatchObject({ code: 'WRITTEN_BY_NEWER' });
    });
  });

  it('an open case without anybody accountable cannot be stored', async () => {
    await storeOf().commit(filing());
    await expect(db.query(`update cases set accountable = null where not ended`)).rejects.toMatchObject({
      constraint: 'cases_one_accountable',
    });
  });

  it('a fault carries nothing of what was being stored', async () => {
    const secret = '고객 홍길동 010-1234-5678';
    const fault = await db
      .query('select $1::text::jsonb', [secret])
      .then(() => null)
      .catch((error: unknown) => error);
    const shown = JSON.stringify(fault, Object.getOwnPropertyNames(fault)) + String(fault);
    expect(shown).not.toContain('parameters');
    expect(Object.keys(Object(fault))).not.toContain('detail');
  });
});
