import { describe, expect, it } from 'vitest';
import { minuteOf, spanOf } from '../../src/domain/sla/hours-text.ts';
import { readTarget } from '../../src/playbook/target-text.ts';
import { bd, bh, bm, dh, h, m } from '../support/sla-rules.ts';

describe('the time allowed for something', () => {
  for (const [text, target] of [
    ['30m', m(30)],
    ['2h', h(2)],
    ['720h', h(720)],
    ['90bm', bm(90)],
    ['2bh', bh(2)],
    ['4dh', dh(4)],
    ['3bd', bd(3)],
    [' 10 bd ', bd(10)],
    ['250bd', bd(250)],
  ] as const) {
    it(`may be ${text}`, () => expect(readTarget(text)).toEqual({ ok: true, value: target }));
  }

  for (const [text, what] of [
    ['30', 'no length of time'],
    ['soon', 'no length of time'],
    ['1.5h', 'no length of time'],
    ['-2h', 'no length of time'],
    ['', 'no length of time'],
    ['3d', '"d" is no unit of time'],
    ['2H', 'no length of time'],
    ['0m', 'no time at all'],
    ['000bd', 'no time at all'],
    ['251bd', 'longer than a year'],
    ['8761h', 'longer than a year'],
  ] as const) {
    it(`may not be "${text}"`, () => {
      const found = readTarget(text);
      expect(found.ok ? '' : found.error.what).toContain(what);
      expect(found.ok ? '' : found.error.mend).toMatch(/^Write .+\.$/);
    });
  }

  it('is explained by all six units where it cannot be read', () => {
    const found = readTarget('3d');
    for (const unit of ['30m', '2h', '90bm', '2bh', '3bd', '4dh'])
      expect(found.ok ? '' : found.error.mend).toContain(unit);
  });
});

describe('a stretch of a working day', () => {
  it('is read in minutes after midnight', () => {
    expect(spanOf('09:00-12:00')).toEqual({ from: 540, to: 720 });
    expect(spanOf('9:00 ~ 12:30')).toEqual({ from: 540, to: 750 });
    expect(spanOf('18:00-24:00')).toEqual({ from: 1080, to: 1440 });
    expect(spanOf('00:00-24:00')).toEqual({ from: 0, to: 1440 });
  });

  it('that ends before it begins ends on the next day', () => {
    expect(spanOf('22:00-06:00')).toEqual({ from: 1320, to: 1800 });
    expect(spanOf('18:00-00:00')).toEqual({ from: 1080, to: 1440 });
  });

  it('has two times, and lasts', () => {
    for (const text of ['09:00', '09-12', '09:00-25:00', '09:60-12:00', '24:00-06:00', '09:00-09:00', '9-12-15', ''])
      expect(spanOf(text)).toBeNull();
    expect(minuteOf('24:01')).toBeNull();
  });
});
