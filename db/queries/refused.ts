import type { Instant } from '../../src/domain/instant.ts';
import type { Page } from '../../src/ports/case-queries.ts';
import type { Queryable } from '../database.ts';
import { type PageRow, pageOf } from './page.ts';

/** Index `cases_refused`: what stands refused is little. Newest first. */
export const refusedStatement = `
select id, version, state, count(*) over () as total from cases
 where status = 'refused'
   and (state #>> '{refusal,at}')::float8 >= $1::float8 and (state #>> '{refusal,at}')::float8 < $2::float8
 order by (state #>> '{refusal,at}')::float8 desc, id desc limit $3::int`;

export const refused = async (db: Queryable, from: Instant, to: Instant, limit: number): Promise<Page> =>
  pageOf(await db.query<PageRow>(refusedStatement, [from, to, limit]));
