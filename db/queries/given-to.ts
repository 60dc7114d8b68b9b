import type { FiledCase } from '../../src/domain/case/case.ts';
import type { CaseId, CustomerKey } from '../../src/domain/ids.ts';
import type { Queryable } from '../database.ts';
import { type CaseRow, decodeCase } from '../event-codec.ts';

/** Index `cases_customer`. What counts, and since when, the domain says: this only leaves out where nothing was given. */
export const givenToStatement = `
select id, version, state from cases
 where customer_key = $1::text and id <> $2::bigint
   and (state ? 'remedies' or jsonb_typeof(state #> '{fix,compensation}') = 'object')`;

export const givenTo = async (db: Queryable, customer: CustomerKey, besides: CaseId): Promise<readonly FiledCase[]> =>
  (await db.query<CaseRow>(givenToStatement, [customer, besides])).map((row) => decodeCase(row).state);
