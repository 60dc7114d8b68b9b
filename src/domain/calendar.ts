import type { Day, Instant } from './instant.ts';

const dayMs = 86_400_000;

/**
 * Days since 1970-01-01 of a calendar day; null when the text is no such day ('2026-02-30', 'tomorrow').
 * Plain Gregorian arithmetic, counting years from March so that the leap day comes last.
 */
export function dayNumber(day: Day): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (parts === null) return null;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (month < 1 || month > 12 || date < 1 || date > lengthOf(year, month)) return null;
  const fromMarch = month > 2 ? year : year - 1;
  const era = Math.floor(fromMarch / 400);
  const yearOfEra = fromMarch - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function lengthOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** True once the day has ended in every zone on earth: what is asked for such a day is surely a slip. */
export function isOver(day: Day, at: Instant): boolean {
  const number = dayNumber(day);
  return number !== null && (number + 1.5) * dayMs <= at;
}
