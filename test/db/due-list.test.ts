import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseStore } from '../../db/case-store.ts';
import type { Database } from '../../db/database.ts';
import { claimStatement, dueList } from '../../db/due-list.ts';
import { dueRowOf } from '../../src/app/due-row.ts';
import { type HandleCommand, handleCommandWith } from '../../src/app/handle-command.ts';
import { type SweepDeps, sweepDue } from '../../src/app/sweep-due.ts';
import type { CaseRecord } from '../../src/domain/case/case.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import { type CaseId, caseId } from '../../src/domain/ids.ts';
import { type Duration, type Instant, instant, minutes, plus } from '../../src/domain/instant.ts';
import type { DueList, DueRow } from '../../src/ports/due-list.ts';
import { filing, moving, nothingDue } from '../support/a-change.ts';
import { aPlaybook } from '../support/a-playbook.ts';
import { acknowledged, closed, filed, routedTo, toReplied } from '../support/case-events.ts';
import { eachDatabase } from '../support/databases.ts';
import { caseAfter } from '../support/given.ts';
import { quietLog } from '../support/quiet-log.ts';

const now = minutes(0);
const fromNow = (n: number): Instant => plus(instant(Date.now()), minutes(n));
const dueAt = (at: Instant | null, calendars = 1): DueRow => ({
  due: at === null ? null : { kind: 'rung acknowledge', at },
  dues: at === null ? {} : { acknowledge: plus(at, minutes(60)) },
  calendars,
});

