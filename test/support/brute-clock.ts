import type { Rung, RungTarget, Terms } from '../../src/domain/sla/terms.ts';
import { type Minutes, type Moments, momentsFrom, type Stretch } from './brute-time.ts';

/*
 * One clock and its ladder, the slow way: no moment is computed, every one is found by counting minutes.
 */

export type BruteClock = {
  /** As people call it: `fix`, `obstacle:2`. */
  readonly key: string;
  readonly from: number;
  readonly minutes: Minutes;
  /** Counted minutes from the beginning to the due moment; null: it is not within the two years. */
  readonly length: number | null;
  readonly rungs: readonly Rung[];
  readonly repeat: number | null;
  readonly pauses: readonly Stretch[];
  readonly reached: number;
  readonly silence: { readonly until: number; readonly by: 'snooze' | 'newDue' } | null;
  /** By when so much has passed. */
  readonly momentBy: Moments;
};

/** What a clock has to say at a moment. */
export type Told = {
  readonly clock: string;
  readonly rung: number;
  readonly dueAt: number | null;
  readonly to: readonly RungTarget[];
  readonly skipped: readonly number[];
};

export const rungsOf = (name: string, terms: Terms): readonly Rung[] =>
  terms.ladders[name as keyof Terms['ladders']] ?? terms.ladder;

/** When so many percent have passed; null while it stands still before, and beyond the two years. */
export const reachedAt = ({ length, momentBy }: BruteClock, percent: number): number | null =>
  length === null ? null : momentBy(length * percent * 600);

/** When it is due; while it stands still, as if it ran on from `at`. */
function dueAtEarliest(clock: BruteClock, at: number): number | null {
  if (clock.pauses.at(-1)?.to !== null) return reachedAt(clock, 100);
  const pauses = clock.pauses.map(({ from, to }) => ({ from, to: to ?? at }));
  return reachedAt({ ...clock, momentBy: momentsFrom(clock.from, clock.minutes, pauses) }, 100);
}

/** The rungs above a percentage, lowest first; where the last repeats, it comes again so many percent after the latest. */
function* above(percent: number, { rungs, repeat }: BruteClock): Generator<Rung> {
  for (const rung of rungs) if (rung.at > percent) yield rung;
  const last = rungs.at(-1);
  if (last === undefined || repeat === null) return;
  for (let at = Math.max(last.at, percent) + repeat; ; at += repeat) yield { at, to: last.to };
}

/** The rungs above the highest told that time has reached by a moment. */
function reachedBy(clock: BruteClock, by: number): readonly Rung[] {
  const reached: Rung[] = [];
  for (const rung of above(clock.reached, clock)) {
    const at = reachedAt(clock, rung.at);
    if (at === null || at > by) break;
    reached.push(rung);
  }
  return reached;
}

/** The first moment at which the clock has something to say. */
export function speaksAt(clock: BruteClock): number | null {
  const { silence } = clock;
  const next = firstAt(clock, 0);
  if (silence === null) return next;
  // A snooze: until its end, unless the promise itself falls due before. A new due date: until then.
  const due = silence.by === 'snooze' ? firstAt(clock, 100) : null;
  const loud = due === null ? silence.until : Math.min(due, silence.until);
  if (clock.pauses.at(-1)?.to !== null) return loud;
  // It stands still: nothing is said again. What was reached before that is said when the silence ends.
  return next === null ? null : Math.max(next, loud);
}

/** When the lowest rung is reached that has not been told and is at least so high. */
function firstAt(clock: BruteClock, atLeast: number): number | null {
  for (const rung of above(clock.reached, clock)) if (rung.at >= atLeast) return reachedAt(clock, rung.at);
  return null;
}

/** What it says then, and the clock as it is afterwards. */
export function speak(clock: BruteClock, at: number): { readonly told: Told | null; readonly after: BruteClock } {
  const reached = reachedBy(clock, at);
  const rung = reached.at(-1) ?? (clock.silence === null ? null : again(clock));
  const after = { ...clock, reached: Math.max(clock.reached, rung?.at ?? 0), silence: null };
  if (rung === null) return { told: null, after };
  const skipped = reached.slice(0, -1).map((passed) => passed.at);
  return { told: { clock: clock.key, rung: rung.at, dueAt: dueAtEarliest(clock, at), to: rung.to, skipped }, after };
}

/** After a snooze the same again (who asked for it is told, if nobody was before); after a new due date the next rung up. */
function again(clock: BruteClock): Rung {
  const { rungs, silence, reached } = clock;
  if (silence?.by === 'snooze') return rungs.find((rung) => rung.at === reached) ?? { at: reached, to: ['owner'] };
  for (const next of above(reached, clock)) return next;
  return rungs.at(-1) ?? { at: reached, to: ['owner'] };
}
