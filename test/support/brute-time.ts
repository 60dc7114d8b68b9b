import type { Day } from '../../src/domain/instant.ts';
import type { WorkingHours } from '../../src/domain/sla/working-hours.ts';

/*
 * Business time the slow way: one array cell for every minute of two years, filled from what Intl says the clock on the
 * wall shows. Written apart from the engine, so that the two can be compared; nothing here knows what an offset is.
 */

const minuteMs = 60_000;
const minutesOfDay = 1440;
/** The two years, as minutes since 1970. */
export const firstMinute = Date.UTC(2026, 0, 1) / minuteMs;
const afterLast = Date.UTC(2028, 0, 1) / minuteMs;
const size = afterLast - firstMinute;
/** Moments past it are beyond what is compared. */
export const endOfTime = afterLast * minuteMs;

/** A day as days since 1970. */
export const numberOf = (of: Day): number => Date.parse(`${of}T00:00Z`) / 86_400_000;
export const dayOfNumber = (number: number): Day => new Date(number * 86_400_000).toISOString().slice(0, 10) as Day;

/** What the wall shows at each minute, as minutes since the 1970 of that wall. */
const walls = new Map<string, Int32Array>();

function wallOf(zone: string): Int32Array {
  const known = walls.get(zone);
  if (known !== undefined) return known;
  const shown = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  const lookUp = (at: number): number => {
    const [, date = '', month = '', year = '', hour = '', minute = ''] =
      /(\d+)\/(\d+)\/(\d+), (\d+):(\d+)/.exec(shown.format((firstMinute + at) * minuteMs)) ?? [];
    return Date.UTC(+year, +month - 1, +date, +hour, +minute) / minuteMs;
  };
  const wall = new Int32Array(size);
  let first = lookUp(0);
  for (let hour = 0; hour < size; hour += 60) {
    // An hour in which the clocks were not changed shows its minutes one after the other; any other is asked about.
    const next = lookUp(hour + 60);
    for (let i = 0; i < 60; i += 1) wall[hour + i] = next === first + 60 ? first + i : lookUp(hour + i);
    first = next;
  }
  walls.set(zone, wall);
  return wall;
}

/** A calendar with every minute of two years looked up. */
export type Minutes = {
  readonly hours: WorkingHours;
  readonly wall: Int32Array;
  /** 1 where the minute is worked. */
  readonly worked: Uint8Array;
  /** When a day's work ends, once it was asked for. */
  readonly ends: Map<number, number | null>;
};

export function minutesOf(hours: WorkingHours): Minutes {
  const wall = wallOf(hours.zone);
  const worked = new Uint8Array(size);
  let day = Number.NaN;
  let ofToday: Uint8Array = new Uint8Array();
  for (let i = 0; i < size; i += 1) {
    const shown = wall[i] ?? 0;
    const today = Math.floor(shown / minutesOfDay);
    if (today !== day) ofToday = workedOn(today, hours);
    day = today;
    worked[i] = ofToday[shown - today * minutesOfDay] ?? 0;
  }
  return { hours, wall, worked, ends: new Map() };
}

/** The spans that begin on a day. */
function spansOf(day: number, hours: WorkingHours): WorkingHours['week'][number] {
  const weekday = new Date(day * 86_400_000).getUTCDay();
  return hours.days.get(dayOfNumber(day)) ?? hours.week[weekday] ?? [];
}

const isWithin = (minute: number, spans: WorkingHours['week'][number]): boolean =>
  spans.some(({ from, to }) => from <= minute && minute < to);

/** 1 for each minute that the wall can show on a day within that day's spans, or what is left of yesterday's. */
function workedOn(day: number, hours: WorkingHours): Uint8Array {
  const table = new Uint8Array(2 * minutesOfDay);
  for (const { from, to } of spansOf(day - 1, hours)) table.fill(1, from, to);
  table.copyWithin(0, minutesOfDay);
  table.fill(0, minutesOfDay);
  for (const { from, to } of spansOf(day, hours)) table.fill(1, from, to);
  return table;
}

/** Every minute of every day. */
export const everyMinute: Minutes = minutesOf({
  zone: 'UTC',
  week: Array.from({ length: 7 }, () => [{ from: 0, to: minutesOfDay }]),
  days: new Map(),
});

