import { personId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { HeavyLoad, Page } from '../../src/ports/case-queries.ts';
import type { Queryable } from '../database.ts';
import { type PageRow, pageOf } from './page.ts';

/** So many of the newest cases are looked at: what a company files in a month, or a very large one in a day. */
const looked = 5_000;

/** The key walks back from the newest number, and stops. */
const recent = `select id, version, state, tier, customer_owner_id, filed_at from cases order by id desc limit ${looked}`;

export const ideasStatement = `
with found as (
  select id, version, state from (${recent}) latest
   where filed_at >= to_timestamp($1::float8 / 1000)
     and state->'voice'->>'kind' = 'suggestion' and state->'voice'->'ideas' is not null
)
select id, version, state, (select count(*) from found) as total from found order by id desc limit $2::int`;

export const ideas = async (db: Queryable, since: Instant, limit: number): Promise<Page> =>
  pageOf(await db.query<PageRow>(ideasStatement, [since, limit]));

export const heavyStatement = `
select customer_owner_id as person, count(*) as cases from (${recent}) latest
 where filed_at >= to_timestamp($1::float8 / 1000) and (tier = 'S1' or state->'conduct' is not null)
 group by customer_owner_id having count(*) >= $2::int order by customer_owner_id`;

export async function heavy(db: Queryable, since: Instant, least: number): Promise<readonly HeavyLoad[]> {
  const rows = await db.query<{ person: string; cases: number }>(heavyStatement, [since, least]);
  return rows.map(({ person, cases }) => ({ person: personId(person), cases }));
}
