import type { PersonId } from '../../src/domain/ids.ts';
import type { Page } from '../../src/ports/case-queries.ts';
import type { Queryable } from '../database.ts';
import { type PageRow, pageOf } from './page.ts';

/** Index `cases_owner`. Most severe first, then oldest. */
export const ownedByStatement = `
select id, version, state, count(*) over () as total from cases
 where owner_id = $1::text and not ended
 order by tier asc nulls last, filed_at, id limit $2::int`;

export const ownedBy = async (db: Queryable, person: PersonId, limit: number): Promise<Page> =>
  pageOf(await db.query<PageRow>(ownedByStatement, [person, limit]));
