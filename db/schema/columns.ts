import { customType, integer, jsonb, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * Text compared byte by byte, whatever the database's locale: lanes are walked in key order, and two databases must
 * agree on that order.
 */
export const plainText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** A point in time, never a wall clock. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What every log keeps of an event, beside what it happened to. */
export const logged = () => ({
  version: integer('version').notNull(),
  causationId: text('causation_id').notNull(),
  type: text('type').notNull(),
  at: moment('at').notNull(),
  /** Null where the system acted. The name is kept too: history reads the same after people leave. */
  byId: text('by_id'),
  byName: text('by_name'),
  data: jsonb('data').notNull(),
});
