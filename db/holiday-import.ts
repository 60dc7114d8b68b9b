import type { HolidayEntry } from '../src/domain/sla/calendars-with.ts';
import type { Imported, NamedDay } from '../src/ports/calendars.ts';

/**
 * What a file would do to a list. A person's word stays; a day that the almanac has needs no second source, so the next
 * file may be without it; a day of an earlier file goes when this one, speaking of its year, is silent about it.
 */
export function importing(before: readonly HolidayEntry[], days: readonly NamedDay[]): Imported {
  const known = new Map(before.map((entry) => [entry.day, entry]));
  const told = new Set(days.map(({ day }) => day));
  const years = new Set(days.map(({ day }) => day.slice(0, 4)));
  const [added, renamed, kept]: [NamedDay[], NamedDay[], NamedDay[]] = [[], [], []];
  for (const named of days) {
    const entry = known.get(named.day);
    if (entry === undefined) added.push(named);
    else if (entry.source === 'ical' && entry.name !== named.name) renamed.push(named);
    else if (entry.source === 'person' && isOtherwise(entry)) kept.push({ day: entry.day, name: entry.name });
  }
  const removed = before
    .filter(({ source, day }) => source === 'ical' && years.has(day.slice(0, 4)) && !told.has(day))
    .map(({ day, name }) => ({ day, name }));
  return { added, renamed, removed, kept, unchanged: days.length - added.length - renamed.length - kept.length };
}

/** A file knows whole days off only. */
const isOtherwise = ({ removed, spans }: HolidayEntry): boolean => removed || spans.length > 0;
