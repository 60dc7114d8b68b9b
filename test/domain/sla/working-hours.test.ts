import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, type Duration, day, type Instant, instant, minutes } from '../../../src/domain/instant.ts';
import {
  addWorking,
  businessDayAfter,
  endOfWork,
  isWorked,
  nextWorked,
  type Span,
  type WorkingHours,
  workingTime,
} from '../../../src/domain/sla/working-hours.ts';
import { randomOffice } from '../../support/random-office.ts';

const at = (text: string): Instant => instant(Date.parse(text));
const span = (from: number, to: number): Span => ({ from: from * 60, to: to * 60 });
const hours = (zone: string, daily: readonly Span[], days: readonly (readonly [string, readonly Span[]])[] = []) => ({
  zone,
  week: Array.from({ length: 7 }, () => daily),
  days: new Map<Day, readonly Span[]>(days.map(([on, spans]) => [day(on), spans])),
});

/** 22:00 to 06:00: on the nights of the changes it works seven hours, and nine. */
const night = hours('Europe/Berlin', [span(22, 30)]);
const office = hours('Asia/Seoul', [span(9, 12), span(13, 18)], [['2026-11-25', [span(9, 12)]]]);

describe('business time', () => {
  it('a night shift loses the hour that spring takes', () => {
    const [from, to] = [at('2026-03-28T22:00+01:00'), at('2026-03-29T06:00+02:00')];
    expect(workingTime(from, to, night)).toBe(minutes(7 * 60));
    expect(addWorking(from, minutes(7 * 60), night)).toBe(to);
    expect(addWorking(from, minutes(4 * 60), night)).toBe(at('2026-03-29T03:00+02:00'));
  });

  it('a night shift works the hour that autumn gives twice', () => {
    const [from, to] = [at('2026-10-24T22:00+02:00'), at('2026-10-25T06:00+01:00')];
    expect(workingTime(from, to, night)).toBe(minutes(9 * 60));
    expect(addWorking(from, minutes(5 * 60), night)).toBe(at('2026-10-25T02:00+01:00'));
  });

  it('a span past midnight belongs to the day it starts', () => {
    expect(endOfWork(day('2026-11-23'), night)).toBe(at('2026-11-24T06:00+01:00'));
    const dayOff = hours('Europe/Berlin', [span(22, 30)], [['2026-11-24', []]]);
    // The night before the day off is worked to its end; the day's own night is not.
    expect(isWorked(at('2026-11-24T05:59+01:00'), dayOff)).toBe(true);
    expect(nextWorked(at('2026-11-24T06:00+01:00'), dayOff)).toBe(at('2026-11-25T22:00+01:00'));
  });

  it('a half day ends early', () => {
    expect(endOfWork(day('2026-11-25'), office)).toBe(at('2026-11-25T12:00+09:00'));
    expect(addWorking(at('2026-11-25T11:30+09:00'), minutes(60), office)).toBe(at('2026-11-26T09:30+09:00'));
    expect(businessDayAfter(day('2026-11-24'), 1, office)).toBe('2026-11-25');
  });

  it('a calendar without a working day answers that there is none, and soon', () => {
    const never: WorkingHours = hours('Asia/Seoul', []);
    const now = at('2026-11-23T10:00+09:00');
    expect(addWorking(now, minutes(1), never)).toBeNull();
    expect(nextWorked(now, never)).toBeNull();
    expect(endOfWork(day('2026-11-23'), never)).toBeNull();
    expect(businessDayAfter(day('2026-11-23'), 1, never)).toBeNull();
    expect(workingTime(now, at('2027-11-23T10:00+09:00'), never)).toBe(0);
  });
});

describe('laws of business time', () => {
  /** A calendar anywhere on earth, and a moment of a year. */
  const calendar = fc.nat(400).chain((seed) => fc.constantFrom(...randomOffice(seed).calendars));
  const moment = fc.nat(400 * 1440).map((n) => instant(at('2026-01-10T00:00Z') + n * 60_000));

  it('the time from one moment to another is the sum of its parts', () => {
    fc.assert(
      fc.property(calendar, moment, moment, moment, (hours, ...moments) => {
        const [a, b, c] = moments.sort((x, y) => x - y) as [Instant, Instant, Instant];
        expect(workingTime(a, b, hours) + workingTime(b, c, hours)).toBe(workingTime(a, c, hours));
      }),
      { numRuns: 300 },
    );
  });

  it('after so much business time exactly so much has passed, and a moment earlier less', () => {
    fc.assert(
      fc.property(calendar, moment, fc.integer({ min: 1, max: 9000 }), (hours, from, n) => {
        const until = addWorking(from, minutes(n), hours);
        expect(until).not.toBeNull();
        if (until === null) return;
        expect(workingTime(from, until, hours)).toBe(minutes(n));
        expect(workingTime(from, instant(until - 1), hours)).toBe((minutes(n) - 1) as Duration);
      }),
      { numRuns: 300 },
    );
  });
});
