import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Nudge } from '../../src/domain/notices.ts';
import type { Span } from '../../src/domain/sla/working-hours.ts';
import { moment } from './columns.ts';

/**
 * The next moment at which something is owed: one narrow row per open case (and per closed one whose customer is
 * still to be called), so that looking costs what is due and not
 * what is open. A cache: the case and the calendars say when, `npm run meari -- doctor` says whether they agree.
 */
export const due = pgTable(
  'due',
  {
    caseId: bigint('case_id', { mode: 'number' }).primaryKey(),
    /** Infinity: nothing is owed until somebody acts. */
    dueAt: moment('due_at').notNull(),
    /** What is due: says whether a claimed row still means what it meant. */
    kind: text('kind').notNull(),
    /** Version of the calendars it was counted with. */
    calendars: integer('calendars').notNull(),
    /** A replica is at it, or it broke and rests: nobody else looks before. */
    restsUntil: moment('rests_until').notNull().default(sql`'-infinity'`),
    /** Times it broke in a row. */
    broke: integer('broke').notNull().default(0),
  },
  (t) => [index('due_at').on(t.dueAt), index('due_calendars').on(t.calendars, t.caseId)],
);

/** Reminders owed to people: they wait for working hours, for the day's next bundle, or not at all. */
export const nudges = pgTable(
  'nudges',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    personId: text('person_id').notNull(),
    caseId: bigint('case_id', { mode: 'number' }).notNull(),
    nudge: jsonb('nudge').$type<Nudge>().notNull(),
    /** Not before. */
    leavesAt: moment('leaves_at').notNull(),
    /**
     * `single` counts against the day's few; `bundle` left with others at the hour for it, `urgent` at once: both do not.
     * `superseded`: what it asked for was done before it left, or a later rung says more.
     */
    state: text('state').notNull().default('waiting'),
    owedAt: moment('owed_at').notNull(),
    doneAt: moment('done_at'),
  },
  (t) => [
    index('nudges_waiting').on(t.leavesAt).where(sql`state = 'waiting'`),
    index('nudges_of').on(t.personId, t.state, t.doneAt),
    index('nudges_case').on(t.caseId),
    check('nudges_state', sql`${t.state} in ('waiting', 'single', 'bundle', 'urgent', 'superseded')`),
    check('nudges_done', sql`(${t.state} = 'waiting') = (${t.doneAt} is null)`),
  ],
);

/** Days unlike others, by list: `kr` from the official almanac, others as an administrator keeps them. */
export const holidays = pgTable(
  'holidays',
  {
    list: text('list').notNull(),
    /** `YYYY-MM-DD`. */
    day: text('day').notNull(),
    name: text('name').notNull(),
    /** What is worked all the same; none: a day off. */
    spans: jsonb('spans').$type<readonly Span[]>().notNull().default([]),
    /** `almanac`, `ical` or `person`: what a person said is never overwritten by the others. */
    source: text('source').notNull(),
    /** Taken off the list by a person; kept, so that the almanac does not bring it back. */
    removed: boolean('removed').notNull().default(false),
    changedBy: text('changed_by'),
    changedAt: moment('changed_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'holidays_pk', columns: [t.list, t.day] }),
    check('holidays_source', sql`${t.source} in ('almanac', 'ical', 'person')`),
    check('holidays_day', sql`${t.day} ~ '^\\d{4}-\\d{2}-\\d{2}$'`),
  ],
);

/** Counts every change of a calendar, so that replicas read them anew and open cases are counted anew. One row. */
export const calendarState = pgTable('calendar_state', {
  one: boolean('one').primaryKey().default(true),
  version: integer('version').notNull(),
  /** Of the playbook's own part: working hours, zones, company days. */
  fingerprint: text('fingerprint').notNull(),
});

/** Who is away, and who stands in. */
export const absences = pgTable(
  'absences',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    personId: text('person_id').notNull(),
    fromDay: text('from_day').notNull(),
    untilDay: text('until_day').notNull(),
    /** Null: the department lead stands in. */
    delegateId: text('delegate_id'),
    setBy: text('set_by').notNull(),
    setAt: moment('set_at').notNull().defaultNow(),
  },
  (t) => [index('absences_of').on(t.personId, t.untilDay), check('absences_order', sql`${t.fromDay} <= ${t.untilDay}`)],
);
