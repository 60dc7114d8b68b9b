import { caseId, personId } from '../src/domain/ids.ts';
import { type Instant, instant } from '../src/domain/instant.ts';
import type { Deliverable } from '../src/domain/notices.ts';
import type { MessageRef, Place } from '../src/ports/chat-gateway.ts';
import type { Claim, DeadLetter, Outbox } from '../src/ports/outbox.ts';
import type { Database } from './database.ts';
import { violates } from './faults.ts';
import { laneKey } from './lane.ts';
import { storable } from './literals.ts';
import {
  claimStatement,
  deadStatement,
  deliveredStatement,
  putBackStatement,
  retryStatement,
  reviveStatement,
} from './outbox-statements.ts';

/** Longer than a platform call with its time-out and the look-up after it, so that a lease rarely ends in mid-call. */
const lease = 30_000;

type PlaceRow = Pick<Place, 'platform' | 'tenant' | 'kind'> & { readonly place_id: string };
type ClaimRow = PlaceRow & {
  readonly id: number;
  readonly case_id: number | null;
  readonly person_id: string | null;
  readonly notice: Deliverable;
  readonly attempts: number;
  readonly first_tried_at: number | null;
  readonly lease_token: string;
  readonly conversation: string | null;
  readonly message: string | null;
  readonly note_conversation: string | null;
  readonly note_message: string | null;
};
type DeadRow = PlaceRow & {
  readonly id: number;
  readonly case_id: number | null;
  readonly last_error: string | null;
  readonly attempts: number;
  readonly created_at: number;
};

/** What is owed and undelivered, in the database that also holds the cases: owed exactly when the case says so. */
export function outbox(db: Database, options: { readonly leaseMs?: number } = {}): Outbox {
  const leaseMs = options.leaseMs ?? lease;
  return {
    claim: async (limit) =>
      (await db.query<ClaimRow>(claimStatement, [limit, leaseMs])).map((row) => claimOf(row, leaseMs)),
    delivered: async (claim, ref) => {
      await db.query(deliveredStatement, [
        ...holding(claim),
        claim.outboxId,
        ref !== null,
        ref?.conversation ?? null,
        ref?.message ?? null,
      ]);
    },
    retry: async (claim, wait, error, { forgetCard = false, asked = false } = {}) => {
      await db.query(retryStatement, [...holding(claim), wait, claim.outboxId, storable(error), forgetCard, asked]);
    },
    putBack: async (claim, until, at) => {
      await db.query(putBackStatement, [...holding(claim), 0, claim.outboxId, until, at]);
    },
    dead: async (claim, error) => {
      await db.query(deadStatement, [...holding(claim), 0, claim.outboxId, storable(error)]);
    },
    deadLetters: async (limit) => {
      const rows = await db.query<DeadRow>(
        `select o.id, o.case_id, o.last_error, o.attempts, o.created_at, l.platform, l.tenant, l.kind, l.place_id
           from outbox o join lanes l on l.key = o.lane
          where o.state = 'dead' order by o.created_at, o.id limit $1::int`,
        [limit],
      );
      return rows.map(letterOf);
    },
    revive: (outboxId) => revive(db, outboxId),
    depth: async () => {
      const [row] = await db.query<{ pending: number; dead: number; oldest: number | null }>(
        `select (select count(*) from outbox where state in ('pending', 'sending')) as pending,
                (select count(*) from outbox where state = 'dead') as dead,
                (select min(created_at) from outbox where state in ('pending', 'sending')) as oldest`,
      );
      return { pending: row?.pending ?? 0, dead: row?.dead ?? 0, oldestPending: moment(row?.oldest ?? null) };
    },
  };
}

const holding = (claim: Claim): readonly [string, string] => [laneKey(claim.addressed.place), claim.lease];
const moment = (ms: number | null): Instant | null => (ms === null ? null : instant(ms));
const placeOf = (row: PlaceRow): Place => ({
  platform: row.platform,
  tenant: row.tenant,
  kind: row.kind,
  id: row.place_id,
});

const refIn = ({ platform, tenant }: Place, conversation: string | null, message: string | null): MessageRef | null =>
  conversation === null || message === null ? null : { platform, tenant, conversation, message };

function claimOf(row: ClaimRow, leaseMs: number): Claim {
  const place = placeOf(row);
  return {
    outboxId: String(row.id),
    lease: row.lease_token,
    leaseMs,
    caseId: row.case_id === null ? null : caseId(row.case_id),
    addressed: { place, person: row.person_id === null ? null : personId(row.person_id), notice: row.notice },
    attempt: row.attempts + 1,
    firstTriedAt: moment(row.first_tried_at),
    card: refIn(place, row.conversation, row.message),
    note: refIn(place, row.note_conversation, row.note_message),
  };
}

const letterOf = (row: DeadRow): DeadLetter => ({
  outboxId: String(row.id),
  caseId: row.case_id === null ? null : caseId(row.case_id),
  place: placeOf(row),
  error: row.last_error ?? '',
  attempts: row.attempts,
  createdAt: instant(row.created_at),
});

async function revive(db: Database, outboxId: string): Promise<boolean> {
  if (!/^\d{1,18}$/.test(outboxId)) return false;
  for (;;) {
    try {
      return (await db.query(reviveStatement, [outboxId])).length > 0;
    } catch (error) {
      // A commit asked for the same card in this very moment: next time round it is seen.
      if (!violates(error, 'outbox_one_card')) throw error;
    }
  }
}
