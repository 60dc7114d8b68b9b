import { describe, expect, it } from 'vitest';
import { departmentCode } from '../../../src/domain/ids.ts';
import { departmentFor, suggest } from '../../../src/domain/intake/suggest.ts';
import type { Playbook, TextRule } from '../../../src/domain/playbook.ts';
import { knownVoices, labelledVoice, labelledVoices, unseenVoices } from '../../support/fixtures.ts';
import { shipped } from '../../support/shipped-playbook.ts';

const suggested = (text: string) => suggest(text, shipped);

type Tally = { right: number; silent: number; wrong: number };

function tally<T>(pairs: readonly (readonly [T | null, T | null])[]): Tally {
  const sum: Tally = { right: 0, silent: 0, wrong: 0 };
  for (const [said, meant] of pairs) sum[said === meant ? 'right' : said === null ? 'silent' : 'wrong'] += 1;
  return sum;
}

/** The rules were written with these forty in sight: the figures show that the rules work, not how well they generalise. */
describe('on the forty labelled voices', () => {
  const said = labelledVoices.map((v) => ({ voice: v, suggestion: suggested(v.text) }));
  const kinds = tally(said.map((s) => [s.suggestion.kind, s.voice.kind]));
  const touchpoints = tally(said.map((s) => [s.suggestion.touchpoint, s.voice.touchpoint]));
  const departments = tally<string>(said.map((s) => [s.suggestion.department, s.voice.department]));
  const labels = said.flatMap((s) => s.voice.signals.map((x) => ({ ...s, code: x.code })));
  const ticks = said.flatMap((s) => s.suggestion.signals.map((code) => ({ ...s, code })));
  const found = labels.filter((x) => x.suggestion.signals.includes(x.code)).length;
  const meant = ticks.filter((x) => x.voice.signals.some((s) => s.code === x.code)).length;
  console.info('suggestions on the 40 labelled voices (in sample)', {
    kinds,
    touchpoints,
    departments,
    signals: { found: `${found}/${labels.length}`, meant: `${meant}/${ticks.length}` },
  });

  it('the kind is right for at least seven in ten', () => expect(kinds.right).toBeGreaterThanOrEqual(28));
  it('the touchpoint is right for at least six in ten', () => expect(touchpoints.right).toBeGreaterThanOrEqual(24));
  it('the department is right for at least three in four, and wrong for at most one in ten', () => {
    expect(departments.right).toBeGreaterThanOrEqual(30);
    expect(departments.wrong).toBeLessThanOrEqual(4);
  });
  it('at least seven in ten labelled signals are ticked, and eight in ten ticks are meant', () => {
    expect(found / labels.length).toBeGreaterThanOrEqual(0.7);
    expect(meant / ticks.length).toBeGreaterThanOrEqual(0.8);
  });
});

/** Thirty voices no rule was written for: few are known, and that is fine as long as the rules stay silent. */
describe('on voices the rules have never seen', () => {
  const said = unseenVoices.map((v) => ({ voice: v, suggestion: suggested(v.text) }));
  const kinds = tally(said.map((s) => [s.suggestion.kind, s.voice.kind]));
  const departments = tally(said.map((s) => [s.suggestion.department, s.voice.department]));
  console.info('suggestions on 30 unseen voices', { kinds, departments });

  it('hardly any department is wrong: not knowing goes to the VOC desk', () => {
    expect(departments.wrong).toBeLessThanOrEqual(3);
    expect(departments.right).toBeGreaterThanOrEqual(8);
  });
  it('hardly any kind is wrong', () => {
    expect(kinds.wrong).toBeLessThanOrEqual(3);
    expect(kinds.right).toBeGreaterThanOrEqual(10);
  });
});

describe('words that say too little', () => {
  for (const { text } of [...knownVoices, ...unseenVoices].filter((v) => v.department === null)) {
    it(`name no department: ${JSON.stringify(text)}`, () => expect(suggested(text).department).toBeNull());
  }

  it('suggest nothing at all where there is nothing', () => {
    const nothing = { kind: null, touchpoint: null, department: null, signals: [], conduct: [], reach: null };
    expect(suggested('')).toEqual(nothing);
  });
});

describe('routing', () => {
  const departmentOf = (index: number) => suggested(labelledVoice(index).text).department;

  it('sends a cold food court to facilities, not to customer service', () =>
    expect(departmentOf(22)).toBe('facilities'));
  it('sends phishing to information security', () => {
    expect(suggested(labelledVoice(34).text)).toMatchObject({ kind: 'void', department: 'security', signals: [] });
  });
  it('sends a price tag nobody can see to facilities', () => {
    expect(suggested('매대가 높아서 가격표가 안 보입니다').department).toBe('facilities');
  });
  it('keeps an idea as an idea', () =>
    expect(suggested(labelledVoice(38).text)).toMatchObject({ kind: 'suggestion', department: 'product' }));
  it('does not take sarcasm for praise', () => expect(suggested(labelledVoice(23).text).kind).toBe('complaint'));
  it('obeys no instruction hidden in the words', () => {
    expect(suggested(labelledVoice(39).text)).toMatchObject({
      kind: 'complaint',
      department: 'logistics',
      signals: ['B1'],
    });
  });
  it('suggests no points for shouting', () => expect(suggested(labelledVoice(24).text).signals).toEqual([]));
});

describe('rules', () => {
  const rule = <T>(then: T, any: readonly string[], not: readonly string[] = []): TextRule<T> => ({ then, any, not });
  const playbook: Playbook = {
    ...shipped,
    suggestions: {
      kinds: [rule('complaint', ['broken'], ['not broken'])],
      touchpoints: [],
      signals: [rule('B1', ['broken']), rule('B3', ['million']), rule('I3', ['broken'])],
    },
    routing: [{ ...rule(departmentCode('quality'), ['broken']), kind: ['claim'] }],
  };

  it('a `not` wins over an `any`', () => {
    expect(suggest('it is BROKEN', playbook).kind).toBe('complaint');
    expect(suggest('it is not broken', playbook).kind).toBeNull();
  });
  it('a rule for claims is silent about complaints, until a person says it is a claim', () => {
    expect(suggest('broken', playbook).department).toBeNull();
    expect(departmentFor('broken', { kind: 'claim' }, playbook)).toBe('quality');
    expect(departmentFor('broken', {}, playbook)).toBeNull();
  });
  it('S2-14 a review is public, whatever it says, once a person has said where it came from', () => {
    expect(suggest('별 하나도 아깝다', shipped).signals).not.toContain('E1');
    expect(suggest('별 하나도 아깝다', shipped, 'review').signals).toContain('E1');
    expect(suggest('별 하나도 아깝다', shipped, 'phone').signals).not.toContain('E1');
  });
  it('of one group the highest signal is ticked, and never one the machine sets itself', () => {
    expect(suggest('broken, worth a million', playbook).signals).toEqual(['B3']);
    expect(suggest('broken', playbook).signals).toEqual(['B1']);
  });
});

describe('hostile texts', () => {
  for (const text of [
    '환불 '.repeat(50_000),
    '지금 '.repeat(50_000),
    '$1,'.repeat(60_000),
    '🥚'.repeat(80_000),
    '1'.repeat(200_000),
  ]) {
    it(`read a wall of ${JSON.stringify(text.slice(0, 3))} in one go`, () => {
      expect(suggested(text).department === null || typeof suggested(text).department === 'string').toBe(true);
    });
  }
});
