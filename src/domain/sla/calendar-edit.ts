import { addDays } from '../calendar.ts';
import type { Day, Instant } from '../instant.ts';
import type { Calendar } from '../playbook.ts';
import { dayIn } from '../zone.ts';
import type { HolidayEntry } from './calendars-with.ts';
import { businessDaysUntil, type Span } from './working-hours.ts';

/** A day of a list, to be put on it (`spans`: what is worked all the same) or taken off it. */
export type DayEdit = { readonly list: string; readonly day: Day; readonly spans: readonly Span[] | 'off the list' };

/** In so many days every calendar has a working day: without one nothing would ever be due. */
export const workInDays = 60;

/** A calendar that would have no working day in sight if this were done; null: all have. */
export function leftWithoutWork(
  calendars: readonly Calendar[],
  entries: readonly HolidayEntry[],
  edit: DayEdit,
  at: Instant,
): Calendar | null {
  const affected = calendars.filter(({ holidays }) => holidays.includes(edit.list));
  return affected.find((calendar) => !hasWork(edited(calendar, entries, edit), at)) ?? null;
}

function edited(calendar: Calendar, entries: readonly HolidayEntry[], { list, day, spans }: DayEdit): Calendar {
  const days = new Map(calendar.days);
  const others = entries.filter((e) => e.list !== list && e.day === day && !e.removed);
  const other = calendar.holidays.flatMap((name) => others.filter((e) => e.list === name))[0];
  const after = spans === 'off the list' ? other?.spans : spans;
  if (after === undefined) days.delete(day);
  else days.set(day, after);
  return { ...calendar, days };
}

function hasWork(calendar: Calendar, at: Instant): boolean {
  const today = dayIn(at, calendar.zone);
  return businessDaysUntil(addDays(today, -1), addDays(today, workInDays - 1), calendar) > 0;
}
