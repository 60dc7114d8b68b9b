import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Taxonomies } from '../../src/domain/playbook.ts';
import { moment } from './columns.ts';

/** Every set of words a case was ever filed under: old cases keep theirs. */
export const taxonomies = pgTable('taxonomies', {
  version: text('version').primaryKey(),
  content: jsonb('content').$type<Taxonomies>().notNull(),
  firstSeenAt: moment('first_seen_at').notNull().defaultNow(),
});

/** Interactions that write no event, so that a redelivery acts once. Kept a week. */
export const inbox = pgTable(
  'inbox',
  { id: text('id').primaryKey(), receivedAt: moment('received_at').notNull().defaultNow() },
  (t) => [index('inbox_age').on(t.receivedAt)],
);

/** A known sentence sealed with the key of the first start: tells at start whether today's key is the same. */
export const canaries = pgTable('canaries', { name: text('name').primaryKey(), sealed: text('sealed').notNull() });
