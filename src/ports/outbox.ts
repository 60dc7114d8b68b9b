import type { CaseId, PersonId } from '../domain/ids.ts';
import type { Duration, Instant } from '../domain/instant.ts';
import type { Deliverable } from '../domain/notices.ts';
import type { MessageRef, Place } from './chat-gateway.ts';

/** A notice and the one place it is owed to. `person` is set for private places. */
export type Addressed = { readonly place: Place; readonly person: PersonId | null; readonly notice: Deliverable };

/** A claimed message: this process holds the place's lane until the lease ends. */
export type Claim = {
  readonly outboxId: string;
  readonly lease: string;
  /** Monotonic deadline of the holder: after it, do not send. */
  readonly leaseMs: number;
  /** null: a bulletin, which hangs beside no case. */
  readonly caseId: CaseId | null;
  readonly addressed: Addressed;
  /** From 1; tries after which the platform said when to come back are not counted. */
  readonly attempt: number;
  /** When the first attempt was claimed; null on the first. Not null: an outcome may be unknown, look before posting. */
  readonly firstTriedAt: Instant | null;
  /** The living card of this case in this place, if it was posted. */
  readonly card: MessageRef | null;
  /** The line that already stands there for the note this is about. */
  readonly note: MessageRef | null;
};

export type DeadLetter = {
  readonly outboxId: string;
  readonly caseId: CaseId | null;
  readonly place: Place;
  readonly error: string;
  readonly attempts: number;
  readonly createdAt: Instant;
};

/**
 * What is owed and not yet delivered. One lane per place: ordered, paced, backed off on its own. At most one pending
 * `card` notice per case and place: it is rendered from the case as it is when it goes out.
 */
export type Outbox = {
  /** The head of every lane that may send now, at most `limit`; leases them. */
  readonly claim: (limit: number) => Promise<readonly Claim[]>;
  /** `ref` null: nothing had to be posted (superseded). Remembers the message of a card and of a note. */
  readonly delivered: (claim: Claim, ref: MessageRef | null) => Promise<void>;
  /**
   * Close the lane for `wait`, keep the message at its head. `forgetCard`: the remembered message is gone. `asked`: the
   * platform named the time, so this was no attempt that could fail.
   */
  readonly retry: (
    claim: Claim,
    wait: Duration,
    error: string,
    how?: { readonly forgetCard?: boolean; readonly asked?: boolean },
  ) => Promise<void>;
  /**
   * Reminders that may not leave now: back on the list of what waits, until then, and out of the lane, which others need
   * meanwhile. Both or neither is written.
   */
  readonly putBack: (claim: Claim, until: Instant, at: Instant) => Promise<void>;
  /** The lane goes on; an operator sees the letter. */
  readonly dead: (claim: Claim, error: string) => Promise<void>;
  readonly deadLetters: (limit: number) => Promise<readonly DeadLetter[]>;
  /** Put a dead letter back at the head of its lane. */
  readonly revive: (outboxId: string) => Promise<boolean>;
  readonly depth: () => Promise<{
    readonly pending: number;
    readonly dead: number;
    readonly oldestPending: Instant | null;
  }>;
};
