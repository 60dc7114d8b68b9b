import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { FiledCase } from '../../src/domain/case/case.ts';
import { logged, moment } from './columns.ts';

/** Every case as it is now: the log, folded. `state` is the truth that is read; the columns beside it are for finding. */
export const cases = pgTable(
  'cases',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    version: integer('version').notNull(),
    status: text('status').notNull(),
    tier: text('tier'),
    department: text('department'),
    ownerId: text('owner_id'),
    customerOwnerId: text('customer_owner_id').notNull(),
    filerId: text('filer_id').notNull(),
    customerKey: text('customer_key'),
    filedAt: moment('filed_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    ended: boolean('ended').notNull(),
    /** A signal says that the customer may be leaving. */
    leaving: boolean('leaving').notNull().default(false),
    /** The one party that answers for it: null exactly when it has ended. */
    accountable: text('accountable'),
    /** The cluster it was linked into; what that joined stands in `clusters`. */
    clusterId: bigint('cluster_id', { mode: 'number' }),
    /** The case that the surge it came in began with. */
    surgeOf: bigint('surge_of', { mode: 'number' }),
    /** Everybody whose next step it is: `person:…`, `department:…`, `role:…`, `role:deptLead@…`. */
    awaits: text('awaits').array().notNull(),
    /** When each clock is due, as people were last told: a calendar that changes is compared with this. */
    dues: jsonb('dues').$type<Readonly<Record<string, number>>>().notNull().default({}),
    state: jsonb('state').$type<FiledCase>().notNull(),
  },
  (t) => [
    index('cases_awaits').using('gin', t.awaits),
    index('cases_filer').on(t.filerId, t.id),
    index('cases_owner').on(t.ownerId, t.filedAt).where(sql`not ended`),
    index('cases_department').on(t.department, t.id),
    index('cases_leaving').on(t.id).where(sql`leaving`),
    index('cases_surge').on(t.surgeOf, t.id).where(sql`surge_of is not null and cluster_id is null`),
    index('cases_cluster').on(t.clusterId, t.filedAt).where(sql`cluster_id is not null`),
    index('cases_open').on(t.id).where(sql`not ended`),
    index('cases_customer').on(t.customerKey, t.clusterId).where(sql`customer_key is not null`),
    index('cases_working').on(t.department, t.status).where(sql`not ended`),
    index('cases_answered').on(t.id).where(sql`status = 'fixed'`),
    index('cases_news')
      .on(sql`((dues ->> 'interim')::float8)`)
      .where(sql`not ended and dues ->> 'interim' is not null`),
    index('cases_urgent').on(t.tier, t.id).where(sql`not ended and tier in ('S1', 'S2')`),
    index('cases_renewal')
      .on(sql`(state -> 'voice' ->> 'renewal')`)
      .where(sql`state -> 'voice' ->> 'renewal' is not null`),
    index('cases_repeating').on(t.filedAt).where(sql`customer_key is not null and cluster_id is not null`),
    index('cases_refused').on(t.id).where(sql`status = 'refused'`),
    check('cases_version', sql`${t.version} >= 1`),
    check('cases_tier', sql`${t.tier} in ('S1', 'S2', 'S3', 'S4')`),
    check('cases_one_accountable', sql`(${t.accountable} is null) = ${t.ended}`),
    check('cases_ended_awaits_nobody', sql`not ${t.ended} or ${t.status} = 'closed' or cardinality(${t.awaits}) = 0`),
    check('cases_ends', sql`${t.status} not in ('closed', 'merged', 'withdrawn', 'void') or ${t.ended}`),
    check('cases_owned', sql`${t.status} not in ('acknowledged', 'working', 'held') or ${t.ownerId} is not null`),
  ],
);

/** The log. Append-only: a trigger refuses every update, delete and truncate. */
export const caseEvents = pgTable(
  'case_events',
  {
    caseId: bigint('case_id', { mode: 'number' })
      .notNull()
      .references(() => cases.id),
    ...logged(),
    /** Place among the events of one causation, from 0. */
    ordinal: integer('ordinal').notNull(),
  },
  (t) => [
    primaryKey({ name: 'case_events_pk', columns: [t.caseId, t.version] }),
    unique('case_events_causation').on(t.causationId, t.ordinal),
    check('case_events_version', sql`${t.version} >= 1`),
    check('case_events_filed_first', sql`(${t.version} = 1) = (${t.type} = 'CaseFiled')`),
    check('case_events_by', sql`(${t.byId} is null) = (${t.byName} is null)`),
  ],
);

/** The customer's words before masking, sealed. Erasing keeps the row and the moment, and loses the words. */
export const originals = pgTable(
  'originals',
  {
    caseId: bigint('case_id', { mode: 'number' })
      .primaryKey()
      .references(() => cases.id),
    sealed: text('sealed'),
    erasedAt: moment('erased_at'),
  },
  (t) => [
    check('originals_erased', sql`(${t.sealed} is null) = (${t.erasedAt} is not null)`),
    index('originals_kept').on(t.caseId).where(sql`${t.sealed} is not null`),
  ],
);

/** What `find` looks through: letters and digits only, and their pairs, hashed. Apart from `cases`, so that it is written once. */
export const caseTexts = pgTable(
  'case_texts',
  {
    caseId: bigint('case_id', { mode: 'number' })
      .primaryKey()
      .references(() => cases.id),
    text: text('text').notNull(),
    grams: integer('grams').array().notNull(),
  },
  (t) => [index('case_texts_grams').using('gin', t.grams)],
);

/**
 * By what look-alikes are found: syllable pairs and words of what was said, hashed. Only cases that may be offered are
 * here, open ones and those that ended lately, so that a search costs what is going on and not what ever was.
 */
export const lookAlikes = pgTable(
  'look_alikes',
  {
    caseId: bigint('case_id', { mode: 'number' })
      .primaryKey()
      .references(() => cases.id),
    grams: integer('grams').array().notNull(),
  },
  (t) => [index('look_alikes_grams').using('gin', t.grams)],
);

/** In how many of them each gram stands, counted once in a while: one row a count, the newest is valid. */
export const gramCounts = pgTable('gram_counts', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  countedAt: moment('counted_at').notNull().defaultNow(),
  /** Cases that were looked through. */
  total: integer('total').notNull(),
  grams: integer('grams').array().notNull(),
  counts: integer('counts').array().notNull(),
});
