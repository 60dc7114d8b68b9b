import { koreanHolidays } from '../korean-holidays.ts';

/*
 * Days of the year as people in Seoul count them: a number is a day since 1970 on their wall. Written apart from the
 * product's calendars.
 */

const dayMs = 86_400_000;
const seoulMs = 9 * 3_600_000;

/** The day in Seoul at a moment. */
export const dayOf = (at: number): number => Math.floor((at + seoulMs) / dayMs);
export const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
/** Minutes after midnight in Seoul. */
export const momentOn = (day: number, minute: number): number => day * dayMs - seoulMs + minute * 60_000;

const holidays = new Set<string>(koreanHolidays.keys());
const isWorked = (day: number): boolean => {
  const weekday = new Date(day * dayMs).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(dateOf(day));
};

/** The day itself, or the first after it on which people work. */
export function workdayFrom(day: number): number {
  let found = day;
  while (!isWorked(found)) found += 1;
  return found;
}

/** The `n`-th working day after a day, which does not count itself. */
export function workdayAfter(day: number, n: number): number {
  let found = day;
  for (let left = n; left > 0; left -= 1) found = workdayFrom(found + 1);
  return found;
}

/** The day on which people come back after a weekend. */
export const isFirstOfWeek = (day: number): boolean => {
  const sunday = day - new Date(day * dayMs).getUTCDay();
  return workdayFrom(sunday) === day;
};

export const dayNumber = (date: string): number => Date.parse(`${date}T00:00Z`) / dayMs;
export const days = (n: number): number => n * dayMs;
