import type { Change, ChangeRecord, Effect, Status } from '../domain/change/change.ts';
import type { ChangeEvent, RecordedChangeEvent } from '../domain/change/events.ts';
import type { ChangeDue } from '../domain/change/next-due.ts';
import type { CausationId, ChangeId, ClusterId, DepartmentCode } from '../domain/ids.ts';
import type { Duration, Instant } from '../domain/instant.ts';
import type { Acceptance } from '../domain/learning/conversion.ts';
import type { OwedNudge } from './nudges.ts';
import type { Addressed } from './outbox.ts';

export type ChangeOfChange = {
  readonly id: ChangeId;
  readonly expectedVersion: number;
  readonly causationId: CausationId;
  readonly events: readonly ChangeEvent[];
  readonly after: Change;
  readonly messages: readonly Addressed[];
  readonly nudges: readonly OwedNudge[];
  readonly due: ChangeDue | null;
  /** Version of the calendars that was counted with. */
  readonly calendars: number;
  /** Its problem has its answer now: the cases of it must learn that. */
  readonly answers: boolean;
};

export type ChangeFilter = {
  readonly department: DepartmentCode | null;
  readonly open: boolean;
  readonly status?: Status;
};

export type Lesson = { readonly record: ChangeRecord; readonly said: string };

export type DueChange = { readonly id: ChangeId; readonly due: ChangeDue; readonly at: Instant };

/** Process changes: one transaction per step, like cases. */
export type ChangeStore = {
  /** A number nobody else gets. */
  readonly nextId: () => Promise<ChangeId>;
  readonly load: (id: ChangeId) => Promise<ChangeRecord | null>;
  readonly history: (id: ChangeId) => Promise<readonly RecordedChangeEvent[]>;
  /** `done`; `repeated`: this causation has acted; `conflict`: somebody was faster. */
  readonly commit: (change: ChangeOfChange) => Promise<'done' | 'repeated' | 'conflict'>;
  readonly actedOn: (causation: CausationId) => Promise<ChangeId | null>;
  /** Of these clusters, newest first. */
  readonly ofClusters: (ids: readonly ClusterId[]) => Promise<readonly ChangeRecord[]>;
  /** When changes about these clusters were accepted. */
  readonly accepted: (ids: readonly ClusterId[]) => Promise<readonly Acceptance[]>;
  readonly find: (
    filter: ChangeFilter,
    limit: number,
  ) => Promise<{ readonly changes: readonly ChangeRecord[]; readonly total: number }>;
  /** What was verified to hold, newest first, with what customers said of the problem, as `find` sees it. */
  readonly lessons: (limit: number) => Promise<readonly Lesson[]>;
  /**
   * What took effect, or was verified, in a stretch of time; oldest first. `outcome`: what was found when it was verified
   * then, whatever has been found since.
   */
  readonly happenedBetween: (
    type: ChangeEvent['type'],
    from: Instant,
    to: Instant,
    outcome?: Effect['outcome'],
  ) => Promise<readonly ChangeRecord[]>;
  /** Earliest first, at most so many; nobody else is given the same for a while. */
  readonly due: (limit: number, ahead: Duration) => Promise<readonly DueChange[]>;
  readonly outdated: (calendars: number, limit: number) => Promise<readonly ChangeId[]>;
  readonly recount: (id: ChangeId, version: number, due: ChangeDue | null, calendars: number) => Promise<void>;
  readonly broke: (id: ChangeId) => Promise<void>;
};
