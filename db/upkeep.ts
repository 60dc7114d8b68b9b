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

export type Swept = { readonly inbox: number; readonly outbox: number };

/** Deletes what has served: inbox rows after 7 days, delivered messages after 30. Dead letters stay until revived. */
export async function upkeep(db: Queryable): Promise<Swept> {
  return { inbox: await sweep(db, sweeps.inbox), outbox: await sweep(db, sweeps.outbox) };
}

async function sweep(db: Queryable, statement: string): Promise<number> {
  let swept = 0;
  for (let i = 0; i < batches; i += 1) {
    const gone = (await db.query(`${statement} returning id`)).length;
    swept += gone;
    if (gone < batch) break;
  }
  return swept;
}
