import { type Duration, type Instant, minutes } from '../instant.ts';
import type { Calendar, departmentOf, Playbook } from '../playbook.ts';
import { dayIn, momentAt } from '../zone.ts';
import type { SlaClock } from './sla-clock.ts';
import type { ClockHours } from './terms.ts';
import {
  addWorking,
  businessDayAfter,
  endOfWork,
  everyDay,
  nextWorked,
  roundTheClock,
  type WorkingHours,
  workingTime,
} from './working-hours.ts';

/** Freeze the terms, not the calendar: what a target comes to in wall time is counted anew each time it is asked. */

/** The calendar of a department, or the company's where it has none (any more). */
export function calendarOf(hours: ClockHours, { calendars, departments }: Playbook): Calendar {
  const code = hours.of === 'company' ? null : (departments.find((d) => d.code === hours.department)?.calendar ?? null);
  const [first] = calendars;
  if (first === undefined) throw new Error('a playbook without a calendar');
  return calendars.find((c) => c.code === code) ?? first;
}

/** The time that a clock counts. */
export function hoursOf({ target, hours }: SlaClock, playbook: Playbook): WorkingHours {
  switch (target.unit) {
    case 'wall':
      return roundTheClock;
    case 'daytime':
      return everyDay(playbook.zone, playbook.sla.daytime);
    default:
      return calendarOf(hours, playbook);
  }
}

/** Counted time between the beginning of a clock and its due moment; null: no working day is in sight. */
function lengthOf(clock: SlaClock, hours: WorkingHours): Duration | null {
  const { target, from } = clock;
  if ('minutes' in target) return minutes(target.minutes);
  const lastDay = target.unit === 'until' ? target.day : businessDayAfter(dayIn(from, hours.zone), target.days, hours);
  const end = lastDay === null ? null : endOfDay(lastDay, hours);
  return end === null ? null : workingTime(from, end, hours);
}

/** The end of work of a day; of the next business day where that is a day off. */
function endOfDay(day: Parameters<typeof endOfWork>[0], hours: WorkingHours): Instant | null {
  const end = endOfWork(day, hours);
  if (end !== null) return end;
  const next = businessDayAfter(day, 1, hours);
  return next === null ? null : endOfWork(next, hours);
}

/**
 * The moment by which so many percent of a clock have passed, pauses left out. Null while it stands still before that,
 * and where the calendar has no working time in sight.
 */
export function momentOf(clock: SlaClock, percent: number, playbook: Playbook): Instant | null {
  const hours = hoursOf(clock, playbook);
  const length = lengthOf(clock, hours);
  if (length === null) return null;
  let counted = Math.round((length * percent) / 100) as Duration;
  let at = addWorking(clock.from, counted, hours);
  for (const pause of clock.pauses ?? []) {
    if (at === null || at <= pause.from) break;
    if (pause.to === null) return null;
    counted = (counted + workingTime(pause.from, pause.to, hours)) as Duration;
    at = addWorking(clock.from, counted, hours);
  }
  return at;
}

export const dueAt = (clock: SlaClock, playbook: Playbook): Instant | null => momentOf(clock, 100, playbook);

/** When it is due at the earliest: while it stands still, as if it ran on from `at`. */
export function dueAtEarliest(clock: SlaClock, at: Instant, playbook: Playbook): Instant | null {
  const pauses = (clock.pauses ?? []).map((pause) => ({ ...pause, to: pause.to ?? at }));
  return dueAt({ ...clock, pauses }, playbook);
}

/** The first working moment of a day, or after it: when a hold that lasts until that day ends. */
export function openingOn(day: Parameters<typeof endOfWork>[0], hours: WorkingHours): Instant | null {
  return nextWorked(momentAt(day, 0, 0, hours.zone), hours);
}

/** Calendar of the department that answers for a case, or the company's. */
export const calendarHolding = (department: Parameters<typeof departmentOf>[1] | null, playbook: Playbook): Calendar =>
  calendarOf(department === null ? { of: 'company' } : { of: 'department', department }, playbook);
