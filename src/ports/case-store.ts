import type { CaseRecord, FiledCase } from '../domain/case/case.ts';
import type { CaseEvent, RecordedEvent } from '../domain/case/events.ts';
import type { Tally } from '../domain/figures/tally.ts';
import type { CaseId, CausationId, ClusterId } from '../domain/ids.ts';
import type { Result } from '../domain/result.ts';
import type { DueRow } from './due-list.ts';
import type { OwedNudge } from './nudges.ts';
import type { Addressed } from './outbox.ts';

/** AES-256-GCM sealed text, base64; opaque outside the vault. */
export type Sealed = string;

export type StaleCluster = { readonly id: ClusterId; readonly corrected: boolean };

export type CaseChange = {
  /** null: a new case; the database gives the number. */
  readonly caseId: CaseId | null;
  /** Version the decision was made on; 0 for a new case. */
  readonly expectedVersion: number;
  readonly causationId: CausationId;
  /** At least one. */
  readonly events: readonly CaseEvent[];
  readonly after: FiledCase;
  readonly messages: readonly Addressed[];
  /** Reminders that wait for their hour. */
  readonly nudges: readonly OwedNudge[];
  /** What is due next, and by which calendars that was counted. */
  readonly due: DueRow;
  /** Clusters that must be counted anew; `corrected`: a link was taken back, less may count than before. */
  readonly clusters: readonly StaleCluster[];
  /** All that the case counts for as it is now, and what these events add for good. */
  readonly tallies: readonly Tally[];
  /** The customer's words before masking, sealed; kept apart so that they can be erased. Filing only. */
  readonly original: Sealed | null;
};

/** `repeated`: this causation had acted before; nothing was written now. */
export type Committed = { readonly caseId: CaseId; readonly version: number; readonly repeated: boolean };
export type VersionConflict = { readonly type: 'VersionConflict' };

/** The only way anything becomes true: one transaction per change. */
export type CaseStore = {
  readonly load: (id: CaseId) => Promise<CaseRecord | null>;
  readonly commit: (change: CaseChange) => Promise<Result<Committed, VersionConflict>>;
  /** The log of one case, oldest first. */
  readonly history: (id: CaseId) => Promise<readonly RecordedEvent[]>;
  /** The case that this causation acted on, if it has acted. */
  readonly actedOn: (causationId: CausationId) => Promise<CaseId | null>;
  readonly original: (id: CaseId) => Promise<Sealed | null>;
};
