import type { Day } from './domain/instant.ts';
import type { Calendar } from './domain/playbook.ts';
import { type HolidayEntry, missingYears } from './domain/sla/calendars-with.ts';

/** What an operator should know of the holidays, one sentence each: for the log and `doctor`. None: all is known. */
export const calendarWarnings = (
  calendars: readonly Calendar[],
  entries: readonly HolidayEntry[],
  today: Day,
): readonly string[] =>
  missingYears(calendars, entries, today).map(
    ({ list, year }) =>
      `The holidays of ${year} are missing from the list "${list}", so only weekends are off. See: npm run meari -- calendar`,
  );

/** A list that counts for nobody; null: it does for somebody. */
export const unusedList = (calendars: readonly Calendar[], list: string): string | null =>
  calendars.some(({ holidays }) => holidays.includes(list))
    ? null
    : `No calendar of the playbook names the list "${list}": it moves no due time until one does.`;
