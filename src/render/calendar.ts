import { type Day, day, type Instant, instant } from '../domain/instant.ts';

/** A moment taken apart in a zone. `weekday`: 0 is Sunday. */
export type Parts = {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly hour: number;
  readonly minute: number;
  readonly weekday: number;
};

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formatters.set(zone, made);
  return made;
}

/** Days since 1970-01-01 of a date of the Gregorian calendar. */
function dayNumber(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const weekdayOf = (days: number): number => (((days + 4) % 7) + 7) % 7;

export function partsOf(at: Instant, zone: string): Parts {
  const found = new Map(
    formatterFor(zone)
      .formatToParts(at)
      .map((p) => [p.type, Number(p.value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => found.get(name) ?? 0;
  const [year, month, date] = [part('year'), part('month'), part('day')];
  const weekday = weekdayOf(dayNumber(year, month, date));
  return { year, month, date, hour: part('hour'), minute: part('minute'), weekday };
}

/** Parts of a calendar day, at midnight. */
export function partsOfDay(iso: Day): Parts {
  const [year = 0, month = 1, date = 1] = iso.split('-').map(Number);
  return { year, month, date, hour: 0, minute: 0, weekday: weekdayOf(dayNumber(year, month, date)) };
}

/** The moment at which clocks in `zone` show this time of this day. A time that a clock change skips becomes the one after. */
export function momentAt(iso: Day, hour: number, minute: number, zone: string): Instant {
  const { year, month, date } = partsOfDay(iso);
  const wanted = dayNumber(year, month, date) * 86_400_000 + (hour * 60 + minute) * 60_000;
  const shown = (guess: number): number => {
    const p = partsOf(instant(guess), zone);
    return dayNumber(p.year, p.month, p.date) * 86_400_000 + (p.hour * 60 + p.minute) * 60_000;
  };
  const first = wanted - (shown(wanted) - wanted);
  return instant(first - (shown(first) - wanted));
}

export function addDays(iso: Day, n: number): Day {
  const { year, month, date } = partsOfDay(iso);
  const noon = instant((dayNumber(year, month, date) + n) * 86_400_000 + 43_200_000);
  const p = partsOf(noon, 'UTC');
  return day(`${p.year}-${String(p.month).padStart(2, '0')}-${String(p.date).padStart(2, '0')}`);
}

export const isWeekend = (iso: Day): boolean => [0, 6].includes(partsOfDay(iso).weekday);

/** The next Monday-to-Friday day, `n` of them after `iso`. Holidays are not known here: a starting value, not a promise. */
export function weekdaysAfter(iso: Day, n: number): Day {
  let at = iso;
  for (let left = n; left > 0; ) {
    at = addDays(at, 1);
    if (!isWeekend(at)) left -= 1;
  }
  return at;
}
