import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/calendar.ts';
import { instant } from '../../src/domain/instant.ts';
import { monthBefore, monthIn, monthOf, readMonth, spanOf } from '../../src/domain/month.ts';

describe('months', () => {
  it('begin and end at midnight where they are read', () => {
    const november = readMonth('2026-11');
    if (november === null) throw new Error('a month');
    expect(spanOf(november, 'Asia/Seoul')).toEqual({
      from: Date.parse('2026-11-01T00:00:00+09:00'),
      to: Date.parse('2026-12-01T00:00:00+09:00'),
    });
    expect(monthIn(instant(Date.parse('2026-11-30T15:00:00Z')), 'Asia/Seoul')).toBe('2026-12');
  });

  it('are read as year and month, and as nothing else', () => {
    for (const text of ['2026-13', '2026-00', '2026-1', '26-11', '2026-11-01', 'november', '']) {
      expect(readMonth(text), text).toBeNull();
    }
  });

  it('follow each other without a gap, whatever their length and the zone', () => {
    const zones = fc.constantFrom('Asia/Seoul', 'America/New_York', 'Europe/Berlin', 'UTC');
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 40_000 }), zones, (number, zone) => {
        const month = monthOf(dayOf(number));
        expect(spanOf(monthBefore(month), zone).to).toBe(spanOf(month, zone).from);
      }),
    );
  });
});
