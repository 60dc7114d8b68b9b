import type { WorkingHours } from '../../../src/domain/sla/working-hours.ts';

/*
 * Working time counted on the fingers: a cell for every minute of the months around the quarter, filled from what Intl
 * says the clock on the wall shows. The engine counts otherwise, and knows offsets; that is what makes it a check.
 */

const minuteMs = 60_000;
const first = Date.UTC(2026, 8, 1) / minuteMs;
const size = Date.UTC(2027, 4, 1) / minuteMs - first;
const perDay = 1440;

export type Minutes = {
  readonly worked: Uint8Array;
  /** Minutes since the 1970 of that wall. */
  readonly wall: Int32Array;
  /** Spans that begin on a day, counted since 1970. */
  readonly spansOf: (day: number) => WorkingHours['week'][number];
};

const walls = new Map<string, Int32Array>();

function wallIn(zone: string): Int32Array {
  const known = walls.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const look = (i: number): number =>
    Date.parse(`${format.format((first + i) * minuteMs).replace(' ', 'T')}Z`) / minuteMs;
  const wall = new Int32Array(size);
  // No zone of the company changes its clocks but at a full quarter of an hour.
  for (let i = 0; i < size; i += 15) {
    const shown = look(i);
    for (let j = 0; j < 15; j += 1) wall[i + j] = shown + j;
  }
  walls.set(zone, wall);
  return wall;
}

export function countMinutes({ zone, week, days }: WorkingHours): Minutes {
  const wall = wallIn(zone);
  const spans = new Map<number, WorkingHours['week'][number]>();
  const spansOf = (day: number) => {
    const known = spans.get(day);
    if (known !== undefined) return known;
    const date = new Date(day * perDay * minuteMs);
    const found = [...days].find(([d]) => d === date.toISOString().slice(0, 10))?.[1] ?? week[date.getUTCDay()] ?? [];
    spans.set(day, found);
    return found;
  };
  const worked = new Uint8Array(size);
  for (let i = 0; i < size; i += 1) {
    const shown = wall[i] ?? 0;
    const day = Math.floor(shown / perDay);
    const minute = shown - day * perDay;
    const today = spansOf(day).some(({ from, to }) => from <= minute && minute < to);
    // A night that began yesterday.
    if (today || spansOf(day - 1).some(({ to }) => minute + perDay < to)) worked[i] = 1;
  }
  return { worked, wall, spansOf };
}

const always: Minutes = { worked: new Uint8Array(size).fill(1), wall: wallIn('UTC'), spansOf: () => [] };
/** Every minute of every day. */
export const everyMinute = always;

const cellOf = (at: number): number => Math.floor(at / minuteMs) - first;
const momentOf = (cell: number): number => (first + cell) * minuteMs;

export const isWorked = ({ worked }: Minutes, at: number): boolean => worked[cellOf(at)] === 1;

/** The day the wall shows, counted since 1970, and the minute of it. */
export function shownAt(at: number, { wall }: Minutes): { readonly day: number; readonly minute: number } {
  const shown = wall[cellOf(at)] ?? 0;
  return { day: Math.floor(shown / perDay), minute: shown % perDay };
}
export const dateOf = (day: number): string => new Date(day * perDay * minuteMs).toISOString().slice(0, 10);

/** Worked minutes up to the end of work on the n-th day after the one of a moment that has any; null: none in sight. */
export function untilEndOfDay(from: number, n: number, minutes: Minutes): number | null {
  const start = shownAt(from, minutes).day;
  let left = n;
  let day = start;
  while (left > 0) {
    day += 1;
    if (day > start + 100) return null;
    if (minutes.spansOf(day).length > 0) left -= 1;
  }
  const end = Math.max(...minutes.spansOf(day).map(({ to }) => to));
  // The first minute has begun already.
  let count = isWorked(minutes, from) ? (momentOf(cellOf(from)) - from) / minuteMs : 0;
  for (let i = cellOf(from); i < size && (minutes.wall[i] ?? 0) < day * perDay + end; i += 1)
    count += minutes.worked[i] ?? 0;
  return count;
}

/** The moment at which so many worked minutes have passed; what lies in a pause does not count. Null: not in sight. */
export function momentAfter(
  from: number,
  need: number,
  { worked }: Minutes,
  pauses: readonly { readonly from: number; readonly to: number | null }[],
): number | null {
  let left = need;
  for (let i = cellOf(from); i < size; i += 1) {
    const at = momentOf(i);
    const isPaused = pauses.some((p) => p.from <= at && (p.to === null || at < p.to));
    if (worked[i] !== 1 || isPaused) continue;
    // The first minute has begun already.
    left -= at < from ? (at + minuteMs - from) / minuteMs : 1;
    if (left <= 1e-6) return at + minuteMs + left * minuteMs;
  }
  return null;
}
