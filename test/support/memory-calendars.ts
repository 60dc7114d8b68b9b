import { y2026, y2027 } from '@hyunbinseo/holidays-kr/all';
import { day } from '../../src/domain/instant.ts';
import type { Calendar } from '../../src/domain/playbook.ts';
import { calendarsWith, type HolidayEntry } from '../../src/domain/sla/calendars-with.ts';
import type { Calendars } from '../../src/ports/calendars.ts';

const inOrder = (a: HolidayEntry, b: HolidayEntry): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0);

/** The public holidays of Korea in these years, as the almanac says them. */
export const koreanEntries: readonly HolidayEntry[] = [y2026, y2027].flatMap((year) =>
  Object.entries(year).map(([on, names]): HolidayEntry => {
    const name = names.join(', ');
    return { list: 'kr', day: day(on), name, spans: [], source: 'almanac', removed: false };
  }),
);

/** Calendars as `db/calendars.ts` keeps them, in memory: what chat does with them; files are not read here. */
export function memoryCalendars(
  own: readonly Calendar[],
  start: readonly HolidayEntry[] = koreanEntries,
): Calendars & { readonly changedBy: () => readonly string[] } {
  let entries = [...start].sort(inOrder);
  let version = 1;
  const by: string[] = [];
  const write = (entry: HolidayEntry, who: string): true => {
    const rest = entries.filter((e) => e.list !== entry.list || e.day !== entry.day);
    entries = [...rest, entry].sort(inOrder);
    version += 1;
    by.push(who);
    return true;
  };
  const at = (list: string, on: string) => entries.find((e) => e.list === list && e.day === on && !e.removed);
  return {
    current: () => calendarsWith(own, entries),
    version: () => version,
    entries: () => entries,
    upcoming: (list, from, limit) =>
      entries.filter((e) => !e.removed && (list === null || e.list === list) && e.day >= from).slice(0, limit),
    refresh: async () => false,
    put: async (entry, who) => {
      const known = at(entry.list, entry.day);
      const isSame = known?.name === entry.name && JSON.stringify(known.spans) === JSON.stringify(entry.spans);
      return !isSame && write({ ...entry, source: 'person', removed: false }, who);
    },
    remove: async (list, on, who) => {
      const known = at(list, on);
      return known !== undefined && write({ ...known, source: 'person', removed: true }, who);
    },
    importDays: async () => {
      throw new Error('nobody imports a file in chat');
    },
    changedBy: () => by,
  };
}
