import { getHolidayPreset } from '@hyunbinseo/holidays-kr';
import { day } from '../src/domain/instant.ts';
import type { NamedDay } from '../src/ports/calendars.ts';

/** The list that the official almanac of Korea (월력요항) fills. */
export const almanacList = 'kr';

/** The holidays of a year and of those after it, as far as this release of the almanac goes. */
export async function koreanHolidays(from: number): Promise<readonly NamedDay[]> {
  const days: NamedDay[] = [];
  for (let year = from; ; year += 1) {
    const published = await holidaysOf(year);
    if (published === null) return days;
    days.push(...Object.entries(published).map(([on, names]) => ({ day: day(on), name: names.join(', ') })));
  }
}

/** Null: not published yet. */
async function holidaysOf(year: number) {
  try {
    return await getHolidayPreset(String(year));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
