import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, unique } from 'drizzle-orm/pg-core';
import type { Cluster } from '../../src/domain/cluster/cluster.ts';
import type { ClusterFigures } from '../../src/domain/learning/gauge.ts';
import { logged, moment } from './columns.ts';

/** What is said of linked cases together. Called by the number of the case it began with; who belongs to it stands in `cases`. */
export const clusters = pgTable(
  'clusters',
  {
    id: bigint('id', { mode: 'number' }).primaryKey(),
    version: integer('version').notNull().default(0),
    /** The older cluster it joined. */
    parentId: bigint('parent_id', { mode: 'number' }),
    state: jsonb('state').$type<Cluster>().notNull(),
    /** As counted last: cards draw these. */
    figures: jsonb('figures').$type<ClusterFigures>(),
    countedAt: moment('counted_at'),
  },
  (t) => [
    index('clusters_warned')
      .on(sql`((state -> 'reached' ->> 'watch')::bigint)`)
      .where(sql`state -> 'reached' ->> 'watch' is not null`),
    index('clusters_furthest')
      .on(sql`((figures -> 'gauge' ->> 'percent')::int) desc`)
      .where(sql`figures is not null and parent_id is null`),
    index('clusters_heard')
      .on(sql`((figures ->> 'customers')::int) desc`)
      .where(sql`figures is not null and parent_id is null`),
    index('clusters_paid_again').on(t.id).where(sql`(figures ->> 'paidAgain')::boolean and parent_id is null`),
    index('clusters_drifting').on(t.id).where(sql`(figures ->> 'isDrifting')::boolean and parent_id is null`),
    index('clusters_parent').on(t.parentId).where(sql`parent_id is not null`),
    // The younger joins the older: nothing goes in circles.
    check('clusters_parent_older', sql`${t.parentId} < ${t.id}`),
  ],
);

/** The log of a cluster; append-only like that of a case. */
export const clusterEvents = pgTable(
  'cluster_events',
  {
    clusterId: bigint('cluster_id', { mode: 'number' })
      .notNull()
      .references(() => clusters.id),
    ...logged(),
  },
  (t) => [
    primaryKey({ name: 'cluster_events_pk', columns: [t.clusterId, t.version] }),
    unique('cluster_events_causation').on(t.clusterId, t.causationId, t.type),
  ],
);

/** Clusters of which a case changed since they were counted: one row each, however many cases. */
export const staleClusters = pgTable(
  'stale_clusters',
  {
    clusterId: bigint('cluster_id', { mode: 'number' }).primaryKey(),
    /** Grows with each change: a count that was begun before the last one is no count of it. */
    marks: bigint('marks', { mode: 'number' }).notNull().default(1),
    /** A link was taken back: less may count than before. */
    corrected: boolean('corrected').notNull().default(false),
    restsUntil: moment('rests_until').notNull().default(sql`'-infinity'`),
  },
  (t) => [index('stale_clusters_due').on(t.restsUntil)],
);
