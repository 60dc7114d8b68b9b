import type { Queryable } from './database.ts';

/** Rows deleted at a time: short enough that nobody waits behind it. */
const batch = 500;
/** Batches in one run; what is left waits for the next. */
const batches = 40;

const sweeps = {
  inbox: `delete from inbox where id in (
    select id from inbox where received_at < now() - interval '7 days' order by received_at limit ${batch})`,
  outbox: `delete from outbox where id in (
    select id from outbox where state in ('sent', 'superseded') and done_at < now() - interval '30 days'
     order by done_at limit ${batch})`,
};

/** Unmasked words outlive their case by so many days and no more. */
const erasure = `update originals set sealed = null, erased_at = now() where case_id in (
    select o.case_id from originals o join cases c on c.id = o.case_id
     where o.sealed is not null and c.ended and c.updated_at < now() - $1::int * interval '1 day' limit ${batch})`;

export type Swept = { readonly inbox: number; readonly outbox: number; readonly originals: number };

/**
 * Deletes what has served: inbox rows after 7 days, delivered messages after 30, the customers' unmasked words
 * `originalDays` after the last event of an ended case. Dead letters stay until revived.
 */
export async function upkeep(db: Queryable, { originalDays }: { readonly originalDays: number }): Promise<Swept> {
  return {
    inbox: await sweep(db, `${sweeps.inbox} returning id`),
    outbox: await sweep(db, `${sweeps.outbox} returning id`),
    originals: await sweep(db, `${erasure} returning case_id`, [originalDays]),
  };
}

async function sweep(db: Queryable, statement: string, parameters: readonly number[] = []): Promise<number> {
  let swept = 0;
  for (let i = 0; i < batches; i += 1) {
    const gone = (await db.query(statement, parameters)).length;
    swept += gone;
    if (gone < batch) break;
  }
  return swept;
}
