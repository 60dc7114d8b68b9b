import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, dayIn, instant } from '../../src/domain/instant.ts';
import { addDays, momentAt, partsOf, weekdaysAfter } from '../../src/render/calendar.ts';
import { dayText, momentText, pastText, soonText } from '../../src/render/time.ts';
import { at, en, ko, now } from './cases-of-every-status.ts';

const utc = (text: string) => instant(Date.parse(text));

describe('times that people read', () => {
  it('gives date, weekday and clock, the same tomorrow as today', () => {
    expect(momentText(utc('2026-11-26T09:00Z'), ko)).toBe('11/26(목) 18:00');
    expect(momentText(utc('2026-11-26T09:00Z'), en)).toBe('Thu 26 Nov 18:00');
    expect(dayText(day('2026-11-26'), ko)).toBe('11/26(목)');
  });

  it('names the year where it is not this one', () => {
    expect(momentText(utc('2027-01-06T09:00Z'), ko)).toBe('2027/1/6(수) 18:00');
    expect(dayText(day('2027-01-06'), en)).toBe('Wed 6 Jan 2027');
  });

  it('says today where the answer is read now', () => {
    expect(soonText(at(390), ko)).toBe('오늘 16:30');
    expect(soonText(at(390), en)).toBe('today 16:30');
    expect(soonText(at(60 * 24), ko)).toBe('11/24(화) 10:00');
    expect(pastText(at(12), ko)).toBe('10:12');
    expect(pastText(at(-60 * 24), ko)).toBe('11/22(일) 10:00');
  });

  it('takes today from the zone of the reader, not of the server', () => {
    const late = utc('2026-11-23T15:30Z');
    expect(momentText(late, ko)).toBe('11/24(화) 00:30');
    expect(momentText(late, { ...ko, zone: 'Europe/London' })).toBe('11/23(월) 15:30');
  });
});

describe('the calendar', () => {
  it('finds the moment of a clock time in any zone, and reads it back', () => {
    const zones = ['Asia/Seoul', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC'];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 4, max: 23 }),
        fc.constantFrom(...zones),
        (n, hour, zone) => {
          const iso = addDays(day('1990-01-01'), n);
          const moment = momentAt(iso, hour, 30, zone);
          expect(dayIn(moment, zone)).toBe(iso);
          expect(partsOf(moment, zone)).toMatchObject({ hour, minute: 30 });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('skips the weekend when it looks for a weekday', () => {
    expect(weekdaysAfter(day('2026-11-26'), 2)).toBe('2026-11-30');
    expect(partsOf(now, 'Asia/Seoul').weekday).toBe(1);
  });
});
