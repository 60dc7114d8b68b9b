import { y2026, y2027 } from '@hyunbinseo/holidays-kr/all';
import { type Day, day } from '../../src/domain/instant.ts';
import type { Calendar } from '../../src/domain/playbook.ts';
import type { Span } from '../../src/domain/sla/working-hours.ts';

/** The public holidays of Korea in 2026 and 2027, as announced: days off. */
export const koreanHolidays: ReadonlyMap<Day, readonly Span[]> = new Map(
  [y2026, y2027].flatMap(Object.keys).map((date) => [day(date), []]),
);

/** A calendar as it is when the almanac's days have been merged into it; a day of the company's own wins. */
export const withKoreanHolidays = (calendar: Calendar): Calendar =>
  calendar.holidays.includes('kr') ? { ...calendar, days: new Map([...koreanHolidays, ...calendar.days]) } : calendar;
