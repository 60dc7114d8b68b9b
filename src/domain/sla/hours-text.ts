import type { Span } from './working-hours.ts';

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

/** The hours of a day as a person writes them: `09:00-12:00, 13:00-18:00`. Nothing written: a day off. Null: no hours. */
export function spansIn(text: string): readonly Span[] | null {
  if (text.trim() === '') return [];
  const spans = text.split(',').map(spanOf);
  const read = spans.filter((span) => span !== null);
  const inOrder = read.every((span, i) => i === 0 || span.from >= (read[i - 1]?.to ?? 0));
  return read.length === spans.length && inOrder ? read : null;
}
