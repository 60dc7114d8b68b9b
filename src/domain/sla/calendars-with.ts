import type { Day } from '../instant.ts';
import type { Calendar } from '../playbook.ts';
import type { Span } from './working-hours.ts';

/*
 * Holidays are kept in lists (`kr`, a site's own), calendars name the lists that apply. Governments declare holidays a few
 * days ahead, so lists live in the database and are merged into the playbook's calendars whenever they change.
 */

/** Who said so: the official almanac, an iCalendar file, or a person. */
export type HolidaySource = 'almanac' | 'ical' | 'person';

/** A day of a list. */
export type HolidayEntry = {
  readonly list: string;
  readonly day: Day;
  readonly name: string;
  /** What is worked all the same; none: a day off. */
  readonly spans: readonly Span[];
  readonly source: HolidaySource;
  /** Taken off the list by a person: no holiday. */
  readonly removed: boolean;
};

/**
 * The calendars with their lists' days. What the playbook itself says of a day wins; of two lists, the one that the
 * calendar names first.
 */
export const calendarsWith = (calendars: readonly Calendar[], entries: readonly HolidayEntry[]): readonly Calendar[] =>
  calendars.map((calendar) => ({ ...calendar, days: daysOf(calendar, entries) }));

function daysOf({ holidays, days }: Calendar, entries: readonly HolidayEntry[]): Calendar['days'] {
  const all = new Map<Day, readonly Span[]>();
  for (const list of holidays.toReversed()) {
    for (const entry of entries) if (entry.list === list && !entry.removed) all.set(entry.day, entry.spans);
  }
  for (const [day, spans] of days) all.set(day, spans);
  return all;
}

/** A year with less of the fullest year's days than this has not been entered yet, only some day of it. */
const enough = 2 / 3;

/**
 * The last year whose holidays a list knows; null: none. One early day (an election that was announced) does not make a
 * year known where an almanac or a file has told whole years. A list that people keep by hand is known as far as it goes.
 */
export function knownThrough(list: string, entries: readonly HolidayEntry[]): number | null {
  const own = entries.filter((entry) => entry.list === list);
  const fullest = Math.max(0, ...perYear(own.filter((entry) => entry.source !== 'person')).values());
  const known = [...perYear(own)].filter(([, days]) => days >= fullest * enough).map(([year]) => year);
  return known.length === 0 ? null : Math.max(...known);
}

function perYear(entries: readonly HolidayEntry[]): ReadonlyMap<number, number> {
  const days = new Map<number, number>();
  for (const { day } of entries) days.set(yearOf(day), (days.get(yearOf(day)) ?? 0) + 1);
  return days;
}

const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** From this day on, next year's holidays are missed. */
const missedFrom = '11-01';

export type MissingYear = { readonly list: string; readonly year: number };

/**
 * The years of which a list in use knows nothing, so that only weekends are free: this year, and from 1 November the
 * next.
 */
export function missingYears(
  calendars: readonly Calendar[],
  entries: readonly HolidayEntry[],
  today: Day,
): readonly MissingYear[] {
  const year = yearOf(today);
  const wanted = today.slice(5) >= missedFrom ? [year, year + 1] : [year];
  const lists = [...new Set(calendars.flatMap((calendar) => calendar.holidays))];
  return lists.flatMap((list) => {
    const known = knownThrough(list, entries);
    return wanted.filter((y) => known === null || y > known).map((y) => ({ list, year: y }));
  });
}
