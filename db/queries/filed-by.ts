import type { PersonId } from '../../src/domain/ids.ts';
import type { Page } from '../../src/ports/case-queries.ts';
import type { Queryable } from '../database.ts';
import { type PageRow, pageOf } from './page.ts';

/** Index `cases_filer`: the page is read backwards from it, the total from the index alone. */
export const filedByStatement = `
select id, version, state, (select count(*) from cases where filer_id = $1::text) as total from cases
 where filer_id = $1::text
 order by id desc limit $2::int`;

export const filedBy = async (db: Queryable, person: PersonId, limit: number): Promise<Page> =>
  pageOf(await db.query<PageRow>(filedByStatement, [person, limit]));
