import { dayNumber, dayOf } from './calendar.ts';
import { type Day, day, type Instant } from './instant.ts';

/*
 * What the clocks on the wall show. Offsets come from the engine's own zone data (Intl) and are remembered per zone and
 * UTC day, so that counting business time asks for each day once.
 */

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** A moment taken apart in a zone. `weekday`: 0 is Sunday. */
export type Parts = {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly hour: number;
  readonly minute: number;
  readonly weekday: number;
};

/** A stretch of time in which a zone's clocks are `offset` milliseconds ahead of UTC. */
export type Stretch = { readonly from: number; readonly to: number; readonly offset: number };

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();
/** The minutes at which the clocks are changed, by zone and UTC day. */
const changes = new Map<string, Map<number, number>>();

function formatterFor(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, made);
  return made;
}

/** Milliseconds by which the zone's clocks are ahead of UTC at a moment, asked of Intl. */
function measuredOffset(at: number, zone: string): number {
  const found = new Map<string, number>();
  for (const { type, value } of formatterFor(zone).formatToParts(at)) found.set(type, Number(value));
  const part = (name: Intl.DateTimeFormatPartTypes): number => found.get(name) ?? 0;
  const two = (name: Intl.DateTimeFormatPartTypes): string => String(part(name)).padStart(2, '0');
  const date = dayNumber(day(`${String(part('year')).padStart(4, '0')}-${two('month')}-${two('day')}`)) ?? 0;
  const shown = date * dayMs + (part('hour') * 60 + part('minute')) * minuteMs + part('second') * 1000;
  return shown - Math.floor(at / 1000) * 1000;
}

/** Offset at the beginning of a UTC day. */
function offsetOfDay(utcDay: number, zone: string): number {
  const days = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, days);
  const known = days.get(utcDay);
  if (known !== undefined) return known;
  const offset = measuredOffset(utcDay * dayMs, zone);
  days.set(utcDay, offset);
  return offset;
}

/** The stretches of constant offset that make up a UTC day: one, or two on the day the clocks are changed. */
function stretchesOfDay(utcDay: number, zone: string): readonly Stretch[] {
  const [from, to] = [utcDay * dayMs, (utcDay + 1) * dayMs];
  const [first, last] = [offsetOfDay(utcDay, zone), offsetOfDay(utcDay + 1, zone)];
  if (first === last) return [{ from, to, offset: first }];
  const changed = changeOfDay(utcDay, first, zone);
  return [
    { from, to: changed, offset: first },
    { from: changed, to, offset: last },
  ];
}

/** The minute of a UTC day at which its clocks are changed: looked for once, remembered like the offsets. */
function changeOfDay(utcDay: number, first: number, zone: string): number {
  const days = changes.get(zone) ?? new Map<number, number>();
  changes.set(zone, days);
  const known = days.get(utcDay);
  if (known !== undefined) return known;
  let [before, after] = [utcDay * dayMs, (utcDay + 1) * dayMs];
  while (after - before > minuteMs) {
    const middle = Math.floor((before + after) / 2 / minuteMs) * minuteMs;
    if (measuredOffset(middle, zone) === first) before = middle;
    else after = middle;
  }
  days.set(utcDay, after);
  return after;
}

/** The zone's offset around a calendar day where no clock is changed from the day before to two days after; else null. */
export function steadyOffset(number: number, zone: string): number | null {
  const offset = offsetOfDay(number - 1, zone);
  const isSteady = [0, 1, 2, 3].every((later) => offsetOfDay(number + later, zone) === offset);
  return isSteady ? offset : null;
}

/** The stretches of constant offset from a moment to another. */
export function stretches(from: number, to: number, zone: string): readonly Stretch[] {
  const all: Stretch[] = [];
  for (let utcDay = Math.floor(from / dayMs); utcDay * dayMs < to; utcDay += 1) {
    for (const stretch of stretchesOfDay(utcDay, zone)) all.push(stretch);
  }
  return all.flatMap((s) => {
    const cut = { from: Math.max(s.from, from), to: Math.min(s.to, to), offset: s.offset };
    return cut.from < cut.to ? [cut] : [];
  });
}

/** Milliseconds by which the zone's clocks are ahead of UTC at a moment. */
export function offsetAt(at: number, zone: string): number {
  const found = stretchesOfDay(Math.floor(at / dayMs), zone).find((s) => at < s.to);
  return found?.offset ?? offsetOfDay(Math.floor(at / dayMs), zone);
}

/** The calendar day of a moment in a zone: what "today" is for the people there. */
export const dayIn = (at: Instant, zone: string): Day => dayOf(Math.floor((at + offsetAt(at, zone)) / dayMs));

export function partsOf(at: Instant, zone: string): Parts {
  const shown = at + offsetAt(at, zone);
  const number = Math.floor(shown / dayMs);
  const minute = Math.floor((shown - number * dayMs) / minuteMs);
  return { ...datesOf(number), hour: Math.floor(minute / 60), minute: minute % 60 };
}

/** Parts of a calendar day, at midnight. */
export const partsOfDay = (of: Day): Parts => ({ ...datesOf(dayNumber(of) ?? 0), hour: 0, minute: 0 });

function datesOf(number: number): Omit<Parts, 'hour' | 'minute'> {
  const [year = 0, month = 1, date = 1] = dayOf(number).split('-').map(Number);
  return { year, month, date, weekday: weekdayOf(number) };
}

/** 0 is Sunday. */
export const weekdayOf = (number: number): number => (((number + 4) % 7) + 7) % 7;

/** The moment at which clocks in `zone` show this time of this day. A time that a clock change skips becomes the one after. */
export function momentAt(of: Day, hour: number, minute: number, zone: string): Instant {
  const wanted = (dayNumber(of) ?? 0) * dayMs + (hour * 60 + minute) * minuteMs;
  const around = stretches(wanted - dayMs, wanted + dayMs, zone);
  const shows = around.find((s) => wanted - s.offset >= s.from && wanted - s.offset < s.to);
  if (shows) return (wanted - shows.offset) as Instant;
  // Skipped: as many minutes after the change as it lay after the time at which the clocks jumped.
  const before = around.findLast((s) => wanted - s.offset >= s.to);
  return (wanted - (before?.offset ?? 0)) as Instant;
}
