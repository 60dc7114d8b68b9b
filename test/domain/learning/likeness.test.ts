import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alike, heard } from '../../support/made-lexicon.ts';

describe('how alike two voices are', () => {
  it('the same problem in other words and another language is alike, another problem of the same thing is less', () => {
    const eggs = '달걀이 깨져서 왔어요';
    expect(alike(eggs, 'Eggs arrived cracked')).toBeGreaterThan(0.5);
    expect(alike(eggs, '계란 배송이 늦어요')).toBeLessThan(alike(eggs, 'Eggs arrived cracked'));
  });

  it('what is the opposite is not alike, however many words they share', () => {
    const same = alike('택배가 너무 늦어요', '택배가 많이 늦네요');
    expect(alike('택배가 너무 늦어요', '택배가 너무 빨라요')).toBeLessThan(same / 2);
  });

  it('what went wrong weighs more than what it is about: one trouble not shared, or one not told, and little is left', () => {
    const same = alike('계란이 깨져서 왔어요', '달걀이 다 깨졌어요');
    expect(alike('계란이 깨져서 왔어요', '계란이 늦게 왔어요')).toBeLessThan(same / 3);
    expect(alike('계란이 깨져서 왔어요', '계란 두 판이요')).toBeLessThan(same / 2);
  });

  it('praise is never beside a complaint, and spam beside nothing', () => {
    const complaint = heard('택배가 늦어요', { kind: 'complaint' });
    expect(alike(heard('택배가 늦어요', { kind: 'praise' }), complaint)).toBe(0);
    expect(alike(heard('택배가 늦어요', { kind: 'void' }), complaint)).toBe(0);
    expect(alike(heard('택배가 늦어요', { kind: 'claim' }), complaint)).toBeGreaterThan(0.5);
  });

  it('a question about a thing is less alike than a complaint about it', () => {
    const complaint = heard('택배 지연', { kind: 'complaint' });
    const asked = alike(heard('택배 지연', { kind: 'inquiry' }), complaint);
    expect(asked).toBeLessThan(alike(heard('택배 지연', { kind: 'claim' }), complaint));
  });

  it('texts of which nothing is left are alike to nothing', () => {
    expect(alike('', '택배가 늦어요')).toBe(0);
    expect(alike('!!!', '!!!')).toBe(0);
  });

  const word = fc.constantFrom(
    '계란',
    '달걀이',
    '깨졌어요',
    'egg',
    'broken',
    '택배가',
    '늦어요',
    '모자',
    '오른쪽',
    'late',
    '안',
  );
  const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));

  it('likeness lies between nothing and all, is the same either way round, and greatest for itself', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const score = alike(a, b);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(alike(b, a)).toBeCloseTo(score, 10);
        expect(alike(a, a)).toBeGreaterThanOrEqual(score - 1e-9);
      }),
    );
  });
});
