import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseId, customerKey } from '../../../src/domain/ids.ts';
import { days, instant, minus } from '../../../src/domain/instant.ts';
import type { Tier } from '../../../src/domain/intake/severity.ts';
import { figuresOf, gaugeOf, type Member } from '../../../src/domain/learning/gauge.ts';
import { drifts, trendOf, weeklyCounts } from '../../../src/domain/learning/trend.ts';
import { learningRules } from '../../support/learning-rules.ts';

const { gauge: rules } = learningRules;
const now = instant(Date.UTC(2026, 10, 23, 1));
let number = 0;

const member = (tier: Tier | null, more: Partial<Member> = {}): Member => {
  number += 1;
  return {
    id: caseId(number),
    customer: customerKey(`customer-${number}`),
    kind: 'complaint',
    tier,
    nearMiss: false,
    at: minus(now, days(1)),
    ...more,
  };
};
const many = (count: number, tier: Tier, more: Partial<Member> = {}) =>
  Array.from({ length: count }, () => member(tier, more));

describe('the Heinrich gauge', () => {
  it('S0-19 three customers are 주의 (10 %), the tenth is 경계 (34 %)', () => {
    expect(gaugeOf(many(2, 'S3'), rules).level).toBeNull();
    expect(gaugeOf(many(3, 'S3'), rules)).toMatchObject({ level: 'watch', percent: 10 });
    expect(gaugeOf(many(9, 'S3'), rules).level).toBe('watch');
    expect(gaugeOf(many(10, 'S3'), rules)).toMatchObject({ level: 'alert', percent: 34 });
    expect(gaugeOf(many(29, 'S2'), rules)).toMatchObject({ level: 'critical', percent: 100 });
  });

  it('twelve customers and 26 weak signals are 41 %, 경계', () => {
    expect(gaugeOf([...many(12, 'S2'), ...many(26, 'S4')], rules)).toMatchObject({
      percent: 41,
      level: 'alert',
      minor: 12,
      weak: 26,
    });
  });

  it('thirty weak signals are 주의, 99 경계, 300 심각', () => {
    expect(gaugeOf(many(29, 'S4'), rules).level).toBeNull();
    expect(gaugeOf(many(30, 'S4'), rules).level).toBe('watch');
    expect(gaugeOf(many(99, 'S4', { kind: 'inquiry' }), rules).level).toBe('alert');
    expect(gaugeOf(many(300, 'S4'), rules).level).toBe('critical');
  });

  it('a single S1 is 심각', () => {
    expect(gaugeOf([member('S1')], rules)).toMatchObject({ level: 'critical', hasCritical: true });
  });

  it('a near miss that staff report is a weak signal, an idea is none', () => {
    expect(gaugeOf(many(30, 'S4', { kind: 'voe', nearMiss: true }), rules).level).toBe('watch');
    expect(gaugeOf(many(300, 'S4', { kind: 'suggestion' }), rules).weak).toBe(0);
  });

  it('one customer who calls ten times is one customer', () => {
    const same = many(10, 'S3', { customer: customerKey('one') });
    expect(gaugeOf(same, rules)).toMatchObject({ minor: 1, level: null });
  });

  it('who left no contact is somebody of their own', () => {
    expect(gaugeOf(many(3, 'S3', { customer: null }), rules).minor).toBe(3);
  });

  it('what lies ninety days back counts no more', () => {
    const old = many(3, 'S3', { at: minus(now, days(90)) });
    expect(figuresOf(old, now, rules)).toMatchObject({ customers: 0, cases: 0, gauge: { level: null } });
    const recent = many(3, 'S3', { at: minus(now, days(89)) });
    expect(figuresOf(recent, now, rules)).toMatchObject({ customers: 3, gauge: { level: 'watch' } });
  });

  it('S3-18 business and private customers count together', () => {
    expect(gaugeOf([...many(2, 'S3'), member('S3', { kind: 'requirement' })], rules).level).toBe('watch');
  });

  const members = fc.array(
    fc.record({
      customer: fc.option(fc.integer({ min: 1, max: 8 }).map((n) => customerKey(`c${n}`))),
      tier: fc.constantFrom<Tier | null>('S1', 'S2', 'S3', 'S4', null),
      at: fc.integer({ min: 0, max: 120 }).map((n) => minus(now, days(n))),
    }),
    { maxLength: 60 },
  );

  it('does not depend on the order, and never falls because one more said the same', () => {
    fc.assert(
      fc.property(members, (drawn) => {
        const all = drawn.map(({ tier, ...more }) => member(tier, more));
        const figures = figuresOf(all, now, rules);
        expect(figuresOf([...all].reverse(), now, rules)).toEqual(figures);
        const more = figuresOf([...all, member('S3')], now, rules);
        expect(more.gauge.percent).toBeGreaterThanOrEqual(figures.gauge.percent);
        expect(more.customers).toBe(figures.customers + 1);
        expect(figures.customers).toBeLessThanOrEqual(figures.cases);
        expect(figures.weeks.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(figures.cases);
      }),
    );
  });
});

describe('slow drift', () => {
  it('S2-02 2,2,3,3,4,4,5,5 rises slowly although no week alarms', () => {
    expect(drifts([2, 2, 3, 3, 4, 4, 5, 5], rules.drift)).toBe(true);
  });

  it('is not a steady trickle, not a single bad week, and not a handful', () => {
    expect(drifts([3, 3, 3, 3, 3, 3, 3, 3], rules.drift)).toBe(false);
    expect(drifts([0, 0, 9, 0, 0, 9, 0, 9], rules.drift)).toBe(false);
    expect(drifts([0, 0, 1, 1, 1, 1, 2, 2], rules.drift)).toBe(false);
    expect(drifts([0, 0, 0, 0, 0, 0, 0, 12], rules.drift)).toBe(false);
  });

  it('counts weeks back from now: the last seven days are the last week', () => {
    const moments = [0, 1, 6, 7, 8, 55, 56].map((n) => minus(now, days(n)));
    expect(weeklyCounts(moments, now, 8)).toEqual([1, 0, 0, 0, 0, 0, 2, 3]);
    expect(weeklyCounts([instant(now + 1)], now, 8)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('says whether it rises or falls', () => {
    expect(trendOf([1, 1, 1, 1, 2, 2, 2, 2])).toBe('rising');
    expect(trendOf([2, 2, 2, 2, 1, 1, 1, 1])).toBe('falling');
    expect(trendOf([1, 2, 1, 2, 2, 1, 2, 1])).toBe('steady');
  });
});
