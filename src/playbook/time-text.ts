import type { Span } from '../domain/sla/working-hours.ts';

const dayMinutes = 1440;

/** Minutes after midnight of `09:30`; `24:00` is the end of the day. Null: no time of a day. */
export function minuteOf(text: string): number | null {
  const found = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2])];
  if (found === null || minute > 59) return null;
  const at = hour * 60 + minute;
  return at <= dayMinutes ? at : null;
}

/** `09:00-12:00`. One that ends before it begins ends on the next day, and belongs to the day it began. */
export function spanOf(text: string): Span | null {
  const [from, end, ...rest] = text.split(/[-–~]/).map(minuteOf);
  if (from == null || end == null || rest.length > 0) return null;
  if (from === dayMinutes || from === end) return null;
  return { from, to: end > from ? end : end + dayMinutes };
}
