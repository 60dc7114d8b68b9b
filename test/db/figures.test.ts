import { beforeAll, describe, expect, it } from 'vitest';
import { caseStore } from '../../db/case-store.ts';
import type { Database } from '../../db/database.ts';
import { figures } from '../../db/figures.ts';
import { tallyBook } from '../../db/tally-book.ts';
import { handleCommandWith } from '../../src/app/handle-command.ts';
import { tallyAnewWith } from '../../src/app/tally-anew.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import { summed } from '../../src/domain/figures/sums.ts';
import type { Tally } from '../../src/domain/figures/tally.ts';
import { type CustomerKey, caseId, clusterId } from '../../src/domain/ids.ts';
import { days, type Instant, instant, plus } from '../../src/domain/instant.ts';
import { filing } from '../support/a-change.ts';
import { aPlaybook, logistics, quality } from '../support/a-playbook.ts';
import * as say from '../support/case-events.ts';
import { eachDatabase } from '../support/databases.ts';
import { randomFiling, randomGap, randomStart, randomStep } from '../support/random-history.ts';
import { chance } from '../support/seeded.ts';

const playbook = aPlaybook;
const everything = { from: instant(Date.UTC(2025, 0, 1)), to: instant(Date.UTC(2032, 0, 1)) };

eachDatabase((_, open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  const rows = () =>
    db.query('select case_id, what, n, at, department, kind, tier, kept, value, marks from tallies order by 1, 2, 3');

  describe('what counts', () => {
    it('is the same whether it is tallied step by step, or all at once from the log', async () => {
      const store = caseStore(db);
      const handle = handleCommandWith({
        store,
        playbook,
        address: async () => ({ messages: [], nudges: [] }),
        calendars: () => 1,
        committed: () => {},
      });
      const c = chance(11);
      for (let n = 0; n < 25; n += 1) {
        let at = randomStart(c);
        const filed = await handle({ caseId: null, command: randomFiling(c, at), original: null });
        if (filed.type !== 'done') throw new Error('not filed');
        let { record } = filed;
        for (let step = 0; step < 14; step += 1) {
          at = instant(at + randomGap(c));
          const command = randomStep(record.state, c, at);
          const done = await handle({ caseId: record.id, command, original: null });
          if (done.type === 'done') record = done.record;
        }
      }
      const grown = await rows();
      expect(grown.length).toBeGreaterThan(60);
      await db.query(`delete from tallies where case_id % 2 = 0`);
      await db.query(`update tallies set at = at - interval '1 day', value = 7`);
      const tallied = tallyAnewWith({ tallyBook: tallyBook(db), store, playbook });
      expect(await tallied()).toBe(true);
      expect(await rows()).toEqual(grown);
    });

    it('is summed over stretches of time, newest first, and opened to the very cases', async () => {
      const read = figures(db);
      const [whole] = await read.sums(['filed'], [everything], null);
      const sums = await read.sums(['filed', 'fix', 'closed'], [everything], null);
      const each = await read.sums(['filed', 'fix', 'closed'], [everything], 'each');
      expect(whole?.slot).toBe(0);
      const total = summed(sums, 'filed', 0).count;
      expect(total).toBeGreaterThan(20);
      expect(summed(each, 'filed', 0)).toEqual(summed(sums, 'filed', 0));
      const page = await read.behind({ what: 'filed', period: everything, department: null }, 3);
      expect(page.total).toBe(total);
      expect(page.cases).toHaveLength(3);
      const fixes = summed(sums, 'fix', 0);
      const missed = await read.behind({ what: 'fix', period: everything, department: null, kept: false }, 100);
      expect(missed.cases.length).toBeLessThanOrEqual(fixes.count - fixes.kept);
      expect(missed.cases.length).toBeGreaterThan(0);
    });
  });

  describe('what came back', () => {
    const closedAt = say.filedAt;
    const after = (n: number) => plus(closedAt, days(n));
    const tally = (what: 'closing' | 'reopened', n: number, at: Instant): Tally => ({
      what,
      n,
      at,
      department: logistics,
      kind: 'complaint',
      tier: 'S4',
      kept: null,
      value: null,
      marks: [],
    });

    it('is a closing after which it was opened again, or the same customer had the same problem, within thirty days', async () => {
      const own = await open();
      const [problem, joined] = [clusterId(1), clusterId(2)];
      await own.query(
        `insert into clusters (id, version, parent_id, state) values (2, 1, 1, '{}'), (3, 1, null, '{}')`,
      );
      const file = async (at: Instant, customer: string, tallies: readonly Tally[] = [], cluster = problem) => {
        const linked = { type: 'CaseLinked', at, by: null, data: { cluster, other: caseId(1) } } as CaseEvent;
        const filed = { ...say.filed({ customer: customer as CustomerKey }), at };
        const done = await caseStore(own).commit(filing({ events: [filed, say.routedTo(), linked], tallies }));
        if (!done.ok) throw new Error('not filed');
        return done.value.caseId;
      };
      const closing = tally('closing', 1, closedAt);
      const again = await file(after(-9), 'filed again on the tenth day', [closing]);
      await file(after(10), 'filed again on the tenth day');
      const elsewhere = await file(
        after(-9),
        'filed again, of a problem that turned out to be the same',
        [closing],
        joined,
      );
      await file(after(11), 'filed again, of a problem that turned out to be the same');
      const reopened = await file(after(-8), 'opened again', [closing, tally('reopened', 2, after(29))]);
      await file(after(-7), 'filed again too late', [closing]);
      await file(after(31), 'filed again too late');
      await file(after(-7), 'filed something else', [closing], clusterId(3));
      await file(after(12), 'filed something else');
      await file(after(-6), 'never heard of again', [closing, tally('reopened', 2, after(30))]);
      const read = figures(own);
      const of = { from: closedAt, to: after(1) };
      const sum = { slot: 0, closings: 6, returned: 3 };
      expect(await read.returns([of], null)).toEqual([{ ...sum, department: null }]);
      expect(await read.returns([of], 'each')).toEqual([{ ...sum, department: logistics }]);
      expect(await read.returns([of], quality)).toEqual([]);
      const { cases, total } = await read.returned(of, null, 5);
      expect([cases.map(({ id }) => id), total]).toEqual([[reopened, elsewhere, again], 3]);
    });
  });
});
