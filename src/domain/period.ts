import { addDays, dayNumber } from './calendar.ts';
import { type Day, day } from './instant.ts';
import { firstDayOf, monthAfter, monthOf } from './month.ts';

/** Days, both included. */
export type Period = { readonly from: Day; readonly to: Day };

/** `2026`, `2026-11`, `2026-11-23`, or two of them with `~` between; null: none of these. */
export function readPeriod(text: string): Period | null {
  const [first = '', last = first, ...more] = text.split('~').map((part) => part.trim());
  const [begins, ends] = [daysOf(first), daysOf(last)];
  if (begins === null || ends === null || more.length > 0 || begins.from > ends.to) return null;
  return { from: begins.from, to: ends.to };
}

export const periodText = ({ from, to }: Period): string => (from === to ? from : `${from}~${to}`);

function daysOf(text: string): Period | null {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(text)) return null;
  const from = day(text.padEnd(10, '-01'));
  if (dayNumber(from) === null) return null;
  const [year = '', month] = text.split('-');
  if (text.length === 10) return { from, to: from };
  const next = month === undefined ? day(`${Number(year) + 1}-01-01`) : firstDayOf(monthAfter(monthOf(from)));
  return { from, to: addDays(next, -1) };
}
