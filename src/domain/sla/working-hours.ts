import { dayNumber, dayOf } from '../calendar.ts';
import type { Day, Duration, Instant } from '../instant.ts';
import { dayIn, steadyOffset, stretches, weekdayOf } from '../zone.ts';

/*
 * Business time. A minute is worked when the clock on the wall shows a worked time of that day: spans are wall time, so
 * a night shift loses the hour that spring takes and works the hour that autumn gives twice.
 */

/** A stretch of a working day, in minutes after its midnight; past 1440 it runs into the next day and belongs to this one. */
export type Span = { readonly from: number; readonly to: number };

/** When people work. */
export type WorkingHours = {
  /** IANA zone of the wall clock. */
  readonly zone: string;
  /** Spans of each weekday, Sunday first; none: a day off. */
  readonly week: readonly (readonly Span[])[];
  /** Days unlike others of their weekday: holidays (no spans), half days, days worked in exchange. */
  readonly days: ReadonlyMap<Day, readonly Span[]>;
};

const dayMs = 86_400_000;
const minuteMs = 60_000;
/** Business time is sought this many days ahead, and no further: a calendar without working days must not turn for ever. */
const horizonDays = 800;

type Stretch = { readonly from: number; readonly to: number };

const spansOf = (number: number, hours: WorkingHours): readonly Span[] =>
  hours.days.get(dayOf(number)) ?? hours.week[weekdayOf(number)] ?? [];

const between = (midnight: number, span: Span): Stretch => ({
  from: midnight + span.from * minuteMs,
  to: midnight + span.to * minuteMs,
});

/** The worked stretches that begin on a calendar day, as moments, in order. */
function workedOn(number: number, hours: WorkingHours): readonly Stretch[] {
  const spans = spansOf(number, hours);
  if (spans.length === 0) return [];
  const midnight = number * dayMs;
  const steady = steadyOffset(number, hours.zone);
  if (steady !== null) return spans.map((s) => between(midnight - steady, s));
  const latest = Math.max(...spans.map((s) => s.to));
  // Wall clocks are at most 14 hours off UTC either way; what the spans really touch is cut out below.
  const around = stretches(midnight - 14 * 3_600_000, midnight + latest * minuteMs + 14 * 3_600_000, hours.zone);
  const worked = around.flatMap((s) =>
    spans.map((span) => ({
      from: Math.max(s.from, midnight + span.from * minuteMs - s.offset),
      to: Math.min(s.to, midnight + span.to * minuteMs - s.offset),
    })),
  );
  return worked.filter((w) => w.from < w.to).sort((a, b) => a.from - b.from);
}

/**
 * Worked stretches from a moment on, in order and without overlap (a night shift may run into the next day's early one),
 * up to the horizon.
 */
function* workedFrom(from: Instant, hours: WorkingHours): Generator<Stretch> {
  const first = (dayNumber(dayIn(from, hours.zone)) ?? 0) - 1;
  let reached: number = from;
  for (let number = first; number < first + horizonDays; number += 1) {
    for (const worked of workedOn(number, hours)) {
      const rest = { from: Math.max(worked.from, reached), to: worked.to };
      if (rest.from >= rest.to) continue;
      reached = rest.to;
      yield rest;
    }
  }
}

/** The first worked moment at or after `at`; null when there is none in sight. */
export function nextWorked(at: Instant, hours: WorkingHours): Instant | null {
  for (const worked of workedFrom(at, hours)) return worked.from as Instant;
  return null;
}

export const isWorked = (at: Instant, hours: WorkingHours): boolean => nextWorked(at, hours) === at;

/** Business time from a moment to a later one; none where it is not later. */
export function workingTime(from: Instant, to: Instant, hours: WorkingHours): Duration {
  let sum = 0;
  if (to > from) {
    for (const worked of workedFrom(from, hours)) {
      if (worked.from >= to) break;
      sum += Math.min(worked.to, to) - worked.from;
    }
  }
  return sum as Duration;
}

/** The earliest moment by which so much business time has passed since `from`; null when there is none in sight. */
export function addWorking(from: Instant, length: Duration, hours: WorkingHours): Instant | null {
  if (length <= 0) return from;
  let left: number = length;
  for (const worked of workedFrom(from, hours)) {
    const here = worked.to - worked.from;
    if (here >= left) return (worked.from + left) as Instant;
    left -= here;
  }
  return null;
}

const isBusinessDay = (number: number, hours: WorkingHours): boolean => spansOf(number, hours).length > 0;

/** When work begins that belongs to a day; null on a day off. */
export function startOfWork(day: Day, hours: WorkingHours): Instant | null {
  const [first] = workedOn(dayNumber(day) ?? 0, hours);
  return first === undefined ? null : (first.from as Instant);
}

/** The end of work on a day; null on a day off. */
export function endOfWork(day: Day, hours: WorkingHours): Instant | null {
  const worked = workedOn(dayNumber(day) ?? 0, hours);
  return worked.length === 0 ? null : (Math.max(...worked.map((w) => w.to)) as Instant);
}

/** The `n`-th business day strictly after a day (초일불산입); null when there is none in sight. */
export function businessDayAfter(day: Day, n: number, hours: WorkingHours): Day | null {
  const first = dayNumber(day) ?? 0;
  let left = n;
  for (let number = first + 1; number < first + horizonDays; number += 1) {
    if (isBusinessDay(number, hours)) left -= 1;
    if (left === 0) return dayOf(number);
  }
  return null;
}

/** Business days after `from`, up to and including `to`. */
export function businessDaysUntil(from: Day, to: Day, hours: WorkingHours): number {
  const [first, last] = [dayNumber(from) ?? 0, dayNumber(to) ?? 0];
  let count = 0;
  for (let number = first + 1; number <= Math.min(last, first + horizonDays); number += 1) {
    if (isBusinessDay(number, hours)) count += 1;
  }
  return count;
}

const whole = [{ from: 0, to: 1440 }];
/** Every minute of every day. */
export const roundTheClock: WorkingHours = {
  zone: 'UTC',
  week: Array.from({ length: 7 }, () => whole),
  days: new Map(),
};

/** The same stretch of every day, holidays too. */
export const everyDay = (zone: string, span: Span): WorkingHours => ({
  zone,
  week: Array.from({ length: 7 }, () => [span]),
  days: new Map(),
});
