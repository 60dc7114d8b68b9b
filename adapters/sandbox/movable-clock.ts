import { isRunning, type Pace, timeAt } from './protocol.ts';

/** How far ahead of the real clock this one may be. */
const HORIZON_MS = 10 * 366 * 24 * 60 * 60_000;
/** How far ahead of a hurrying clock its kept place is, in real time. */
const AHEAD_MS = 1000;

/** A movement that a clock does not make: into the past, out of sight, or no movement at all. */
export class ClockRefusal extends Error {
  readonly code: 'backwards' | 'too_far' | 'not_a_time' | 'not_a_rate';
  constructor(code: ClockRefusal['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** What a restart must find again: milliseconds by which the clock is ahead of the real one. */
type KeptOffset = { readonly load: () => number; readonly save: (offset: number) => void };

type ClockState = {
  readonly now: number;
  /** 1 unless the clock is made to hurry. */
  readonly rate: number;
  /** Where it stops hurrying; null while it does not. */
  readonly until: number | null;
  /** Another number after every movement. */
  readonly turn: number;
};

export type MovableClock = {
  /** Whole milliseconds since 1970; never less than before unless the real clock is set back. */
  readonly now: () => number;
  readonly move: (ms: number) => void;
  readonly to: (at: number) => void;
  /** Goes `rate` times as fast as the real clock, until it shows `until` (null: until it is stopped). */
  readonly run: (rate: number, until: number | null) => void;
  /** Goes on at the pace of the real clock from where it is. */
  readonly stop: () => void;
  readonly state: () => ClockState;
  /** Called after every movement, start and stop; a run that ends by itself is no movement. */
  readonly watch: (moved: () => void) => void;
  /** Stops, telling nobody: a restart finds exactly where it was. */
  readonly close: () => void;
};

const nowhere: KeptOffset = { load: () => 0, save: () => undefined };

/**
 * A clock that a person moves, and only forward: what has been written down with a time stays in the past. It is ahead of the
 * real one by an offset, which is kept; a clock that hurried goes on at the real pace after a restart. Moves throw ClockRefusal.
 */
export const movableClock = (real: () => number, kept: KeptOffset = nowhere): MovableClock => {
  const watchers: (() => void)[] = [];
  let saved = kept.load();
  let turn = real();
  let pace: Pace = { real: turn, at: turn + saved, rate: 1, until: 0 };

  const save = (offset: number): void => {
    const whole = Math.ceil(offset);
    if (whole === saved) return;
    kept.save(whole);
    saved = whole;
  };
  const now = (): number => {
    const then = real();
    const time = Math.floor(timeAt(pace, then));
    // The place is kept before anybody sees it, and a little ahead, so that a crash never takes time back.
    if (time - then > saved) save(timeAt(pace, then + AHEAD_MS) - then - AHEAD_MS);
    return time;
  };
  const set = (at: number, rate: number, until: number): void => {
    pace = { real: real(), at, rate, until };
    turn = Math.max(turn + 1, pace.real);
    save(at - pace.real);
    for (const moved of watchers) moved();
  };
  const inSight = (at: number): number => {
    if (!Number.isFinite(at)) throw new ClockRefusal('not_a_time', 'a clock moves by or to a number of milliseconds');
    if (at < now()) throw new ClockRefusal('backwards', 'a clock that people work by only moves forward');
    if (at > real() + HORIZON_MS) throw new ClockRefusal('too_far', 'a clock moves at most ten years ahead');
    return Math.floor(at);
  };
  const to = (at: number): void => set(inSight(at), pace.rate, pace.until);
  const stop = (): void => {
    if (isRunning(pace, now())) set(now(), 1, 0);
  };
  return {
    now,
    move: (ms) => to(now() + ms),
    to,
    run: (rate, until) => {
      if (!(Number.isFinite(rate) && rate > 1)) throw new ClockRefusal('not_a_rate', 'a clock runs faster than 1');
      set(now(), rate, until === null ? real() + HORIZON_MS : inSight(until));
    },
    stop,
    state: () => {
      const time = now();
      const runs = isRunning(pace, time);
      return { now: time, rate: runs ? pace.rate : 1, until: runs ? pace.until : null, turn };
    },
    watch: (moved) => {
      watchers.push(moved);
    },
    close: () => {
      watchers.length = 0;
      stop();
    },
  };
};
