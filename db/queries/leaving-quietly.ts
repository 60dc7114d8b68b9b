import type { Instant } from '../../src/domain/instant.ts';
import type { Page } from '../../src/ports/case-queries.ts';
import type { Queryable } from '../database.ts';
import { type PageRow, pageOf } from './page.ts';

/** Over index `cases_leaving`, which holds nobody else. Those with a higher severity are loud enough. */
export const leavingStatement = `
with hit as materialized (
  select id from cases
   where leaving and filed_at >= to_timestamp($1::float8 / 1000) and status not in ('void', 'merged')
     and (tier = 'S4' or state -> 'voice' ->> 'kind' = 'inquiry')
)
select id, version, state, (select count(*) from hit) as total from cases
 where id in (select id from hit order by id desc limit $2::int)
 order by id desc`;

export const leavingQuietly = async (db: Queryable, since: Instant, limit: number): Promise<Page> =>
  pageOf(await db.query<PageRow>(leavingStatement, [since, limit]));
