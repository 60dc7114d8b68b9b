import type { Day, Duration, Instant } from '../domain/instant.ts';
import { dayIn, type Parts, partsOf, partsOfDay } from '../domain/zone.ts';
import type { Reading } from './reading.ts';

const twoDigits = (n: number): string => String(n).padStart(2, '0');
const clockOf = (p: Parts): string => `${twoDigits(p.hour)}:${twoDigits(p.minute)}`;

function dateOf(p: Parts, r: Reading): string {
  const thisYear = partsOf(r.now, r.zone).year;
  return r.words.time.date(p, p.year !== thisYear);
}

/** `11/26(목) 18:00` · `Thu 26 Nov 18:00`. For what stays on the screen: it reads the same tomorrow. */
export function momentText(at: Instant, r: Reading): string {
  const p = partsOf(at, r.zone);
  return `${dateOf(p, r)} ${clockOf(p)}`;
}

/** `오늘 16:30` · `today 16:30` where it is today. For answers that are read now. */
export function soonText(at: Instant, r: Reading): string {
  const isToday = dayIn(at, r.zone) === dayIn(r.now, r.zone);
  return isToday ? r.words.time.today(clockOf(partsOf(at, r.zone))) : momentText(at, r);
}

/** `16:30` today, with its date otherwise: when somebody else was faster. */
export function pastText(at: Instant, r: Reading): string {
  const isToday = dayIn(at, r.zone) === dayIn(r.now, r.zone);
  return isToday ? clockOf(partsOf(at, r.zone)) : momentText(at, r);
}

/** `11/26(목)` · `Thu 26 Nov`. */
export const dayText = (iso: Day, r: Reading): string => dateOf(partsOfDay(iso), r);

/** `2시간 30분` · `2 h 30 min`: to the nearest minute, never nothing. */
export function lengthText(length: Duration, r: Reading): string {
  const minutes = Math.max(1, Math.round(length / 60_000));
  return r.words.time.length(Math.floor(minutes / 60), minutes % 60);
}

/** `09:30`, of minutes after midnight. */
export const clockText = (minutes: number): string =>
  `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
