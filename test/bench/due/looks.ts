import { dueList } from '../../../db/due-list.ts';
import { intArray } from '../../../db/literals.ts';
import { postgresDatabase } from '../../../db/postgres.ts';
import { type Duration, days, plus } from '../../../src/domain/instant.ts';
import { median } from '../support/median.ts';
import { dueAtOnce, moment } from './open-cases.ts';
import { ahead, type Sweeper } from './sweeper.ts';

/** What a sweep claims at most. */
const atATime = 100;

/** Milliseconds of a claim. What is claimed is dealt with before the next, as in a sweep. */
export async function claims({ db, list, release }: Sweeper, seconds: number): Promise<number> {
  const took: number[] = [];
  for (const until = performance.now() + seconds * 1000; performance.now() < until; ) {
    await release();
    for (let claimed = 0; claimed < dueAtOnce; claimed += atATime) {
      const start = performance.now();
      const due = await list.claim(atATime, ahead());
      took.push(performance.now() - start);
      if (due.length !== atATime) throw new Error(`${due.length} cases were claimed, not ${atATime}`);
      const ids = intArray(due.map((one) => one.caseId));
      await db.query(
        `update due set due_at = 'infinity', rests_until = '-infinity' where case_id = any($1::text::int[])`,
        [ids],
      );
    }
  }
  return median(took);
}

/** Milliseconds in which the same hundred are found by reading the whole table, and locked as a claim locks them. */
export async function fullScan({ db, release, park }: Sweeper): Promise<number> {
  await release();
  const took: number[] = [];
  await db.transaction(async (tx) => {
    for (const way of ['indexscan', 'indexonlyscan', 'bitmapscan']) await tx.query(`set local enable_${way} = off`);
    for (let scan = 0; scan < 5; scan += 1) {
      const start = performance.now();
      const due = await tx.query(
        `select case_id from due where due_at <= to_timestamp($1::float8 / 1000) and rests_until <= now()
          order by due_at limit $2::int for update skip locked`,
        [moment, atATime],
      );
      took.push(performance.now() - start);
      if (due.length !== atATime) throw new Error(`${due.length} cases were found, not ${atATime}`);
    }
  });
  await park();
  return median(took);
}

/** Milliseconds of a look that finds nothing due, and of the least a database can be asked, by turns on one connection. */
export async function idleLooks(
  url: string,
  seconds: number,
): Promise<{ readonly look: number; readonly ask: number }> {
  const db = postgresDatabase(url, { max: 1 });
  const list = dueList(db);
  const looks: number[] = [];
  const asks: number[] = [];
  const timed = async (work: () => Promise<readonly unknown[]>, rows: number): Promise<number> => {
    const start = performance.now();
    const found = await work();
    const took = performance.now() - start;
    if (found.length !== rows) throw new Error(`${found.length} rows were found, not ${rows}`);
    return took;
  };
  try {
    for (const until = performance.now() + seconds * 1000; performance.now() < until; ) {
      looks.push(await timed(() => list.claim(atATime, ahead()), 0));
      asks.push(await timed(() => db.query('select 1'), 1));
    }
    return { look: median(looks), ask: median(asks) };
  } finally {
    await db.close();
  }
}

/** So many are claimed, a hundred at a time, and their rows written anew, as a commit does: far ahead, or for ever. */
export async function fireWithoutVacuum({ db, list }: Sweeper, firings: number): Promise<void> {
  await db.query('alter table due set (autovacuum_enabled = off)');
  const far = days(60);
  let fired = 0;
  for (let turn = 1; fired < firings; turn += 1) {
    // Everything that waits has come due, and becomes so again in two months.
    const horizon = (ahead() + far * turn) as Duration;
    const next = plus(moment, (far * (turn + 0.5)) as Duration);
    for (;;) {
      const due = await list.claim(Math.min(atATime, firings - fired), horizon);
      const row = { due: { kind: 'close', at: next }, dues: {}, calendars: 1 } as const;
      await Promise.all(due.map((one) => list.recount(one.caseId, 2, row)));
      fired += due.length;
      if (due.length < atATime || fired >= firings) break;
    }
  }
}
