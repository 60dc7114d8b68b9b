import { describe, expect, it } from 'vitest';
import { patternProblem } from '../../src/playbook/pattern.ts';

describe('a pattern of the playbook', () => {
  for (const good of [
    '배송|택배',
    'lost .{0,10}parcel',
    '\\b50[0-9]\\b',
    '(세|네) ?번째',
    '[*+]',
    'a\\+b',
    '후기(를|에)? 올',
    '⭐|☆',
  ]) {
    it(`may be ${good}`, () => expect(patternProblem(good)).toBeNull());
  }
  for (const [bad, why] of [
    ['(unclosed', 'no regular expression'],
    ['[z-a]', 'no regular expression'],
    ['a+', 'without end'],
    ['.*배송', 'without end'],
    ['(a{1,}){1,3}', 'without end'],
    ['(a|b)\\1', 'without end'],
    ['x((.{0,20}){0,20}){0,20}', 'so much'],
    ['x.{0,100}.{0,100}', 'so much'],
    ['배송|', 'matches every text'],
    ['x'.repeat(601), 'longer'],
  ] as const) {
    it(`may not be ${bad.slice(0, 30)}`, () => expect(patternProblem(bad)).toContain(why));
  }
});
