import { sql } from 'drizzle-orm';
import { bigint, index, pgTable, text } from 'drizzle-orm/pg-core';
import { moment, plainText } from './columns.ts';

/** What people have said of a whole surge, until it has been done for each of its cases. */
export const gatherings = pgTable(
  'gatherings',
  {
    causationId: plainText('causation_id').primaryKey(),
    head: bigint('head', { mode: 'number' }).notNull(),
    byId: text('by_id').notNull(),
    at: moment('at').notNull(),
    doneAt: moment('done_at'),
  },
  (t) => [index('gatherings_open').on(t.at).where(sql`done_at is null`)],
);
