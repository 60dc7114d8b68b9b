import ICAL from 'ical.js';
import { dayNumber, dayOf } from '../src/domain/calendar.ts';
import { day } from '../src/domain/instant.ts';
import type { NamedDay } from '../src/ports/calendars.ts';

/*
 * Reads the all-day events of an iCalendar file (RFC 5545). The library reads leniently and goes on: the 40th of March
 * becomes a day in April, a yearly 29 February comes as 1 March. Due times hang on these days, so they are checked here.
 */

/** A file that cannot be taken. The message is a sentence for whoever chose it. */
export class IcalFault extends Error {
  override readonly name = 'IcalFault';
  readonly code = 'ICAL_UNREADABLE';
}

export type ReadIcal = {
  /** One per day, in order; several events of a day share it. */
  readonly days: readonly NamedDay[];
  /** Events with a time of day, and those that repeat in another way than every year. */
  readonly leftOut: number;
};

type Years = { readonly from: number; readonly to: number };
type Stretch = { readonly start: string; readonly end: string; readonly name: string };

const mostBytes = 2_000_000;
const mostDays = 5_000;
/** Turns of repeating events that are looked at in one file. */
const mostTurns = 100_000;
const tooMuch = 'that is no calendar of holidays.';

/**
 * The whole days of a file's events, from the first of these years to the last.
 * @throws IcalFault
 */
export function readIcal(bytes: Uint8Array, years: Years): ReadIcal {
  if (bytes.length > mostBytes) throw new IcalFault(`The file is larger than 2 MB: ${tooMuch}`);
  const window = { first: numberOf(`${years.from}-01-01`), last: numberOf(`${years.to}-12-31`) };
  const names = new Map<number, Set<string>>();
  let [leftOut, taken] = [0, 0];
  for (const stretch of stretchesIn(bytes, years)) {
    if (stretch === null) {
      leftOut += 1;
      continue;
    }
    const first = numberOf(stretch.start);
    // The end is the first day after; a file that names the last day itself means at least that day.
    const last = Math.max(first, numberOf(stretch.end) - 1);
    for (let n = Math.max(first, window.first); n <= Math.min(last, window.last); n += 1) {
      taken += 1;
      if (taken > mostDays) throw new IcalFault(`The file has more than 5,000 days: ${tooMuch}`);
      names.set(n, (names.get(n) ?? new Set()).add(stretch.name));
    }
  }
  const days = [...names].sort(([a], [b]) => a - b).map(([n, all]) => ({ day: dayOf(n), name: [...all].join(', ') }));
  if (days.length > 0) return { days, leftOut };
  throw new IcalFault(`The file has no event of whole days from ${years.from} to ${years.to}.`);
}

const numberOf = (text: string): number => dayNumber(day(text.slice(0, 10))) ?? Number.NaN;

/** Null: an event that is left out. */
function* stretchesIn(bytes: Uint8Array, years: Years): Generator<Stretch | null> {
  const turns = { left: mostTurns };
  for (const { event, changed } of eventsOf(calendarsIn(bytes))) {
    if (isCancelled(event)) continue;
    if (!isOfWholeDays(event) || !isYearly(event)) yield null;
    else yield* guarded(event, () => [...expanded(event, changed, years, turns)]);
  }
}

/** The turns of one event, up to the last year. */
function* expanded(
  event: ICAL.Component,
  changed: readonly ICAL.Component[],
  years: Years,
  turns: { left: number },
): Generator<Stretch | null> {
  const whole = new ICAL.Event(event, { exceptions: [...changed] });
  if (!whole.isRecurring()) {
    yield { start: String(whole.startDate), end: String(whole.endDate), name: nameOf(event) };
    return;
  }
  const months = monthsOf(event, whole.startDate);
  const turn = whole.iterator();
  for (let at = turn.next(); at && at.year <= years.to; at = turn.next()) {
    turns.left -= 1;
    if (turns.left < 0) throw new IcalFault(`The file repeats its events too often: ${tooMuch}`);
    if (months !== null && !months.includes(at.month)) continue;
    const { startDate, endDate, item } = whole.getOccurrenceDetails(at);
    if (isCancelled(item.component)) continue;
    const stretch = { start: String(startDate), end: String(endDate), name: nameOf(item.component) };
    yield startDate.isDate ? stretch : null;
  }
}

