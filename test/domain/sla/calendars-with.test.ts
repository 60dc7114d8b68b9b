import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/instant.ts';
import type { Calendar } from '../../../src/domain/playbook.ts';
import {
  calendarsWith,
  type HolidayEntry,
  knownThrough,
  missingYears,
} from '../../../src/domain/sla/calendars-with.ts';
import { businessDayAfter } from '../../../src/domain/sla/working-hours.ts';
import { hq } from '../../support/a-playbook.ts';

const office: Calendar = { ...hq, holidays: ['kr'], days: new Map() };
const morning = [{ from: 9 * 60, to: 13 * 60 }];

const entry = (on: string, of: Partial<HolidayEntry> = {}): HolidayEntry => ({
  list: 'kr',
  day: day(on),
  name: on,
  spans: [],
  source: 'almanac',
  removed: false,
  ...of,
});
/** A year as the almanac gives it: so many days. */
const yearOf = (year: number, days: number, of: Partial<HolidayEntry> = {}) =>
  Array.from({ length: days }, (_, i) => entry(`${year}-03-${String(i + 1).padStart(2, '0')}`, of));
const almanac = [...yearOf(2026, 22), ...yearOf(2027, 24)];

/** The first business day after a day, by the first calendar. */
function dayAfter(on: string, calendars: readonly Calendar[]): string | null {
  const [first] = calendars;
  if (first === undefined) throw new Error('no calendar');
  return businessDayAfter(day(on), 1, first);
}

describe('a calendar with its lists', () => {
  it('is off on a listed day, and only where it names the list', () => {
    const plant: Calendar = { ...office, code: 'plant', holidays: [] };
    const [seoul, busan] = calendarsWith([office, plant], [entry('2026-11-24')]);
    expect([seoul?.days.size, busan?.days.size]).toEqual([1, 0]);
    expect(dayAfter('2026-11-23', seoul ? [seoul] : [])).toBe('2026-11-25');
    expect(dayAfter('2026-11-23', busan ? [busan] : [])).toBe('2026-11-24');
  });

  it('works on a day that a person has taken off the list', () => {
    expect(dayAfter('2026-11-23', calendarsWith([office], [entry('2026-11-24', { removed: true })]))).toBe(
      '2026-11-24',
    );
  });

  it('works the hours of a half day, and a Saturday in exchange', () => {
    const days = [entry('2026-12-31', { spans: morning }), entry('2026-11-28', { spans: morning })];
    const [merged] = calendarsWith([office], days);
    expect(merged?.days.get(day('2026-12-31'))).toEqual(morning);
    expect(dayAfter('2026-11-27', calendarsWith([office], days))).toBe('2026-11-28');
  });

  it('keeps what the playbook says of a day, whatever a list says', () => {
    const open: Calendar = { ...office, days: new Map([[day('2026-11-24'), morning]]) };
    expect(dayAfter('2026-11-23', calendarsWith([open], [entry('2026-11-24')]))).toBe('2026-11-24');
  });

  it('follows, of two lists that speak of one day, the one it names first', () => {
    const entries = [entry('2026-11-24', { list: 'site', spans: morning }), entry('2026-11-24')];
    const named = (...holidays: readonly string[]) =>
      calendarsWith([{ ...office, holidays }], entries)[0]?.days.get(day('2026-11-24'));
    expect(named('site', 'kr')).toEqual(morning);
    expect(named('kr', 'site')).toEqual([]);
  });

  it('leaves the calendars of the playbook as they were', () => {
    calendarsWith([office], almanac);
    expect(office.days.size).toBe(0);
  });
});

describe('how far a list is known', () => {
  it('is the last year that was told whole; a list without days knows nothing', () => {
    expect(knownThrough('kr', almanac)).toBe(2027);
    expect(knownThrough('de', almanac)).toBeNull();
  });

  it('is not moved by one early day, but by a year that people have entered by hand', () => {
    const election = entry('2028-04-12', { source: 'person' });
    expect(knownThrough('kr', [...almanac, election])).toBe(2027);
    expect(knownThrough('kr', [...almanac, ...yearOf(2028, 20, { source: 'person' })])).toBe(2028);
  });

  it('is as far as a list goes that people keep by hand', () => {
    const own = { list: 'site', source: 'person' } as const;
    expect(knownThrough('site', [...yearOf(2026, 3, own), entry('2027-08-02', own)])).toBe(2027);
  });

  it('counts a year from which a person took days off', () => {
    const withdrawn = yearOf(2027, 24).map((e) => ({ ...e, removed: true, source: 'person' as const }));
    expect(knownThrough('kr', [...yearOf(2026, 22), ...withdrawn])).toBe(2027);
  });
});

describe('the year that is missing', () => {
  const missing = (today: string, entries = almanac) => missingYears([office], entries, day(today));

  it('is asked for from 1 November of the year before, and not a day earlier', () => {
    expect(missing('2027-10-31')).toEqual([]);
    expect(missing('2027-11-01')).toEqual([{ list: 'kr', year: 2028 }]);
    expect(missing('2027-12-31')).toEqual([{ list: 'kr', year: 2028 }]);
    expect(missing('2026-12-31')).toEqual([]);
  });

  it('is still asked for when it has come', () => {
    expect(missing('2028-03-02')).toEqual([{ list: 'kr', year: 2028 }]);
    expect(missing('2028-11-01').map(({ year }) => year)).toEqual([2028, 2029]);
  });

  it('is this one for a list that a calendar names and nobody has filled; a list that nobody names is nobody’s concern', () => {
    expect(missingYears([{ ...office, holidays: ['de'] }], almanac, day('2026-06-01'))).toEqual([
      { list: 'de', year: 2026 },
    ]);
    expect(missingYears([{ ...office, holidays: [] }], almanac, day('2030-12-01'))).toEqual([]);
  });
});
