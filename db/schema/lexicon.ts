import { pgTable, primaryKey, unique } from 'drizzle-orm/pg-core';
import { logged } from './columns.ts';

/** What was edited of the lexicon in chat; append-only like the log of a case. `version` counts the edits. */
export const lexiconEvents = pgTable('lexicon_events', { ...logged() }, (t) => [
  primaryKey({ name: 'lexicon_events_pk', columns: [t.version] }),
  unique('lexicon_events_causation').on(t.causationId),
]);
