import type { Calendars } from '../ports/calendars.ts';
import type { Nudges } from '../ports/nudges.ts';
import { faultOf } from './faults.ts';
import { type SendNudgesDeps, sendNudges } from './send-nudges.ts';
import { recountOutdated, type SweepDeps, sweepDue } from './sweep-due.ts';

export type Timekeeper = {
  /** Time may have passed: see what is due. Never waits, never throws. */
  readonly kick: () => void;
  /** Resolves when everything due at the time of asking has been dealt with, or has broken. */
  readonly tick: () => Promise<void>;
  /** Puts the due list right where it has lost or kept a row. Resolves to how many. */
  readonly repair: () => Promise<number>;
  readonly state: () => Promise<TimeState>;
  readonly stop: () => Promise<void>;
};

/** `overdueMs`, `lateMs`: since when the oldest waits that should not; 0: nothing does. */
export type TimeState = {
  readonly due: number;
  readonly broken: number;
  readonly overdueMs: number;
  readonly nudges: number;
  readonly lateMs: number;
};

export type TimekeeperDeps = SweepDeps &
  SendNudgesDeps & {
    readonly holidays: Pick<Calendars, 'refresh'>;
    readonly nudges: Nudges;
    /** Counts anew what changed since it was counted. */
    readonly count: () => Promise<unknown>;
    /** Owes what is told at its time. */
    readonly issue: () => Promise<unknown>;
  };

/**
 * Keeps the time of all cases: rings mean "look", the database says what is due. One look at a time in this process; a
 * ring during a look asks for one more.
 */
export function timekeeper(deps: TimekeeperDeps): Timekeeper {
  let looking: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function look(): Promise<void> {
    await deps.holidays.refresh();
    await sweepDue(deps);
    await deps.count();
    await deps.issue();
    await recountOutdated(deps);
    await sendNudges(deps);
  }

  async function looks(): Promise<void> {
    while (again && !stopped) {
      again = false;
      await look().catch((fault: unknown) => {
        deps.log.error('looking at the time broke; the next ring looks again', faultOf(fault));
      });
    }
    // In the same breath as the last look at `again`: a ring in between would be lost.
    looking = null;
  }

  function tick(): Promise<void> {
    again = true;
    if (stopped) return Promise.resolve();
    looking ??= looks();
    return looking;
  }

  return {
    kick: () => void tick(),
    tick,
    repair: async () => {
      const repaired = await deps.dueList.repair();
      if (repaired > 0) deps.log.warn('the due list was put right', { rows: repaired });
      return repaired;
    },
    state: async () => {
      const ahead = deps.ahead();
      const [list, nudges] = await Promise.all([deps.dueList.state(ahead), deps.nudges.state(ahead)]);
      return {
        due: list.due,
        broken: list.broken,
        overdueMs: list.overdueMs,
        nudges: nudges.waiting,
        lateMs: nudges.lateMs,
      };
    },
    stop: async () => {
      stopped = true;
      await looking;
    },
  };
}
