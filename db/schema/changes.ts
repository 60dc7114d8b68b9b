import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { Change } from '../../src/domain/change/change.ts';
import { logged, moment } from './columns.ts';

/** Every process change as it is now: its log, folded. */
export const changes = pgTable(
  'changes',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
    version: integer('version').notNull(),
    status: text('status').notNull(),
    /** The problem it is about; what that joined stands in `clusters`. */
    clusterId: bigint('cluster_id', { mode: 'number' }).notNull(),
    department: text('department').notNull(),
    ownerId: text('owner_id'),
    begunAt: moment('begun_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    over: boolean('over').notNull(),
    state: jsonb('state').$type<Change>().notNull(),
  },
  (t) => [
    index('changes_cluster').on(t.clusterId),
    index('changes_department').on(t.department, t.id),
    index('changes_open').on(t.id).where(sql`not over`),
    index('changes_effective').on(t.id).where(sql`${t.status} = 'effective'`),
    index('changes_updated').on(t.updatedAt),
    check(
      'changes_owned',
      sql`${t.status} not in ('accepted', 'planned', 'doing', 'deployed') or ${t.ownerId} is not null`,
    ),
  ],
);

/** The log of a change; append-only like that of a case. */
export const changeEvents = pgTable(
  'change_events',
  {
    changeId: bigint('change_id', { mode: 'number' })
      .notNull()
      .references(() => changes.id),
    ...logged(),
    ordinal: integer('ordinal').notNull(),
  },
  (t) => [
    primaryKey({ name: 'change_events_pk', columns: [t.changeId, t.version] }),
    unique('change_events_causation').on(t.causationId, t.ordinal),
  ],
);

/** The next moment at which a change owes something; as `due` is for cases. */
export const changeDue = pgTable(
  'change_due',
  {
    changeId: bigint('change_id', { mode: 'number' }).primaryKey(),
    dueAt: moment('due_at').notNull(),
    kind: text('kind').notNull(),
    calendars: integer('calendars').notNull(),
    restsUntil: moment('rests_until').notNull().default(sql`'-infinity'`),
    broke: integer('broke').notNull().default(0),
  },
  (t) => [index('change_due_at').on(t.dueAt)],
);
