import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Said } from '../../src/domain/case/note.ts';
import type { Deliverable, OfChange } from '../../src/domain/notices.ts';
import { cases } from './cases.ts';
import { moment, plainText } from './columns.ts';

const never = sql`'-infinity'`;

/** One row per place = one ordered lane: its lock, its pace and its back-off. Rows are never deleted. */
export const lanes = pgTable(
  'lanes',
  {
    key: plainText('key').primaryKey(),
    platform: text('platform').notNull(),
    tenant: text('tenant').notNull(),
    kind: text('kind').notNull(),
    placeId: text('place_id').notNull(),
    /** Least time between two posts, in milliseconds. */
    gapMs: integer('gap_ms').notNull(),
    /** The gate: nothing goes out before. Pace, Retry-After and back-off all move this. */
    nextAt: moment('next_at').notNull().default(never),
    leaseUntil: moment('lease_until').notNull().default(never),
    leaseToken: uuid('lease_token'),
  },
  (t) => [
    check('lanes_platform', sql`${t.platform} in ('slack', 'teams')`),
    check('lanes_kind', sql`${t.kind} in ('channel', 'person')`),
    check('lanes_gap', sql`${t.gapMs} between 0 and 60000`),
  ],
);

/**
 * What is owed. Its order within a lane is its id; what it says is decided when it goes out. Lane and case have no foreign
 * key: only a commit writes here, in the statement that writes those, and checking it again costs a tenth of the commit.
 */
export const outbox = pgTable(
  'outbox',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    lane: plainText('lane').notNull(),
    /** Null: a bulletin. */
    caseId: bigint('case_id', { mode: 'number' }),
    /** Version of the case whose commit asked for it last. */
    owedAt: integer('owed_at').notNull(),
    type: text('type').notNull(),
    personId: text('person_id'),
    notice: jsonb('notice').$type<Deliverable>().notNull(),
    state: text('state').notNull().default('pending'),
    attempts: integer('attempts').notNull().default(0),
    firstTriedAt: moment('first_tried_at'),
    lastError: text('last_error'),
    createdAt: moment('created_at').notNull().defaultNow(),
    doneAt: moment('done_at'),
  },
  (t) => [
    index('outbox_head').on(t.lane, t.id).where(sql`state in ('pending', 'sending')`),
    uniqueIndex('outbox_one_card').on(t.caseId, t.lane).where(sql`state = 'pending' and type = 'card'`),
    index('outbox_dead').on(t.createdAt).where(sql`state = 'dead'`),
    index('outbox_done').on(t.doneAt).where(sql`state in ('sent', 'superseded')`),
    check(
      'outbox_type',
      sql`${t.type} in ('card', 'story', 'note', 'word', 'nudges', 'change-card', 'change-story', 'change-word', 'bulletin')`,
    ),
    check('outbox_state', sql`${t.state} in ('pending', 'sending', 'sent', 'dead', 'superseded')`),
    check('outbox_done_at', sql`(${t.state} in ('pending', 'sending')) = (${t.doneAt} is null)`),
    check('outbox_tried', sql`${t.state} <> 'sending' or ${t.firstTriedAt} is not null`),
  ],
);

/** The living card of a case in a place: updated from then on, not posted again. */
export const postedCards = pgTable(
  'posted_cards',
  {
    caseId: bigint('case_id', { mode: 'number' })
      .notNull()
      .references(() => cases.id),
    lane: plainText('lane')
      .notNull()
      .references(() => lanes.key),
    conversation: text('conversation').notNull(),
    message: text('message').notNull(),
    postedAt: moment('posted_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'posted_cards_pk', columns: [t.caseId, t.lane] }),
    index('posted_cards_message').on(t.lane, t.message),
  ],
);

/** The line that shows a note of a case in a place where it was not written: updated from then on. */
export const postedNotes = pgTable(
  'posted_notes',
  {
    caseId: bigint('case_id', { mode: 'number' })
      .notNull()
      .references(() => cases.id),
    lane: plainText('lane')
      .notNull()
      .references(() => lanes.key),
    /** The message that the note is; or the change whose card this is. */
    said: jsonb('said').$type<Said | OfChange>().notNull(),
    conversation: text('conversation').notNull(),
    message: text('message').notNull(),
  },
  (t) => [primaryKey({ name: 'posted_notes_pk', columns: [t.caseId, t.lane, t.said] })],
);
