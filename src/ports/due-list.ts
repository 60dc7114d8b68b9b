import type { CaseId } from '../domain/ids.ts';
import type { Duration, Instant } from '../domain/instant.ts';
import type { Due } from '../domain/sla/next-due.ts';
import type { ClockKey } from '../domain/sla/sla-clock.ts';

/** Something found due: `at` is the moment it was looked, by the database's clock. */
export type DueCase = { readonly caseId: CaseId; readonly due: Due; readonly at: Instant };

/** What a row says; null: nothing is due until somebody acts. */
export type DueRow = {
  readonly due: Due | null;
  readonly dues: Readonly<Record<ClockKey, Instant>>;
  readonly calendars: number;
};

/** A case whose due moment was counted with older calendars; `told`: what people were told then. */
export type OutdatedCase = { readonly caseId: CaseId; readonly told: Readonly<Record<ClockKey, Instant>> };

/**
 * The next due moment of every open case: a cache, written with each commit. The database's clock decides what is due, so
 * that replicas whose own clocks differ agree; `ahead` is how far the sandbox has moved time.
 */
export type DueList = {
  /** Earliest first, at most `limit`. Nobody else is given the same for a while. */
  readonly claim: (limit: number, ahead: Duration) => Promise<readonly DueCase[]>;
  /** The case is at `version` and this is what is due: writes the row anew unless the case has moved on. */
  readonly recount: (caseId: CaseId, version: number, row: DueRow) => Promise<void>;
  /** It broke: rests for so long, and longer each time. */
  readonly broke: (caseId: CaseId) => Promise<void>;
  /** Open cases counted with calendars older than this version. */
  readonly outdated: (calendars: number, limit: number) => Promise<readonly OutdatedCase[]>;
  /** Rows that are missing or left over: puts them right and says how many. */
  readonly repair: () => Promise<number>;
  readonly state: (ahead: Duration) => Promise<{
    /** Since the earliest moment that is past and not yet dealt with, in milliseconds; 0: there is none. */
    readonly overdueMs: number;
    readonly due: number;
    readonly broken: number;
  }>;
};
