import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, isOver } from '../../src/domain/calendar.ts';
import { day, instant } from '../../src/domain/instant.ts';

const dayMs = 86_400_000;

describe('calendar days', () => {
  it('are counted as everybody counts them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        const iso = new Date(number * dayMs).toISOString().slice(0, 10);
        expect(dayNumber(day(iso))).toBe(number);
      }),
    );
  });

  it('that do not exist have no number', () => {
    for (const text of [
      '2026-02-29',
      '2100-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '',
      'soon',
    ]) {
      expect(dayNumber(day(text))).toBeNull();
    }
    expect(dayNumber(day('2028-02-29'))).not.toBeNull();
    expect(dayNumber(day('2000-02-29'))).not.toBeNull();
  });

  it('are over when they have ended in the last place on earth', () => {
    const christmas = day('2026-12-25');
    expect(isOver(christmas, instant(Date.UTC(2026, 11, 26, 11, 59)))).toBe(false);
    expect(isOver(christmas, instant(Date.UTC(2026, 11, 26, 12, 0)))).toBe(true);
  });
});
