import { changeStore } from '../../../db/change-store.ts';
import { clusters } from '../../../db/clusters.ts';
import type { Database, Queryable } from '../../../db/database.ts';
import { figures } from '../../../db/figures.ts';
import { standing } from '../../../db/standing.ts';
import { weeks } from '../../../db/weeks.ts';
import { weeksTo } from '../../../src/app/digests/draw-digest.ts';
import { keepWeeks } from '../../../src/app/digests/keep-weeks.ts';
import { type OverviewDeps, overviewOf, summed } from '../../../src/app/digests/overview.ts';
import { addDays } from '../../../src/domain/calendar.ts';
import { mondayOf } from '../../../src/domain/week.ts';
import type { Period } from '../../../src/ports/figures.ts';
import { now, playbook } from '../support/changes.ts';

const lastWeek = addDays(mondayOf(now, playbook.zone), -7);
const periods = weeksTo(lastWeek, playbook.zone);

const readOn = (db: Database): OverviewDeps => ({
  figures: figures(db),
  standing: standing(db),
  changes: changeStore(db),
  clusters: clusters(db),
  playbook,
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Milliseconds in which everything on the executives' weekly screen is read. */
export const weekly = (db: Database): Promise<number> => timed(() => overviewOf(readOn(db), periods, now));

export type Reading = { readonly ms: number; readonly figures: string };

async function read(deps: OverviewDeps): Promise<Reading> {
  const start = performance.now();
  const { figures } = await overviewOf(deps, periods, now);
  return { ms: performance.now() - start, figures: JSON.stringify(figures) };
}

/** The same, one statement after the other. */
export const weeklyInTurn = (db: Database): Promise<Reading> =>
  db.transaction((tx) => read(readOn({ ...db, query: tx.query })));

/**
 * The same read from the same rows without any index. The sums are written as one pass over the table, as anybody would
 * write them who has none, and tables are joined by hashing: to scan one again for each row of another would take hours.
 */
export const weeklyByScan = (db: Database): Promise<Reading> =>
  db.transaction(async (tx) => {
    const ways = ['indexscan', 'indexonlyscan', 'bitmapscan', 'nestloop'];
    for (const way of ways) await tx.query(`set local enable_${way} = off`);
    await tx.query('set local statement_timeout = 0');
    const deps = readOn({ ...db, query: tx.query });
    const onePass: OverviewDeps = { ...deps, figures: { ...deps.figures, sums: sumsInOnePass(tx) } };
    return read(onePass);
  });

const sumsInOnePass =
  (db: Queryable): OverviewDeps['figures']['sums'] =>
  async (what, asked) => {
    const edges = [...asked.map(({ from }) => from as number).reverse(), asked[0]?.to ?? 0];
    const moments = edges.map((ms) => `to_timestamp(${ms} / 1000.0)`);
    const rows = await db.query<Awaited<ReturnType<OverviewDeps['figures']['sums']>>[number]>(
      `select what, ${asked.length} - width_bucket(at, array[${moments}]) as slot, null as department, kind,
              count(*)::int as count, count(*) filter (where kept)::int as kept, count(kept)::int as judged,
              coalesce(sum(value), 0)::float8 as value
         from tallies
        where what = any ($1::text::text[]) and at >= ${moments[0]} and at < ${moments.at(-1)} group by 1, 2, 4`,
      [`{${what}}`],
    );
    return rows;
  };

/** Stores the sums of so many weeks: the last ones as they are, and those before like the last. */
export async function storeWeeks(db: Database, many: number): Promise<void> {
  const kept = weeks(db);
  await keepWeeks({ figures: figures(db), weeks: kept, playbook }, now);
  await db.query(
    `insert into week_sums (week, department, sums, counted_at)
     select to_char($1::text::date - 7 * n, 'YYYY-MM-DD'), department, sums, counted_at
       from week_sums, generate_series(1, $2::int) n where week = $1::text on conflict do nothing`,
    [lastWeek, many - 1],
  );
}

/** Milliseconds of the trend over so many weeks, as it was stored. */
export async function trendStored(db: Database, many: number): Promise<number> {
  const start = performance.now();
  const { length } = await weeks(db).all(null);
  if (length !== many) throw new Error(`${length} weeks are stored, not ${many}`);
  return performance.now() - start;
}

/** Milliseconds of the least that counting it anew takes: the sums, without what came back. */
export const trendCounted = (db: Database, many: number): Promise<number> => {
  const all = Array.from({ length: many }, (_, n): Period => {
    const { from, to } = weeksTo(addDays(lastWeek, -7 * n), playbook.zone)[0];
    return { from, to };
  });
  return timed(() => figures(db).sums(summed, all, null));
};