/** The months a rule can mean; null: any. */
function monthsOf(event: ICAL.Component, start: ICAL.Time): readonly unknown[] | null {
  const rule = event.getFirstPropertyValue('rrule');
  if (!(rule instanceof ICAL.Recur) || event.hasProperty('rdate')) return null;
  const named = rule.getComponent('BYMONTH');
  if (named.length > 0) return named;
  const roams = ['BYDAY', 'BYMONTHDAY', 'BYYEARDAY'].some((part) => rule.getComponent(part).length > 0);
  return roams ? null : [start.month];
}

const isCancelled = (event: ICAL.Component): boolean => event.getFirstPropertyValue('status') === 'CANCELLED';

/** @throws IcalFault where it is, but on a day that does not exist */
function isOfWholeDays(event: ICAL.Component): boolean {
  if (event.getFirstProperty('dtstart')?.type !== 'date') return false;
  for (const property of ['dtstart', 'dtend'].flatMap((name) => event.getAllProperties(name))) {
    const written = property.toJSON()[3];
    if (Number.isNaN(numberOf(String(written)))) throw unreadable(event);
  }
  return true;
}

/** Or once. What the library knows of the weeks of a year is wrong. */
const isYearly = (event: ICAL.Component): boolean =>
  event.getAllProperties('rrule').every((property) => {
    const rule = guarded(event, () => property.getFirstValue());
    return rule instanceof ICAL.Recur && rule.freq === 'YEARLY' && rule.getComponent('BYWEEKNO').length === 0;
  });

type Repeated = { readonly event: ICAL.Component; readonly changed: readonly ICAL.Component[] };

/** Every event, with those that stand in for single turns of it. */
function eventsOf(calendars: readonly ICAL.Component[]): readonly Repeated[] {
  const events = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  const changes = new Map<string, ICAL.Component[]>();
  const uid = (event: ICAL.Component) => String(event.getFirstPropertyValue('uid'));
  const [standIns, own] = [true, false].map((is) => events.filter((e) => e.hasProperty('recurrence-id') === is));
  for (const event of standIns ?? []) changes.set(uid(event), [...(changes.get(uid(event)) ?? []), event]);
  return (own ?? []).map((event) => ({ event, changed: changes.get(uid(event)) ?? [] }));
}

function calendarsIn(bytes: Uint8Array): readonly ICAL.Component[] {
  const text = textOf(bytes).trim();
  if (!/^BEGIN:VCALENDAR\r?\n/i.test(text)) {
    throw new IcalFault('The file is no iCalendar file: those begin with BEGIN:VCALENDAR and end in .ics.');
  }
  try {
    const parsed = ICAL.parse(text);
    const roots = Array.isArray(parsed[0]) ? parsed : [parsed];
    return roots.map((root: unknown[]) => new ICAL.Component(root));
  } catch (cause) {
    // The library's own kind is about lines and their ends; any other names a value that is none.
    const value = cause instanceof Error && cause.constructor === Error ? cause.message.slice(0, 200) : null;
    if (value !== null) throw new IcalFault(`The file has a date or a rule that cannot be read (${value}).`, { cause });
    throw new IcalFault('The file is damaged or cut off: it cannot be read to its end.', { cause });
  }
}

/** Lines are folded by bytes, in the middle of a letter too: they are joined before they are read as letters. */
function textOf(bytes: Uint8Array): string {
  const joined = Buffer.from(bytes)
    .toString('latin1')
    .replace(/\r?\n[ \t]/g, '');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(joined, 'latin1'));
  } catch {
    throw new IcalFault('The file is not in UTF-8, as iCalendar files are. Export it again.');
  }
}

/** Within the library nothing breaks but by what the file says. */
function guarded<T>(event: ICAL.Component, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw cause instanceof IcalFault ? cause : unreadable(event, cause);
  }
}

const unreadable = (event: ICAL.Component, cause?: unknown): IcalFault =>
  new IcalFault(`The event "${nameOf(event)}" has a date or a rule that cannot be read.`, { cause });

const nameOf = (event: ICAL.Component): string => {
  const summary = String(event.getFirstPropertyValue('summary') ?? '');
  return [...summary.replace(/\s+/g, ' ').trim()].slice(0, 200).join('') || 'Holiday';
};
