import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** What figures are sums of: one narrow row for each thing that counts, at the moment at which it counts. Follows from the log. */
export const tallies = pgTable(
  'tallies',
  {
    caseId: bigint('case_id', { mode: 'number' }).notNull(),
    what: text('what').notNull(),
    n: integer('n').notNull(),
    at: moment('at').notNull(),
    department: text('department'),
    kind: text('kind').notNull(),
    tier: text('tier'),
    kept: boolean('kept'),
    value: bigint('value', { mode: 'number' }),
    marks: text('marks').array(),
  },
  (t) => [
    primaryKey({ name: 'tallies_pk', columns: [t.caseId, t.what, t.n] }),
    // Migration 0018 lets it carry what is summed, so that a sum never reads the rows themselves.
    index('tallies_at').on(t.what, t.at),
    /** Promises that run: what is overdue now costs what is open. */
    index('tallies_open')
      .on(t.what, t.at)
      .where(sql`kept is null and what in ('acknowledge', 'fix', 'obstacle', 'decide')`),
  ],
);

/** How far everything has been tallied by a definition; one row. */
export const tallyState = pgTable('tally_state', {
  one: boolean('one').primaryKey().default(true),
  /** Of the definitions. */
  version: integer('version').notNull(),
  /** Cases up to this number follow them; null: all do. */
  upTo: bigint('up_to', { mode: 'number' }),
});

/** The sums of a week as they were last counted, so that a trend over years reads one row a week. */
export const weekSums = pgTable(
  'week_sums',
  {
    /** Its Monday, `YYYY-MM-DD`. */
    week: text('week').notNull(),
    /** A department's code; empty: the whole company. */
    department: text('department').notNull(),
    sums: jsonb('sums').$type<Readonly<Record<string, number>>>().notNull(),
    countedAt: moment('counted_at').notNull(),
  },
  (t) => [primaryKey({ name: 'week_sums_pk', columns: [t.department, t.week] })],
);
