import type { Inbox } from '../src/ports/ambient.ts';
import type { Queryable } from './database.ts';

/** Acts once, over every replica: whoever writes the row was first. Rows are kept a week (`db/upkeep.ts`). */
export const inbox = (db: Queryable): Inbox => ({
  first: async (id) =>
    (await db.query('insert into inbox (id) values ($1::text) on conflict (id) do nothing returning id', [id])).length >
    0,
});
