import type { DepartmentCode, MaskedText } from '../ids.ts';
import type { Day, Instant } from '../instant.ts';
import type { PersonRef } from '../people.ts';
import type { ClockHours, ClockName, Target, Terms } from './terms.ts';

/** One promise, running or over. Where it is due follows from this and the calendars: see `clock-times.ts`. */
export type SlaClock = {
  readonly name: ClockName;
  /** Which of several of that name: an obstacle's number, a statutory duty's code. */
  readonly of?: string;
  readonly from: Instant;
  /** `until`: a day that somebody named. */
  readonly target: Target | { readonly unit: 'until'; readonly day: Day };
  readonly hours: ClockHours;
  /** Stretches that do not count; the last may still be open. */
  readonly pauses?: readonly Pause[];
  /** Percent of the highest rung reached; 0: none. */
  readonly reached: number;
  readonly snoozes?: readonly Snooze[];
  /** Nobody is reminded before. A snooze silences the rungs before the due moment, a new due date all of them. */
  readonly silence?: { readonly until: Instant; readonly by: 'snooze' | 'newDue' };
  readonly newDues?: readonly NewDue[];
  /** `met`: what was promised was done; otherwise it became pointless. */
  readonly ended?: { readonly at: Instant; readonly met: boolean };
};

export type Pause = { readonly from: Instant; readonly to: Instant | null };
export type Snooze = {
  readonly until: Instant;
  readonly reason: MaskedText;
  readonly by: PersonRef;
  readonly at: Instant;
};
/** The date a lead gave after the first had passed. The first stays what was promised. */
export type NewDue = {
  readonly until: Instant;
  readonly reason: MaskedText;
  readonly by: PersonRef;
  readonly at: Instant;
};

/** Where the case was, and since when; null: with the VOC desk. */
export type Stay = { readonly department: DepartmentCode | null; readonly from: Instant };

/** Everything about a case that has to do with time. */
export type Sla = {
  /** Null: nothing is timed (praise, void, and cases older than the clocks). */
  readonly terms: Terms | null;
  readonly clocks: readonly SlaClock[];
  readonly stays: readonly Stay[];
  /** Times it waited; the last may still be open. */
  readonly holds: readonly Pause[];
};

export const untimed: Sla = { terms: null, clocks: [], stays: [], holds: [] };

/** What tells the clocks of a case apart. */
export type NamedClock = Pick<SlaClock, 'name' | 'of'>;
/** The clock that an event or a reminder is about. */
export const clockIn = ({ clock, of }: { readonly clock: ClockName; readonly of?: string }): NamedClock => ({
  name: clock,
  ...(of === undefined ? {} : { of }),
});

/** The same as text: `fix`, `obstacle:2`. */
export type ClockKey = string;
export const keyOf = (clock: NamedClock): ClockKey =>
  clock.of === undefined ? clock.name : `${clock.name}:${clock.of}`;

export const isRunning = (clock: SlaClock): boolean => clock.ended === undefined;
/** It does not count at the moment. */
export const isPaused = (clock: SlaClock): boolean => clock.pauses?.at(-1)?.to === null;

/** The running clock of that key, if any. */
export const runningClock = (sla: Sla, key: ClockKey): SlaClock | null =>
  sla.clocks.find((clock) => isRunning(clock) && keyOf(clock) === key) ?? null;
