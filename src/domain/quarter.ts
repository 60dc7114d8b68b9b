import { type Day, day, type Instant } from './instant.ts';
import { dayIn, momentAt, partsOfDay } from './zone.ts';

/** A quarter of a calendar year; `n` from 1. */
export type Quarter = { readonly year: number; readonly n: number };

export function quarterOf(of: Day): Quarter {
  const { year, month } = partsOfDay(of);
  return { year, n: Math.ceil(month / 3) };
}

export const quarterIn = (at: Instant, zone: string): Quarter => quarterOf(dayIn(at, zone));

export const firstDayOf = ({ year, n }: Quarter): Day => day(`${year}-${String(n * 3 - 2).padStart(2, '0')}-01`);
const quarterAfter = ({ year, n }: Quarter): Quarter => (n === 4 ? { year: year + 1, n: 1 } : { year, n: n + 1 });

/** From its first moment to the first of the next, as the wall clock of a zone has it. */
export const spanOf = (quarter: Quarter, zone: string): { readonly from: Instant; readonly to: Instant } => ({
  from: momentAt(firstDayOf(quarter), 0, 0, zone),
  to: momentAt(firstDayOf(quarterAfter(quarter)), 0, 0, zone),
});
