import { describe, expect, it } from 'vitest';
import { steps } from '../../src/ports/card.ts';
import { caseCard } from '../../src/render/case-card.ts';
import { formFor } from '../../src/render/case-forms.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import { logistics, people } from '../support/a-playbook.ts';
import { asPerson, en, everyRecord, ko } from './cases-of-every-status.ts';
import { cardText, formText } from './plain.ts';

type Word = { readonly path: string; readonly text: string; readonly kind: 'text' | 'function' };

/** Every string in a tree of words, and the source of every function: what it can say stands in it. */
function everyWord(node: unknown, path: string): readonly Word[] {
  if (typeof node === 'string') return [{ path, text: node, kind: 'text' }];
  if (typeof node === 'function') return [{ path, text: String(node), kind: 'function' }];
  if (typeof node !== 'object' || node === null) throw new Error(`${path} is no word`);
  return Object.entries(node).flatMap(([name, child]) => everyWord(child, `${path}.${name}`));
}
const korean = everyWord(wordsIn('ko'), 'ko');
const english = everyWord(wordsIn('en'), 'en');

const drawn = (['ko', 'en'] as const).flatMap((locale) => {
  const r = locale === 'ko' ? ko : en;
  return everyRecord.flatMap((record) => [
    cardText(caseCard(record, { to: 'department', department: logistics }, r)),
    cardText(caseCard(record, { to: 'desk' }, r)),
    ...steps.flatMap((step) => {
      const form = formFor(step, record, asPerson(people.hana), r);
      return form === null ? [] : [formText(form)];
    }),
  ]);
});

describe('the words', () => {
  it('are the same set in both languages', () => {
    expect(korean.length).toBeGreaterThan(400);
    const shape = (words: readonly Word[]) => words.map((w) => w.path.slice(2));
    expect(shape(english).sort()).toEqual(shape(korean).sort());
  });

  it('S0-07, S1-03, S4-18: never use a word that blames, controls or belittles', () => {
    const banned =
      /진상|블랙|민원인|귀책|독촉|위반|고객 통제|단순 불만|소수 의견|사과 완료|미흡|불만 고객|관리 대상|감동|사랑합니다/;
    for (const { path, text } of korean) expect(text, path).not.toMatch(banned);
    for (const text of drawn) expect(text).not.toMatch(banned);
  });

  it('never promise "soon" in place of a time, and never order', () => {
    const vague = /빠른 시일|조속|ASAP|최대한 빨리|바랍니다|하십시오|하시오|as soon as possible/i;
    for (const { path, text } of [...korean, ...english]) expect(text, path).not.toMatch(vague);
  });

  it('honour people, not things', () => {
    for (const { path, text } of korean) expect(text, path).not.toMatch(/나오셨|되셨|되십니다|있으십니다|고객님께서/);
  });

  it('use no exclamation, no shouting and no emoji', () => {
    for (const { path, text, kind } of [...korean, ...english]) {
      if (kind === 'text') expect(text, path).not.toMatch(/!|\p{Extended_Pictographic}/u);
    }
  });

  it('speak formally but shortly: sentences end in -니다, -주세요 or -까요', () => {
    for (const { path, text, kind } of korean) {
      if (kind !== 'text' || !/[.?]$/.test(text)) continue;
      const sentences = text.replace(/“[^”]*”/g, '“”').split(/(?<=[.?])\s+/);
      for (const s of sentences) expect(s, `${path}: ${s}`).toMatch(/(니다|세요|까요|나요|가요|왜 이 등급)[”.?]*$/);
    }
  });

  it('S0-05: measure nothing by delight or kindness', () => {
    for (const { path, text } of [...korean, ...english])
      expect(text, path).not.toMatch(/감동|친절도|delight|kindness/i);
  });

  it('never show a hole', () => {
    for (const text of drawn) expect(text).not.toMatch(/undefined|\[object|NaN|null/);
  });

  it('keep Korean buttons short', () => {
    for (const [step, label] of Object.entries(wordsIn('ko').steps.labels)) {
      expect(label.replace(/\s|\?/g, '').length, step).toBeLessThanOrEqual(7);
      expect(label, step).not.toMatch(/요$/);
    }
  });

  it('fit buttons and confirmations of the narrowest platform', () => {
    for (const locale of ['ko', 'en'] as const) {
      const { labels, confirm } = wordsIn(locale).steps;
      for (const label of Object.values(labels)) expect(label.length).toBeLessThanOrEqual(30);
      for (const { title, text } of [confirm.close, confirm.countersign, confirm.void]) {
        expect(title.length).toBeLessThanOrEqual(100);
        expect(text.length).toBeLessThanOrEqual(300);
      }
      for (const title of Object.values(wordsIn(locale).forms.titles)) expect(title.length).toBeLessThanOrEqual(24);
    }
  });

  it('use the glossary', () => {
    const { tiers, statuses, kinds, touchpoints } = wordsIn('ko').glossary;
    expect(tiers).toEqual({ S1: '긴급', S2: '중대', S3: '보통', S4: '경미' });
    expect(statuses).toMatchObject({ acknowledged: '확인', held: '보류', fixed: '조치 완료', refused: '불수용' });
    expect(Object.values(kinds)).toEqual(['불만', '클레임', '문의', '제안', '요구사항', '칭찬', '직원의 소리', '무효']);
    expect(Object.values(touchpoints)).toEqual(['사전', '첫', '핵심', '마무리', '사후']);
    expect(wordsIn('en').glossary.statuses).toMatchObject({ acknowledged: 'acknowledged', refused: 'refused' });
  });
});
