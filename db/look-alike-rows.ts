import type { FiledCase } from '../src/domain/case/case.ts';
import type { Instant } from '../src/domain/instant.ts';
import { gramsOf, textOf } from '../src/domain/learning/grams.ts';
import type { GramCounts } from '../src/domain/learning/rarity.ts';
import type { Queryable } from './database.ts';
import { intArray, json } from './literals.ts';

const batch = 500;
/** Batches in one run; what is left waits for the next. */
const batches = 40;
/** Cases through which grams are counted, more or less: as many tell as well as all. */
const sample = 50_000;
/** A gram in fewer cases of the sample is rare, and needs no number. */
const least = 2;

const offered = `(not c.ended or c.updated_at > to_timestamp($1::float8 / 1000)) and c.status not in ('merged', 'withdrawn', 'void')`;

/** Takes out what may no longer be offered, and puts in what may: reopened since, or filed before there was an index. */
export async function keepOffered(db: Queryable, endedAfter: Instant): Promise<void> {
  for (let i = 0; i < batches; i += 1) {
    const gone = await db.query(
      `delete from look_alikes where case_id in (
         select l.case_id from look_alikes l join cases c on c.id = l.case_id where not (${offered}) limit ${batch})
       returning case_id`,
      [endedAfter],
    );
    if (gone.length < batch) break;
  }
  for (let i = 0; i < batches; i += 1) {
    const missing = await db.query<{ id: number; voice: FiledCase['voice'] }>(
      `select c.id, c.state->'voice' as voice from cases c
        where ${offered} and not exists (select from look_alikes l where l.case_id = c.id)
        order by c.id desc limit ${batch}`,
      [endedAfter],
    );
    const rows = missing.map(({ id, voice }) => ({ id, grams: intArray(gramsOf(textOf(voice))) }));
    await db.query(
      `insert into look_alikes (case_id, grams)
         select r.id, r.grams::int[] from jsonb_to_recordset($1::text::jsonb) as r(id bigint, grams text)
       on conflict (case_id) do nothing`,
      [json(rows)],
    );
    if (missing.length < batch) break;
  }
}

/** Counts grams over a sample. Writes one row, and takes out the one before last: somebody may be reading the last. */
export async function countGrams(db: Queryable): Promise<void> {
  const [size] = await db.query<{ cases: number }>(
    `select greatest(reltuples, 0)::float8 as cases from pg_class where oid = 'look_alikes'::regclass`,
  );
  const percent = Math.min(100, (100 * sample) / Math.max(1, size?.cases ?? 0));
  await db.query(
    `with sampled as (select grams from look_alikes tablesample system (${percent.toFixed(4)}) repeatable (1)),
     counted as (select gram, count(*)::int as cases from sampled, unnest(grams) gram group by gram having count(*) >= ${least})
     insert into gram_counts (total, grams, counts)
       select (select count(*) from sampled), coalesce(array_agg(gram), '{}'), coalesce(array_agg(cases), '{}') from counted`,
  );
  await db.query('delete from gram_counts where id < (select max(id) - 1 from gram_counts)');
}

export type Counted = GramCounts & { readonly id: number; readonly sampled: number };

export const lastCount = async (db: Queryable): Promise<number> =>
  (await db.query<{ id: number }>('select coalesce(max(id), 0) as id from gram_counts'))[0]?.id ?? 0;

export async function readCounts(db: Queryable): Promise<Counted | null> {
  const [row] = await db.query<{ id: number; total: number; grams: readonly number[]; counts: readonly number[] }>(
    `select id, total, array_to_json(grams)::text::jsonb as grams, array_to_json(counts)::text::jsonb as counts
       from gram_counts order by id desc limit 1`,
  );
  if (row === undefined) return null;
  const [size] = await db.query<{ cases: number }>(
    `select greatest(reltuples, 0)::float8 as cases from pg_class where oid = 'look_alikes'::regclass`,
  );
  const total = Math.max(row.total, size?.cases ?? 0);
  const scale = row.total === 0 ? 1 : total / row.total;
  return {
    id: row.id,
    sampled: row.total,
    total,
    of: new Map(row.grams.map((gram, i) => [gram, Math.round((row.counts[i] ?? 0) * scale)])),
  };
}
