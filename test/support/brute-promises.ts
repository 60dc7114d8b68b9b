import type { Day } from '../../src/domain/instant.ts';
import type { Target, Terms } from '../../src/domain/sla/terms.ts';
import { type BruteClock, rungsOf } from './brute-clock.ts';
import type { BruteOffice } from './brute-office.ts';
import {
  businessDay,
  businessDayFrom,
  countBetween,
  endOfDay,
  everyMinute,
  type Minutes,
  momentsFrom,
  numberOf,
  type Stretch,
  shownAt,
} from './brute-time.ts';

/*
 * The clocks that run: how long each is, and what begins, ends, waits or is promised anew.
 */

type Wanted = Target | { readonly unit: 'until'; readonly day: Day };
type Running = { readonly clock: BruteClock; readonly target: Wanted; readonly hours: Minutes };
/** What a clock keeps when it is counted anew. */
type Kept = Pick<BruteClock, 'from' | 'reached' | 'silence' | 'pauses'>;

export type Promises = {
  readonly running: ReadonlyMap<string, { readonly clock: BruteClock }>;
  /** What was promised; until then, and for some kinds for ever, nothing. */
  readonly agree: (terms: Terms | null) => void;
  /** A clock of that name, or one with the time and the rungs of another. Nothing promised: nothing runs. */
  readonly start: (key: string, at: number, hours: Minutes, as?: string) => void;
  readonly begin: (key: string, target: Wanted, at: number, hours: Minutes) => void;
  readonly end: (...keys: readonly string[]) => void;
  readonly endAll: () => void;
  /** The same promise by another calendar. */
  readonly move: (key: string, hours: Minutes) => void;
  readonly pause: (key: string, at: number) => void;
  readonly goOn: (key: string, at: number) => void;
  readonly silence: (key: string, until: number, by: 'snooze' | 'newDue') => void;
  readonly become: (key: string, clock: BruteClock) => void;
  /** The second chance of a case that came back. */
  readonly again: (at: number, hours: Minutes) => void;
  /** Another severity: other promises, counted from where the old ones began; what was kept stays kept. */
  readonly renew: (terms: Terms | null, isUnsolved: boolean, filedAt: number, hours: Minutes) => void;
};

export function promises(office: BruteOffice): Promises {
  const running = new Map<string, Running>();
  /** Kept, or over. */
  const over = new Set<string>();
  /** Taken back by a lower severity. */
  const takenBack = new Map<string, BruteClock>();
  let terms: Terms | null = null;
  let cameBack = false;

  const targetOf = (name: string, from: Terms): Target | undefined =>
    from.targets[(name === 'accept' ? 'acknowledge' : name) as keyof Terms['targets']];

  function set(key: string, kept: Kept, target: Wanted, hours: Minutes): void {
    if (terms === null) return;
    const [name = ''] = key.split(':');
    const { from, reached, silence, pauses } = kept;
    const { minutes, length } = measured(from, target, hours, office);
    const repeat = name === 'acknowledge' || name === 'accept' ? terms.repeat : null;
    const momentBy = momentsFrom(from, minutes, pauses);
    const rungs = rungsOf(name, terms);
    const clock = { key, from, reached, silence, pauses, minutes, length, momentBy, rungs, repeat };
    running.set(key, { target, hours, clock });
  }

  function begin(key: string, target: Wanted, from: number, hours: Minutes): void {
    set(key, { from, reached: 0, silence: null, pauses: [] }, target, hours);
    over.delete(key);
  }

  function change(key: string, how: (clock: BruteClock) => BruteClock): void {
    const known = running.get(key);
    if (known !== undefined) running.set(key, { ...known, clock: how(known.clock) });
  }

  const pausing = (key: string, how: (pauses: readonly Stretch[]) => readonly Stretch[]): void =>
    change(key, (clock) => {
      const pauses = how(clock.pauses);
      return { ...clock, pauses, momentBy: momentsFrom(clock.from, clock.minutes, pauses) };
    });

  return {
    running,
    agree: (agreed) => {
      terms = agreed;
    },
    begin,
    start: (key, at, hours, as = key) => {
      const target = terms === null ? undefined : targetOf(as, terms);
      if (target !== undefined) begin(key, target, at, hours);
    },
    end: (...keys) => {
      for (const key of keys) if (running.delete(key)) over.add(key);
    },
    endAll: () => running.clear(),
    move: (key, hours) => {
      const known = running.get(key);
      if (known !== undefined) set(key, known.clock, known.target, hours);
    },
    pause: (key, at) => pausing(key, (pauses) => [...pauses, { from: at, to: null }]),
    goOn: (key, at) => pausing(key, (pauses) => pauses.map(({ from, to }) => ({ from, to: to ?? at }))),
    silence: (key, until, by) => change(key, (clock) => ({ ...clock, silence: { until, by } })),
    become: (key, clock) => change(key, () => clock),
    again: (at, hours) => {
      cameBack = true;
      if (terms?.reopened != null) begin('fix', terms.reopened, at, hours);
    },
    renew: (renewed, isUnsolved, filedAt, hoursOfWork) => {
      terms = renewed;
      if (renewed === null) return;
      for (const [key, { clock, target, hours }] of [...running]) {
        const [name = ''] = key.split(':');
        // A day that somebody named, and the second chance of a case that came back, are no matter of severity.
        const isOwn =
          target.unit === 'until' || name === 'statutory' || name === 'approve' || (name === 'fix' && cameBack);
        const next = isOwn ? target : targetOf(name, renewed);
        if (next !== undefined) set(key, clock, next, hours);
        else if (running.delete(key)) takenBack.set(key, clock);
      }
      if (!isUnsolved) return;
      for (const name of ['containment', 'rootCause'] as const) {
        const target = renewed.targets[name];
        if (target === undefined || running.has(name) || over.has(name)) continue;
        // What a lower severity had taken back is promised again; what was said about it stays said.
        const kept = takenBack.get(name) ?? { from: filedAt, reached: 0, silence: null, pauses: [] };
        set(name, kept, target, hoursOfWork);
      }
    },
  };
}

/** Which minutes count, and how many of them there are from the beginning to the due moment. */
function measured(
  from: number,
  target: Wanted,
  hours: Minutes,
  office: BruteOffice,
): Pick<BruteClock, 'minutes' | 'length'> {
  switch (target.unit) {
    case 'wall':
      return { minutes: everyMinute, length: target.minutes };
    case 'daytime':
      return { minutes: office.daytime, length: target.minutes };
    case 'working':
      return { minutes: hours, length: target.minutes };
    default: {
      const day =
        target.unit === 'days'
          ? businessDay(shownAt(from, hours).day, target.days, hours)
          : businessDayFrom(numberOf(target.day), hours);
      const end = day === null ? null : endOfDay(day, hours);
      return { minutes: hours, length: end === null ? null : countBetween(from, end, hours) };
    }
  }
}
