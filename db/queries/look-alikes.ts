import type { FiledCase } from '../../src/domain/case/case.ts';
import type { CaseId, CustomerKey } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Lookup } from '../../src/domain/learning/search-plan.ts';
import type { Parameter, Queryable } from '../database.ts';
import { intArray } from '../literals.ts';

/** Found by the index for each one that is compared: some of them may not be offered. */
const spare = 3;

export type Wanted = {
  readonly plan: readonly Lookup[];
  /** Cases that one lookup may give. */
  readonly looked: number;
  readonly compared: number;
  readonly except: readonly CaseId[];
  readonly endedAfter: Instant;
};

/**
 * Each lookup reads the index by itself and is bounded by itself, so that a gram that turned out to be everywhere costs
 * no more than another. Gram by gram: asked for two hundred at once, PostgreSQL reads a table of ten thousand rows whole.
 * `operator(pg_catalog.@>)`: with intarray installed a bare `@>` would pass the index by.
 */
export function lookAlikesStatement({ plan, looked, compared, except, endedAfter }: Wanted): {
  readonly text: string;
  readonly parameters: readonly Parameter[];
} {
  const parameters: Parameter[] = [compared, intArray(except), endedAfter];
  const having = (gram: string) =>
    `select case_id from look_alikes where grams operator(pg_catalog.@>) array[${gram}] limit ${looked}`;
  const lookups = plan.map(({ grams, worth }) => {
    const n = parameters.push(intArray(grams));
    const found =
      grams.length === 1
        ? having(`($${n}::text::int[])[1]`)
        : `select distinct case_id from (select one.case_id from unnest($${n}::text::int[]) gram
             cross join lateral (${having('gram')}) one limit ${looked}) any_of`;
    return `(select case_id, ${worth.toFixed(4)}::float4 as worth from (${found}) found_by)`;
  });
  const text = `
with found as (${lookups.join('\nunion all ')}),
best as (
  select case_id, sum(worth) as worth from found where case_id <> all($2::text::bigint[])
   group by case_id order by 2 desc, case_id desc limit $1::int * ${spare}
)
select c.id, c.department, c.state->'voice' as voice, c.filed_at, c.surge_of
  from best b join cases c on c.id = b.case_id
 where (not c.ended or c.updated_at > to_timestamp($3::float8 / 1000))
   and c.status not in ('merged', 'withdrawn', 'void')
 order by b.worth desc, c.id desc limit $1::int`;
  return { text, parameters };
}

export type Candidate = {
  readonly id: number;
  readonly department: string | null;
  readonly voice: FiledCase['voice'];
  readonly filed_at: number;
  readonly surge_of: number | null;
};

export async function candidates(db: Queryable, wanted: Wanted): Promise<readonly Candidate[]> {
  if (wanted.plan.length === 0) return [];
  const { text, parameters } = lookAlikesStatement(wanted);
  return db.query<Candidate>(text, parameters);
}

const earlier = `select id from cases
  where customer_key = $1::text and filed_at < to_timestamp($2::float8 / 1000) and status <> 'void'
  order by id desc limit $3::int`;

export const earlierOf = (
  db: Queryable,
  customer: CustomerKey,
  before: Instant,
  limit: number,
): Promise<readonly { readonly id: number }[]> => db.query(earlier, [customer, before, limit]);
