import type { CaseId, PersonId } from '../domain/ids.ts';
import type { Duration, Instant } from '../domain/instant.ts';
import type { Nudge } from '../domain/notices.ts';
import type { Waiting } from '../domain/sla/nudge-plan.ts';
import type { Addressed } from './outbox.ts';

export type NudgeId = number;

/** A reminder owed to a person; written with the commit that owes it. */
export type OwedNudge = {
  readonly person: PersonId;
  readonly nudge: Nudge;
  readonly leavesAt: Instant;
  readonly owedAt: Instant;
};

export type WaitingNudge = Waiting<NudgeId> & { readonly caseId: CaseId };

/** What became of a person's reminders: all of it, or nothing, is written. */
export type NudgeOutcome = {
  readonly superseded: readonly NudgeId[];
  /** `single` is one of the day's few. */
  readonly sent: readonly {
    readonly ids: readonly NudgeId[];
    readonly as: 'single' | 'bundle' | 'urgent';
    readonly caseId: CaseId;
    readonly messages: readonly Addressed[];
  }[];
  readonly wait: { readonly ids: readonly NudgeId[]; readonly until: Instant } | null;
};

export type Nudges = {
  /** People with reminders that may leave by now. */
  readonly people: (
    limit: number,
    ahead: Duration,
  ) => Promise<{ readonly people: readonly PersonId[]; readonly at: Instant }>;
  /** What of theirs may leave at a moment, and how many messages that count they have had since another. */
  readonly of: (
    person: PersonId,
    at: Instant,
    since: Instant,
  ) => Promise<{ readonly waiting: readonly WaitingNudge[]; readonly sentSince: number }>;
  /** False: another process was faster, nothing was written. `at`: by the clock the reminders go by. */
  readonly settle: (outcome: NudgeOutcome, at: Instant) => Promise<boolean>;
  /** `lateMs`: since the earliest that should have left; 0: none. */
  readonly state: (ahead: Duration) => Promise<{ readonly waiting: number; readonly lateMs: number }>;
};
