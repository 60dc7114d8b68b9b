import type { Person } from '../../src/domain/people.ts';
import type { Page } from '../../src/ports/case-queries.ts';
import type { Queryable } from '../database.ts';
import { textArray } from '../literals.ts';
import { keysOf } from '../parties.ts';
import { type PageRow, pageOf } from './page.ts';

/** Index `cases_awaits`. Ended cases await nobody, so they are not in it. Cases without severity come last. */
export const waitingForStatement = `
select id, version, state, count(*) over () as total from cases
 where awaits && $1::text::text[]
 order by tier asc nulls last, filed_at, id limit $2::int`;

export const waitingFor = async (db: Queryable, person: Person, limit: number): Promise<Page> =>
  pageOf(await db.query<PageRow>(waitingForStatement, [textArray(keysOf(person)), limit]));
