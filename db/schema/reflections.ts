import { sql } from 'drizzle-orm';
import { bigint, check, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** Which card asked a department in a week to stand where the customer stands. */
export const reflections = pgTable(
  'reflections',
  {
    department: text('department').notNull(),
    /** Its Monday, `YYYY-MM-DD`. */
    week: text('week').notNull(),
    caseId: bigint('case_id', { mode: 'number' }).notNull(),
    /** Somebody has folded it away. */
    foldedAt: moment('folded_at'),
  },
  (t) => [
    primaryKey({ name: 'reflections_pk', columns: [t.department, t.week] }),
    index('reflections_case').on(t.caseId).where(sql`folded_at is null`),
    check('reflections_week', sql`${t.week} ~ '^\\d{4}-\\d{2}-\\d{2}$'`),
  ],
);
