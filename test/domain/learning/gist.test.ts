import { describe, expect, it } from 'vitest';
import { gistOf } from '../../../src/domain/learning/gist.ts';
import { gramsOf } from '../../../src/domain/learning/grams.ts';
import { formsOf } from '../../../src/domain/learning/hangul.ts';
import { termsOf } from '../../../src/domain/learning/lexicon.ts';
import { lookAlikeRules } from '../../support/look-alike-rules.ts';
import { conceptsIn, terms } from '../../support/made-lexicon.ts';

describe('what a voice is about', () => {
  it.each([
    ['달걀이 다 깨져서 왔어요', ['계란', '깨지다']],
    ['계란에 금이 갔네요', ['계란', '깨지다']],
    ['달 걀 이 깨 졌 어 요', ['계란', '깨지다']],
    ['달걀이깨졌어요', ['계란', '깨지다']],
    ['Every egg was broken', ['계란', '깨지다']],
    ['The eggs cracked', ['계란', '깨지다']],
    ['egg가 깨진 채 왔어요', ['계란', '깨지다']],
    ['택배가 늦네요', ['배송', '늦다']],
    ['My parcel is late', ['배송', '늦다']],
  ])('%s: in whatever words, form and language', (text, concepts) => {
    expect(conceptsIn(text)).toEqual(concepts);
  });

  it.each([
    ['안 깨졌어요', '깨지다'],
    ['깨지지 않았어요', '깨지다'],
    ['not broken', '깨지다'],
  ])('%s: what is denied has not happened', (text, concept) => {
    expect(conceptsIn(text)).not.toContain(concept);
  });

  it('a word of one syllable is heard only where a verb can end so', () => {
    expect(conceptsIn('늦가을에 주문했어요')).not.toContain('늦다');
    expect(conceptsIn('늦게 왔어요')).toContain('늦다');
  });

  it.each([
    ['배관이 언 것 같아요', true],
    ['물이 얼었어요', true],
    ['언제 오나요', false],
    ['업무를 못 해요', false],
  ])('%s: speaks of freezing: %s, not every word begins like a form of one', (text, speaks) => {
    const freezing = termsOf({ ...lookAlikeRules.lexicon, troubles: [['얼다']] });
    expect(gistOf(text, freezing).troubles.size > 0).toBe(speaks);
  });

  it.each([
    ['택배가 늦엇어요', '늦다'],
    ['계란이 깨졋습니다', '깨지다'],
  ])('%s: half of ㅆ, as people type it in a hurry', (text, concept) => {
    expect(conceptsIn(text)).toContain(concept);
  });

  it.each([
    ['로밍은 며칠 전에 신청하면 되나요?', true],
    ['Can I use two coupons at once?', true],
    ['로밍을 신청했는데 안 잡혀요. 환불되나요?', false],
    ['왜 아직도 안 와요? 언제 오나요?', false],
    ['Why was I billed twice?', false],
    ['Where is it? It has still not arrived.', false],
  ])('%s: only asks: %s', (text, asks) => {
    expect(gistOf(text, terms).asks).toBe(asks);
  });

  it('verbs are known by all their forms', () => {
    expect(formsOf('깨지다')).toEqual(expect.arrayContaining(['깨지', '깨진', '깨짐', '깨져', '깨졌']));
    expect(formsOf('춥다')).toEqual(expect.arrayContaining(['춥', '추운', '추워']));
    expect(formsOf('빠르다')).toEqual(expect.arrayContaining(['빠르', '빠른', '빨라']));
    expect(formsOf('안 되다'.slice(2))).toEqual(expect.arrayContaining(['되', '됨', '됬']));
    expect(formsOf('망하다')).toEqual(expect.arrayContaining(['망하', '망한', '망해', '망했']));
  });
});

describe('hostile texts', () => {
  const hostile: readonly (readonly [string, string])[] = [
    ['five thousand emoji', '😀'.repeat(5000)],
    ['a name every object has', '{{constructor}} __proto__ toString hasOwnProperty'],
    ['Hangul without a space', '가나다라마바사'.repeat(15_000)],
    ['one letter, a hundred thousand times', 'a'.repeat(100_000)],
    ['the ending that denies, over and over', '지 않'.repeat(30_000)],
    ['denials', 'not '.repeat(30_000)],
    ['punctuation only', '!?…·,.'.repeat(2000)],
    ['marks that turn the direction of writing', '\u202e\u200f\u2066배송이 늦어요\u2069'],
    ['half a character', '배송 \ud83d'],
    ['nothing', ''],
  ];

  it.each(hostile)('%s: neither break nor slow anything', (_, text) => {
    const start = performance.now();
    const gist = gistOf(text, terms);
    const grams = gramsOf(text);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(grams.length).toBeLessThanOrEqual(400);
    for (const gram of grams) expect(gram | 0).toBe(gram);
    expect(gist.rest.size).toBeLessThanOrEqual(3000);
  });

  it('marks that turn the direction of writing hide nothing', () => {
    expect(conceptsIn('\u202e배\u200f송이 늦어요')).toEqual(['배송', '늦다']);
  });

  it('a name every object has is a word like any other', () => {
    expect([...gistOf('{{constructor}}', terms).rest]).toEqual(['constructor']);
  });
});
