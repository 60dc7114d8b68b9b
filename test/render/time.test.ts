import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/calendar.ts';
import { type Duration, day, instant, minutes } from '../../src/domain/instant.ts';
import { dayIn, momentAt, partsOf } from '../../src/domain/zone.ts';
import { suggestedCall, suggestedEta, suggestedStartEta, weekday } from '../../src/render/forms/starting-times.ts';
import { clockText, dayText, lengthText, momentText, pastText, soonText } from '../../src/render/time.ts';
import { at, cases, en, ko } from './cases-of-every-status.ts';

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
});

describe('lengths', () => {
  it('are hours and minutes, to the nearest minute, and never nothing', () => {
    expect(lengthText(minutes(150), ko)).toBe('2시간 30분');
    expect(lengthText(minutes(120), en)).toBe('2 h');
    expect(lengthText((119.9 * 60_000) as Duration, ko)).toBe('2시간');
    expect(lengthText(0 as Duration, ko)).toBe('1분');
    expect(clockText(570)).toBe('09:30');
  });
});

describe('the values a time field starts with', () => {
  const reading = (when: string) => ({ ...ko, now: utc(when) });
  const mondayMorning = reading('2026-11-23T01:10Z');

  it('propose a fix by when its severity allows it, holidays left out', () => {
    const eta = (tier: 'S1' | 'S2' | 'S3' | 'S4' | null, r = mondayMorning) => momentText(suggestedEta(tier, r), r);
    expect(eta('S2')).toBe('11/26(목) 18:00');
    expect(eta('S3')).toBe('12/2(수) 18:00');
    expect(eta(null)).toBe(eta('S4'));
    expect(eta('S2', reading('2026-12-24T01:00Z'))).toBe('12/30(수) 18:00');
  });

  it('propose no start later than what the case was promised, until that has passed', () => {
    const start = (when: string) => momentText(suggestedStartEta(cases.acknowledged, reading(when)), ko);
    expect(start('2026-11-24T01:00Z')).toBe('11/26(목) 18:00');
    expect(start('2026-11-27T01:00Z')).toBe('12/2(수) 18:00');
  });

  it('propose four hours for an emergency, at night too', () => {
    expect(momentText(suggestedEta('S1', mondayMorning), ko)).toBe('11/23(월) 14:30');
    expect(momentText(suggestedEta('S1', reading('2026-11-23T14:00Z')), ko)).toBe('11/24(화) 03:00');
  });

  it('propose a call in an hour while people work, else an hour after they begin again', () => {
    const call = (when: string, tier: 'S1' | 'S2' = 'S2') => momentText(suggestedCall(tier, reading(when)), ko);
    expect(call('2026-11-23T01:10Z')).toBe('11/23(월) 11:30');
    expect(call('2026-11-23T09:30Z')).toBe('11/24(화) 10:00');
    expect(call('2026-11-21T05:00Z')).toBe('11/23(월) 10:00');
    expect(call('2026-12-24T09:00Z')).toBe('12/28(월) 10:00');
    expect(call('2026-11-21T05:00Z', 'S1')).toBe('11/21(토) 15:00');
  });

  it('count business days, not weekdays', () => {
    expect(weekday(mondayMorning, 2)).toBe('2026-11-25');
    expect(weekday(reading('2026-11-26T01:00Z'), 2)).toBe('2026-11-30');
    expect(weekday(reading('2026-12-24T01:00Z'), 1)).toBe('2026-12-28');
  });
});
