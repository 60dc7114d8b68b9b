import { describe, expect, it } from 'vitest';
import { day, instant } from '../../../src/domain/instant.ts';
import type { Calendar } from '../../../src/domain/playbook.ts';
import { leftWithoutWork } from '../../../src/domain/sla/calendar-edit.ts';
import { calendarsWith, type HolidayEntry } from '../../../src/domain/sla/calendars-with.ts';
import { spansIn } from '../../../src/domain/sla/hours-text.ts';

/** Monday 2026-11-23 10:00 in Seoul. */
const monday = instant(Date.UTC(2026, 10, 23, 1, 0));
const morning = [{ from: 540, to: 720 }];
const entry = (list: string, on: string, spans: HolidayEntry['spans'] = morning): HolidayEntry => ({
  list,
  day: day(on),
  name: on,
  spans,
  source: 'person',
  removed: false,
});
/** Works on the days its lists name, and on no weekday. */
const fair: Calendar = {
  code: 'fair',
  name: { ko: '장터', en: 'Fair' },
  zone: 'Asia/Seoul',
  week: [[], [], [], [], [], [], []],
  holidays: ['site', 'town'],
  days: new Map(),
};
const without = (entries: readonly HolidayEntry[], on: string, list = 'site') =>
  leftWithoutWork(calendarsWith([fair], entries), entries, { list, day: day(on), spans: 'off the list' }, monday)
    ?.code ?? null;

describe('a calendar keeps a working day in sight', () => {
  it('when the last one would be taken off, and not while there is another', () => {
    expect(without([entry('site', '2026-12-05')], '2026-12-05')).toBe('fair');
    expect(without([entry('site', '2026-12-05'), entry('site', '2027-01-21')], '2026-12-05')).toBeNull();
    expect(without([entry('site', '2026-12-05'), entry('site', '2027-01-22')], '2026-12-05')).toBe('fair');
  });

  it('counts today, and not yesterday', () => {
    expect(without([entry('site', '2026-12-05'), entry('site', '2026-11-23')], '2026-12-05')).toBeNull();
    expect(without([entry('site', '2026-12-05'), entry('site', '2026-11-22')], '2026-12-05')).toBe('fair');
  });

  it('when another of its lists has the same day, that one counts from then on', () => {
    const both = [entry('site', '2026-12-05'), entry('town', '2026-12-05')];
    expect(without(both, '2026-12-05')).toBeNull();
    expect(without([entry('site', '2026-12-05'), entry('town', '2026-12-05', [])], '2026-12-05')).toBe('fair');
    expect(without([both[0] ?? entry('', ''), { ...entry('town', '2026-12-05'), removed: true }], '2026-12-05')).toBe(
      'fair',
    );
  });

  it('is not asked of calendars that do not go by the list', () => {
    expect(without([entry('site', '2026-12-05')], '2026-12-05', 'kr')).toBeNull();
  });
});

describe('hours as a person writes them', () => {
  it.each([
    ['', []],
    ['  ', []],
    ['09:00-13:00', [{ from: 540, to: 780 }]],
    [
      '9:00~12:00, 13:00–18:00',
      [
        { from: 540, to: 720 },
        { from: 780, to: 1080 },
      ],
    ],
    ['22:00-06:00', [{ from: 1320, to: 1800 }]],
    ['18:00-24:00', [{ from: 1080, to: 1440 }]],
  ])('“%s”', (text, spans) => {
    expect(spansIn(text)).toEqual(spans);
  });

  it.each([
    '9-12',
    '오전',
    '09:00',
    '09:00-',
    '09:00-09:00',
    '24:00-06:00',
    '09:70-10:00',
    '13:00-18:00,09:00-12:00',
    '09:00-12:00,11:00-13:00',
    '09:00-12:00,',
  ])('“%s” are none', (text) => {
    expect(spansIn(text)).toBeNull();
  });
});