eachDatabase((engine, open) => {
  let db: Database;
  let list: DueList;
  const file = async (due: DueRow, ...events: readonly CaseEvent[]): Promise<CaseId> => {
    const made = await caseStore(db).commit(filing({ due, ...(events.length > 0 ? { events } : {}) }));
    if (!made.ok) throw new Error('not filed');
    return made.value.caseId;
  };
  const files = (n: number, due: DueRow) => Promise.all(Array.from({ length: n }, () => file(due)));
  const load = async (id: CaseId): Promise<CaseRecord> => {
    const record = await caseStore(db).load(id);
    if (record === null) throw new Error('a case vanished');
    return record;
  };
  const row = async (id: CaseId): Promise<unknown> =>
    (
      await db.query(
        `select nullif(due_at, 'infinity') as at, kind, calendars, broke, rests_until > now() as rests from due where case_id = $1::bigint`,
        [id],
      )
    )[0] ?? null;
  const claimed = async (limit = 100, ahead: Duration = now) =>
    (await list.claim(limit, ahead)).map((one) => one.caseId);

  beforeAll(async () => {
    db = await open();
    list = dueList(db);
  });
  beforeEach(async () => {
    await db.query('truncate due');
  });

  describe('the row of a case', () => {
    const waiting = { calendars: 1, broke: 0, rests: false };

    it('says when it is next due, is written anew by every commit, and goes when the case ends', async () => {
      const first = fromNow(30);
      const id = await file(dueAt(first), ...toReplied);
      expect(await row(id)).toEqual({ ...waiting, at: first, kind: 'rung acknowledge' });
      const before = await load(id);
      const ended = await caseStore(db).commit(moving(id, before, [closed()], { due: dueAt(first) }));
      expect(ended.ok).toBe(true);
      expect(await row(id)).toBeNull();
    });

    it('stays where nothing is due until somebody acts, and is never claimed', async () => {
      const id = await file(nothingDue);
      expect(await row(id)).toEqual({ ...waiting, at: null, kind: 'none' });
      expect(await claimed(100, minutes(60 * 24 * 365 * 100))).toEqual([]);
    });

    it('is free again after a commit, whoever was at it and however often the case broke', async () => {
      const id = await file(dueAt(fromNow(-5)));
      await claimed();
      await list.broke(id);
      const next = fromNow(-1);
      await caseStore(db).commit(moving(id, await load(id), [acknowledged()], { due: dueAt(next, 2) }));
      expect(await row(id)).toEqual({ at: next, kind: 'rung acknowledge', calendars: 2, broke: 0, rests: false });
      expect(await claimed()).toEqual([id]);
    });

    it('is not written where the commit was too late', async () => {
      const first = fromNow(30);
      const id = await file(dueAt(first));
      const before = await load(id);
      const late = { ...before, version: before.version - 1 };
      const moved = await caseStore(db).commit(moving(id, late, [acknowledged()], { due: dueAt(fromNow(90)) }));
      expect(moved.ok).toBe(false);
      expect(await row(id)).toMatchObject({ at: first });
    });
  });

  describe('a claim', () => {
    it('finds what is past and nothing that lies ahead, earliest first, with what is due and by whose clock', async () => {
      const [late, later] = [fromNow(-10), fromNow(-20)];
      const one = await file(dueAt(late));
      const two = await file(dueAt(later));
      await file(dueAt(fromNow(1)));
      const asked = Date.now();
      const due = await list.claim(100, now);
      expect(due.map((d) => ({ caseId: d.caseId, due: d.due }))).toEqual([
        { caseId: two, due: { kind: 'rung acknowledge', at: later } },
        { caseId: one, due: { kind: 'rung acknowledge', at: late } },
      ]);
      for (const { at } of due) expect(Math.abs(at - asked)).toBeLessThan(10_000);
    });

    it('takes the earliest where there are more than it may take', async () => {
      const ids = [];
      for (const n of [-1, -3, -2]) ids.push(await file(dueAt(fromNow(n))));
      expect(await claimed(2)).toEqual([ids[1], ids[2]]);
      expect(await claimed(2)).toEqual([ids[0]]);
    });

    it('looks ahead as far as the sandbox has moved time, and says that time', async () => {
      const id = await file(dueAt(fromNow(60)));
      expect(await claimed(100, minutes(59))).toEqual([]);
      const [due] = await list.claim(100, minutes(61));
      expect(due?.caseId).toBe(id);
      expect(Math.abs((due?.at ?? 0) - fromNow(61))).toBeLessThan(10_000);
    });

    it('is nobody else’s: replicas that look at once share out what is due', async () => {
      const ids = await files(60, dueAt(fromNow(-1)));
      const replica = async (): Promise<readonly CaseId[]> => {
        const own = dueList(db);
        const got: CaseId[] = [];
        for (let idle = 0; idle < 3; ) {
          const some = await own.claim(7, now);
          idle = some.length === 0 ? idle + 1 : 0;
          got.push(...some.map((one) => one.caseId));
        }
        return got;
      };
      const shared = (await Promise.all(Array.from({ length: 6 }, replica))).flat();
      expect([...shared].sort((a, b) => a - b)).toEqual([...ids].sort((a, b) => a - b));
    });

    it('ends by itself: what a replica died at is another’s after half a minute', async () => {
      const id = await file(dueAt(fromNow(-1)));
      expect(await claimed()).toEqual([id]);
      await db.query(`update due set rests_until = rests_until - interval '29 s'`);
      expect(await claimed()).toEqual([]);
      await db.query(`update due set rests_until = rests_until - interval '2 s'`);
      expect(await claimed()).toEqual([id]);
    });
  });

  describe('a case that breaks', () => {
    it('rests twice as long each time, at most an hour, and counts as broken', async () => {
      const id = await file(dueAt(fromNow(-1)));
      const rests: number[] = [];
      for (let n = 0; n < 10; n += 1) {
        await list.broke(id);
        const [left] = await db.query<{ s: number }>(
          `select extract(epoch from rests_until - now())::float8 as s from due where case_id = $1::bigint`,
          [id],
        );
        rests.push(Math.round((left?.s ?? 0) / 10) * 10);
      }
      expect(rests).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]);
      expect(await claimed()).toEqual([]);
      expect(await list.state(now)).toMatchObject({ due: 1, broken: 1 });
    });

    it('keeps no other case from being told the time', async () => {
      // Monday 18:00 in Seoul: four hours, which an S4 has half of its first day.
      const evening = instant(Date.UTC(2026, 10, 24, 9));
      const after = caseAfter(filed(), routedTo());
      const store = caseStore(db);
      const [one, broken, three] = await files(3, dueRowOf(after, aPlaybook, 1));
      if (one === undefined || broken === undefined || three === undefined) throw new Error('not filed');
      const log = quietLog();
      const handle = handleCommandWith({
        store,
        playbook: aPlaybook,
        address: async () => ({ messages: [], nudges: [] }),
        calendars: () => 1,
        committed: () => {},
      });
      const stumbling: HandleCommand = async (order) => {
        if (order.caseId === broken) throw new Error('its terms cannot be read');
        return handle(order);
      };
      const ahead = () => (evening - Date.now()) as Duration;
      const deps: SweepDeps = {
        ...{ dueList: list, store, handle: stumbling, playbook: aPlaybook, calendars: () => 1, now: () => evening },
        ahead,
        log,
      };
      expect(await sweepDue(deps)).toBe(3);
      expect(log.lines).toEqual([
        { level: 'error', what: 'a case broke while its time passed; it is tried again later' },
      ]);
      expect(await row(broken)).toMatchObject({ broke: 1, rests: true });
      for (const id of [one, three]) {
        const { state, version } = await load(id);
        expect(version).toBeGreaterThan(2);
        expect(state.sla.clocks.some((clock) => clock.reached >= 50)).toBe(true);
        const [next] = await db.query<{ at: number }>('select due_at as at from due where case_id = $1::bigint', [id]);
        expect(next?.at).toBeGreaterThan(evening);
      }
      expect(await sweepDue(deps)).toBe(0);
    });
  });

  describe('counting anew', () => {
    it('writes the row, frees it, and remembers what people are told now', async () => {
      const id = await file(dueAt(fromNow(-5)));
      await claimed();
      const { version } = await load(id);
      const at = fromNow(45);
      await list.recount(id, version, { due: { kind: 'resume', at }, dues: { fix: at }, calendars: 7 });
      expect(await row(id)).toEqual({ at, kind: 'resume', calendars: 7, broke: 0, rests: false });
      expect(await list.outdated(8, 10)).toEqual([{ caseId: id, told: { fix: at } }]);
    });

    it('writes nothing where the case has moved on meanwhile, or ended', async () => {
      const first = fromNow(30);
      const id = await file(dueAt(first));
      const { version } = await load(id);
      const anew: DueRow = { due: { kind: 'resume', at: fromNow(1) }, dues: { fix: first }, calendars: 9 };
      await list.recount(id, version - 1, anew);
      expect(await row(id)).toMatchObject({ at: first, calendars: 1 });
      expect(await list.outdated(9, 10)).toEqual([{ caseId: id, told: { acknowledge: plus(first, minutes(60)) } }]);
      const over = await file(nothingDue, ...toReplied, closed());
      await list.recount(over, (await load(over)).version, anew);
      expect(await row(over)).toBeNull();
    });
  });

  describe('a calendar that changes', () => {
    it('makes outdated what was counted with an older one, and nothing else', async () => {
      const older = await file(dueAt(fromNow(10), 3));
      const oldest = await file(dueAt(fromNow(20), 2));
      await file(dueAt(fromNow(10), 4));
      const told = (await list.outdated(4, 10)).map((one) => one.caseId);
      expect(told).toEqual([oldest, older]);
      expect((await list.outdated(4, 1)).map((one) => one.caseId)).toEqual([oldest]);
      expect(await list.outdated(2, 10)).toEqual([]);
    });

    it('leaves what broke to its rest', async () => {
      const id = await file(dueAt(fromNow(10), 1));
      await list.broke(id);
      expect(await list.outdated(2, 10)).toEqual([]);
    });
  });

  it('a row that is missing comes back and is counted, one of an ended case goes', async () => {
    const ended = await file(nothingDue, ...toReplied, closed());
    await list.repair();
    const lost = await file(dueAt(fromNow(10)));
    const whole = await file(dueAt(fromNow(10)));
    await db.query('delete from due where case_id = $1::bigint', [lost]);
    await db.query(`insert into due (case_id, due_at, kind, calendars) values ($1::bigint, now(), 'resume', 1)`, [
      ended,
    ]);
    expect(await list.repair()).toBe(2);
    expect(await row(ended)).toBeNull();
    expect(await row(lost)).toEqual({ at: null, kind: 'none', calendars: 0, broke: 0, rests: false });
    expect((await list.outdated(1, 1000)).map((one) => one.caseId)).toContain(lost);
    expect(await row(whole)).toMatchObject({ calendars: 1 });
    expect(await list.repair()).toBe(0);
  });

  it('says since when the oldest is overdue, by the time that was moved, and how many wait', async () => {
    expect(await list.state(now)).toEqual({ overdueMs: 0, due: 0, broken: 0 });
    await file(dueAt(fromNow(-10)));
    await file(dueAt(fromNow(10)));
    const state = await list.state(now);
    expect(state).toMatchObject({ due: 1, broken: 0 });
    expect(state.overdueMs / 60_000).toBeCloseTo(10, 0);
    const moved = await list.state(minutes(30));
    expect(moved.due).toBe(2);
    expect(moved.overdueMs / 60_000).toBeCloseTo(40, 0);
  });

  if (engine === 'postgres') {
    describe('over many cases', () => {
      let many: Database;
      beforeAll(async () => {
        many = await open();
        await many.query(`insert into cases (version, status, customer_owner_id, filer_id, filed_at, updated_at, ended,
            accountable, awaits, state)
          select 1, 'routed', 'c', 'f', now(), now(), false, 'role:vocDesk', '{}', '{}' from generate_series(1, 20000)`);
        await many.query(`insert into due (case_id, due_at, kind, calendars)
          select id, now() + (id - 500) * interval '1 min', 'resume', 5 from cases`);
        await many.query('analyze cases');
        await many.query('analyze due');
      });

      it('a claim walks its index and never reads the list, also with a plan made for any moment', async () => {
        const plans = await many.transaction(async (tx) => {
          await tx.query(`prepare looking (float8, float8) as ${claimStatement(100)}`);
          const made: string[] = [];
          for (const mode of ['force_custom_plan', 'force_generic_plan']) {
            await tx.query(`set local plan_cache_mode = ${mode}`);
            made.push(JSON.stringify(await tx.query('explain execute looking(0, 30000)')));
          }
          return made;
        });
        for (const plan of plans) {
          expect(plan).toContain('Index Scan using due_at on due');
          expect(plan).toContain('Index Scan using due_pkey on due');
          expect(plan).not.toMatch(/Seq Scan|Bitmap|Sort/);
        }
      });

      it('a claim is planned a few times and then no more, whether much is due or nothing', async () => {
        for (const ahead of [0, -60 * 24]) {
          const plans = await many.transaction(async (tx) => {
            const own = dueList({ ...many, query: tx.query });
            for (let n = 0; n < 10; n += 1) await own.claim(99, minutes(ahead));
            return tx.query<{ kept: number }>(
              `select generic_plans as kept from pg_prepared_statements where statement like '%limit 99 %'`,
            );
          });
          expect(plans[0]?.kept).toBeGreaterThanOrEqual(5);
        }
      });

      it('cases of older calendars are found over their index, where there are none and where all are', async () => {
        const plans: string[] = [];
        const explained = dueList({
          ...many,
          query: async (text, parameters) => {
            plans.push(JSON.stringify(await many.query(`explain ${text}`, parameters)));
            return [];
          },
        });
        await explained.outdated(5, 100);
        await explained.outdated(6, 100);
        for (const plan of plans) {
          expect(plan).toContain('due_calendars');
          expect(plan).not.toContain('Seq Scan on due');
        }
        expect(plans).toHaveLength(2);
      });

      it('a claim passes over rows that another process has locked', async () => {
        await many.transaction(async (tx) => {
          await tx.query('select 1 from due where case_id <= 10 for update');
          await many.query(`update due set rests_until = '-infinity' where case_id between 11 and 15`);
          const free = await dueList(many).claim(5, now);
          expect(free.map((one) => one.caseId)).toEqual([11, 12, 13, 14, 15]);
        });
      });
    });
  }

  it('a case that nobody knows changes nothing', async () => {
    await list.recount(caseId(999_999), 1, nothingDue);
    await list.broke(caseId(999_999));
    expect(await list.state(now)).toEqual({ overdueMs: 0, due: 0, broken: 0 });
  });
});
