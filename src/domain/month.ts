import { addDays } from './calendar.ts';
import type { Brand } from './ids.ts';
import { type Day, day, type Instant } from './instant.ts';
import { dayIn, momentAt } from './zone.ts';

/** A calendar month, `YYYY-MM`. */
export type Month = Brand<string, 'Month'>;

export const readMonth = (text: string): Month | null =>
  /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text) ? (text as Month) : null;

export const monthOf = (of: Day): Month => of.slice(0, 7) as Month;
export const firstDayOf = (month: Month): Day => day(`${month}-01`);
export const monthBefore = (month: Month): Month => monthOf(addDays(firstDayOf(month), -1));
/** Thirty-one days after its first day every month is over. */
export const monthAfter = (month: Month): Month => monthOf(addDays(firstDayOf(month), 31));

export const monthIn = (at: Instant, zone: string): Month => monthOf(dayIn(at, zone));

/** From its first moment to the first of the next, as the wall clock of a zone has it. */
export const spanOf = (month: Month, zone: string): { readonly from: Instant; readonly to: Instant } => ({
  from: momentAt(firstDayOf(month), 0, 0, zone),
  to: momentAt(firstDayOf(monthAfter(month)), 0, 0, zone),
});
