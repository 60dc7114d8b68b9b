import { readFileSync } from 'node:fs';
import { IcalFault, readIcal } from '../adapters/ical.ts';
import { openCalendars } from '../db/calendars.ts';
import { calendarWarnings, unusedList } from './calendar-warnings.ts';
import type { CalendarTask } from './cli-calendar.ts';
import type { Config } from './config.ts';
import { dayNumber } from './domain/calendar.ts';
import { type Day, instant } from './domain/instant.ts';
import type { Calendar } from './domain/playbook.ts';
import { unreachable } from './domain/result.ts';
import { knownThrough } from './domain/sla/calendars-with.ts';
import type { Span } from './domain/sla/working-hours.ts';
import { dayIn, weekdayOf } from './domain/zone.ts';
import type { Calendars, NamedDay } from './ports/calendars.ts';
import { withDatabase } from './wire-operator.ts';

type Task<T extends CalendarTask['type']> = Extract<CalendarTask, { readonly type: T }>;
export type Answer = { readonly says: string; readonly done: boolean };

/** Who changed a day, where nobody of the company did it in chat. */
const operator = 'operator';
/** Days of a file that count: from last year, for cases that are open, to the year after next. */
const yearsAround = (year: number) => ({ from: year - 1, to: year + 2 });
/** Days shown of each calendar. */
const shown = 10;

/** Does what an operator asked with the calendars. @throws DatabaseFault, IcalFault */
export async function calendar(config: Config, task: CalendarTask): Promise<Answer> {
  const { playbook } = config;
  const today = dayIn(instant(Date.now()), playbook.zone);
  const year = Number(today.slice(0, 4));
  const file = task.type === 'import' ? readIcal(contentOf(task.path), yearsAround(year)) : null;
  return withDatabase(config, async (db) => {
    const calendars = await openCalendars(db, { playbook, year });
    switch (task.type) {
      case 'show':
        return { says: overview(calendars, playbook.calendars, today), done: true };
      case 'add':
        return withNote(task.list, playbook.calendars, await add(calendars, task));
      case 'remove':
        return remove(calendars, task);
      case 'import':
        return withNote(task.list, playbook.calendars, await take(calendars, task, file ?? { days: [], leftOut: 0 }));
      default:
        return unreachable(task);
    }
  });
}

function contentOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown';
    throw new IcalFault(`${path} cannot be read (${code}).`);
  }
}

function withNote(list: string, calendars: readonly Calendar[], answer: Answer): Answer {
  const note = unusedList(calendars, list);
  return note === null ? answer : { ...answer, says: `${answer.says}\nnote: ${note}` };
}

async function add(calendars: Calendars, { list, day, name, spans }: Task<'add'>): Promise<Answer> {
  const changed = await calendars.put({ list, day, name, spans }, operator);
  const line = `${dateText(day)}  ${hoursText(spans)}  ${name}`;
  return {
    says: changed ? `On the list "${list}" now: ${line}` : `The list "${list}" has it already: ${line}`,
    done: true,
  };
}

async function remove(calendars: Calendars, { list, day }: Task<'remove'>): Promise<Answer> {
  const entry = calendars.entries().find((e) => e.list === list && e.day === day);
  if (entry !== undefined && (await calendars.remove(list, day, operator))) {
    return { says: `No longer on the list "${list}": ${dateText(day)}  ${entry.name}`, done: true };
  }
  return {
    says: `The list "${list}" has no ${dateText(day)}. npm run meari -- calendar shows what is next.`,
    done: false,
  };
}

async function take(
  calendars: Calendars,
  { list, tryOut }: Task<'import'>,
  { days, leftOut }: ReturnType<typeof readIcal>,
): Promise<Answer> {
  const { added, renamed, removed, kept, unchanged } = await calendars.importDays(list, days, operator, { tryOut });
  const lines = (sign: string, all: readonly NamedDay[]) =>
    all.map(({ day, name }) => `${sign} ${dateText(day)}  ${name}`);
  const counts = `${added.length} added, ${renamed.length} renamed, ${removed.length} removed, ${unchanged} unchanged`;
  const notes = [
    ...(kept.length === 0 ? [] : [`note: ${kept.length} left as a person put it (=), whatever the file says.`]),
    ...(leftOut === 0
      ? []
      : [`note: ${leftOut} left out: events with a time of day, or that repeat otherwise than yearly.`]),
  ];
  const head = tryOut ? `Nothing was changed. This would be: ${counts}.` : `The list "${list}": ${counts}.`;
  const changes = [...lines('+', added), ...lines('~', renamed), ...lines('-', removed), ...lines('=', kept)];
  return { says: [...changes, head, ...notes].join('\n'), done: true };
}

/** Every list with what it knows, then what each calendar has next. */
function overview(calendars: Calendars, own: readonly Calendar[], today: Day): string {
  const entries = calendars.entries();
  const year = Number(today.slice(0, 4));
  // The almanac's list is there for whoever wants it; of the others, somebody thought that they count.
  const kept = entries.filter((entry) => entry.source !== 'almanac').map((entry) => entry.list);
  const lists = [...new Set([...own.flatMap((c) => c.holidays), ...kept])];
  const daysIn = (list: string, of: number) =>
    entries.filter((e) => e.list === list && !e.removed && e.day.startsWith(`${of}-`)).length;
  const listLines = lists.map((list) => {
    const known = knownThrough(list, entries);
    const until = known === null ? 'no days known' : `known through ${known}`;
    return `${list.padEnd(10)} ${daysIn(list, year)} days in ${year}, ${daysIn(list, year + 1)} in ${year + 1}; ${until}`;
  });
  const notes = [...lists.flatMap((list) => unusedList(own, list) ?? []), ...calendarWarnings(own, entries, today)].map(
    (note) => `note: ${note}`,
  );
  const calendarLines = calendars
    .current()
    .flatMap((calendar) => [
      '',
      `${calendar.code} (${calendar.zone}), lists: ${calendar.holidays.join(', ') || 'none'}`,
      ...nextDays(calendars, calendar, own.find((c) => c.code === calendar.code)?.days ?? new Map(), today),
    ]);
  return [...listLines, ...notes, ...calendarLines].join('\n');
}

function nextDays(
  calendars: Calendars,
  { days, holidays }: Calendar,
  own: Calendar['days'],
  today: Day,
): readonly string[] {
  const nameOf = (day: Day): string => {
    if (own.has(day)) return "the playbook's own";
    const entries = calendars.upcoming(null, day, 1_000).filter((entry) => entry.day === day);
    return holidays.flatMap((list) => entries.find((entry) => entry.list === list)?.name ?? [])[0] ?? '';
  };
  return [...days]
    .filter(([day]) => day >= today)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, shown)
    .map(([day, spans]) => `  ${dateText(day)}  ${hoursText(spans)}  ${nameOf(day)}`);
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const dateText = (day: Day): string => `${day} ${weekdays[weekdayOf(dayNumber(day) ?? 0)]}`;

const two = (n: number): string => String(n).padStart(2, '0');
const timeText = (minute: number): string => `${two(Math.floor((minute % 1440) / 60))}:${two(minute % 60)}`;
const hoursText = (spans: readonly Span[]): string =>
  spans.map(({ from, to }) => `${timeText(from)}-${to === 1440 ? '24:00' : timeText(to)}`).join(',') || 'off';
