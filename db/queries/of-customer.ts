import type { CustomerKey } from '../../src/domain/ids.ts';
import type { Page } from '../../src/ports/case-queries.ts';
import type { Queryable } from '../database.ts';
import { type PageRow, pageOf } from './page.ts';

/** Index `cases_customer`. What turned out to be nothing, or another record of the same, is no case of theirs. */
export const ofCustomerStatement = `
select id, version, state, (select count(*) from cases
                             where customer_key = $1::text and status not in ('void', 'merged')) as total
  from cases
 where customer_key = $1::text and status not in ('void', 'merged')
 order by id desc limit $2::int`;

export const ofCustomer = async (db: Queryable, customer: CustomerKey, limit: number): Promise<Page> =>
  pageOf(await db.query<PageRow>(ofCustomerStatement, [customer, limit]));