const indexOf = (ms: number): number => Math.floor(ms / minuteMs) - firstMinute;
const msOf = (index: number): number => (firstMinute + index) * minuteMs;

/** What the wall shows at a moment: its day, as a number, and the minute of that day. */
export function shownAt(ms: number, { wall }: Minutes): { readonly day: number; readonly minute: number } {
  const shown = wall[indexOf(ms)] ?? 0;
  const day = Math.floor(shown / minutesOfDay);
  return { day, minute: shown - day * minutesOfDay };
}

/** The first minute at which the wall shows that day; times zones are at most a day apart from UTC. */
function firstOf(day: number, { wall }: Minutes): number {
  let i = Math.max(0, (day - 2) * minutesOfDay - firstMinute);
  while (i < size && (wall[i] ?? 0) < day * minutesOfDay) i += 1;
  return i;
}

/** The first minute at which the wall shows that time of that day, or a later one. */
export function momentShowing(day: number, minute: number, minutes: Minutes): number {
  let i = firstOf(day, minutes);
  while (i < size && (minutes.wall[i] ?? 0) < day * minutesOfDay + minute) i += 1;
  return msOf(i);
}

/** When the last minute of a day's spans has passed; null on a day off. */
export function endOfDay(day: number, minutes: Minutes): number | null {
  const known = minutes.ends.get(day);
  if (known !== undefined) return known;
  const spans = spansOf(day, minutes.hours);
  let last: number | null = null;
  const first = firstOf(day, minutes);
  for (let i = first; spans.length > 0 && i < Math.min(size, first + 3 * minutesOfDay); i += 1) {
    if (isWithin((minutes.wall[i] ?? 0) - day * minutesOfDay, spans)) last = i;
  }
  const end = last === null ? null : msOf(last + 1);
  minutes.ends.set(day, end);
  return end;
}

/** The `n`-th day strictly after a day on which people work; null beyond the two years. */
export function businessDay(after: number, n: number, { hours }: Minutes): number | null {
  let left = n;
  for (let day = after + 1; day * minutesOfDay < afterLast; day += 1) {
    if (spansOf(day, hours).length > 0) left -= 1;
    if (left === 0) return day;
  }
  return null;
}

/** The first day from a day on, itself too, on which people work. */
export const businessDayFrom = (day: number, minutes: Minutes): number | null => businessDay(day - 1, 1, minutes);

/** The first worked minute from the beginning of a day on. */
export function openingFrom(day: number, minutes: Minutes): number | null {
  for (let i = firstOf(day, minutes); i < size; i += 1) if (minutes.worked[i] === 1) return msOf(i);
  return null;
}

/** Worked minutes from one whole minute to another. */
export function countBetween(fromMs: number, toMs: number, { worked }: Minutes): number {
  let count = 0;
  for (let i = indexOf(fromMs); i < indexOf(toMs); i += 1) count += worked[i] ?? 0;
  return count;
}

export type Stretch = { readonly from: number; readonly to: number | null };

/** The earliest moment by which so much has been worked; null where that is not within the two years, or never. */
export type Moments = (needMs: number) => number | null;

/**
 * Counts worked minutes one by one from a moment on; what lies in `pauses` does not count, and after one that has no end
 * nothing does. It goes on where it stopped, or begins again where less is asked for than before.
 */
export function momentsFrom(fromMs: number, { worked }: Minutes, pauses: readonly Stretch[]): Moments {
  const found = new Map<number, number | null>();
  let [i, passed, pause] = [indexOf(fromMs), 0, 0];

  function count(needMs: number): number | null {
    if (needMs <= passed) [i, passed, pause] = [indexOf(fromMs), 0, 0];
    for (; i < size; i += 1) {
      for (let next = pauses[pause]; next !== undefined && indexOf(next.from) <= i; next = pauses[pause]) {
        if (next.to === null) return null;
        i = Math.max(i, indexOf(next.to));
        pause += 1;
      }
      if (worked[i] !== 1) continue;
      if (passed + minuteMs >= needMs) return msOf(i) + (needMs - passed);
      passed += minuteMs;
    }
    return null;
  }

  return (needMs) => {
    if (needMs <= 0) return fromMs;
    const known = found.get(needMs);
    if (known !== undefined) return known;
    const moment = count(needMs);
    found.set(needMs, moment);
    return moment;
  };
}
