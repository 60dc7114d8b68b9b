import { describe, expect, it } from 'vitest';
import {
  addWords,
  groupsAbout,
  type LexiconRejection,
  most,
  removeWord,
} from '../../../src/domain/learning/decide-lexicon.ts';
import { gistOf } from '../../../src/domain/learning/gist.ts';
import { type Lexicon, termsOf } from '../../../src/domain/learning/lexicon.ts';
import { type GroupKind, type LexiconEvent, lexiconWith } from '../../../src/domain/learning/lexicon-events.ts';
import { lookAlikeRules } from '../../support/look-alike-rules.ts';

const own = lookAlikeRules.lexicon;
const added = (words: readonly string[], beside: string | null, kind: GroupKind = 'thing'): LexiconEvent => ({
  type: 'WordsAdded',
  data: { words, kind, beside },
});
const removed = (word: string): LexiconEvent => ({ type: 'WordRemoved', data: { word, beside: null } });
const heard = (lexicon: Lexicon, text: string): readonly (string | undefined)[] => {
  const terms = termsOf(lexicon);
  const { things, troubles } = gistOf(text, terms);
  return [...things, ...troubles].map((id) => terms.concepts[id]?.words[0]);
};

describe('what was said in chat, laid over the lexicon of the playbook', () => {
  it('is nothing as long as nobody says anything', () => {
    expect(lexiconWith(own, [])).toBe(own);
  });

  it('puts words beside the ones that mean the same, and begins groups', () => {
    const now = lexiconWith(own, [
      added(['오리알', 'duck egg'], '계란'),
      added(['해먹', 'hammock'], null),
      added(['박살'], 'broken', 'trouble'),
    ]);
    expect(now.things).toEqual([
      ['계란', '달걀', 'egg', '오리알', 'duck egg'],
      ['배송', '택배', 'delivery', 'parcel'],
      ['해먹', 'hammock'],
    ]);
    expect(heard(now, '오리알이 박살났어요')).toEqual(['계란', '깨지다']);
    expect(own.things[0]).toEqual(['계란', '달걀', 'egg']);
  });

  it('undone, reads as if it had never been said', () => {
    const now = lexiconWith(own, [
      added(['오리알'], '계란'),
      added(['해먹'], null),
      removed('오리알'),
      removed('해먹'),
    ]);
    expect(now).toEqual(own);
  });

  it('takes away a word that ships, and puts it back', () => {
    expect(lexiconWith(own, [removed('달걀')]).things[0]).toEqual(['계란', 'egg']);
    expect(lexiconWith(own, [removed('달걀'), added(['달걀'], 'egg')]).things[0]).toEqual(['계란', 'egg', '달걀']);
  });

  it('keeps groups opposite whose naming word was taken away or put elsewhere', () => {
    expect(lexiconWith(own, [removed('늦다')]).opposites).toEqual([['지연', '빠르다']]);
    expect(lexiconWith(own, [removed('늦다')]).near).toEqual([['배송', '지연']]);
    expect(lexiconWith(own, [added(['늦다'], '깨지다', 'trouble')]).opposites).toEqual([['지연', '빠르다']]);
    expect(lexiconWith(own, [removed('지연')]).opposites).toEqual(own.opposites);
    const gone = lexiconWith(own, ['빠르다', 'too early'].map(removed));
    expect(gone.troubles).toHaveLength(2);
    expect(gone.opposites).toEqual([['늦다']]);
    const back = [removed('빠르다'), removed('too early'), added(['빠르다'], null, 'trouble')];
    expect(lexiconWith(own, back).opposites).toEqual(own.opposites);
  });

  describe('outlives another lexicon beneath', () => {
    it('that has the word in another group: what a person said outranks it', () => {
      const newer = { ...own, things: [...own.things, ['오리알', '메추리알']] };
      const now = lexiconWith(newer, [added(['오리알'], '계란')]);
      expect(now.things[0]).toContain('오리알');
      expect(now.things.at(-1)).toEqual(['메추리알']);
    });

    it('that no longer has the group: that the words mean the same still stands', () => {
      const other: Lexicon = { ...own, things: [['배송', '택배']] };
      expect(lexiconWith(other, [added(['오리알'], '계란'), removed('달걀')]).things).toEqual([
        ['배송', '택배'],
        ['계란', '오리알'],
      ]);
    });
  });
});

describe('words that the VOC desk writes', () => {
  const add = (written: string, beside: string | null = '계란', lexicon = own) =>
    addWords(lexicon, { written, kind: 'thing', beside });
  const refusal = (written: string, beside?: string | null): LexiconRejection | null => {
    const decided = add(written, beside);
    return decided.ok ? null : decided.error;
  };

  it('may be several, parted by commas, each taken once and as it is compared', () => {
    expect(add(' 오리알,  Duck  EGG、오리알 · 메추리알, ')).toEqual({
      ok: true,
      value: added(['오리알', 'duck egg', '메추리알'], '계란'),
    });
  });

  it('join whatever group the word beside them stands in, whichever of its words it is', () => {
    expect(addWords(own, { written: '박살', kind: 'thing', beside: 'crack' })).toEqual({
      ok: true,
      value: added(['박살'], '깨지다', 'trouble'),
    });
  });

  it.each([
    ['', 'NoWord'],
    [' , ,', 'NoWord'],
    ['!!!', 'NoWord'],
    ['🎁', 'NoWord'],
    ['알', 'short'],
    ['x', 'short'],
    ['ㅋㅋ', 'unheard'],
    ['the', 'unheard'],
    ['also', 'unheard'],
    ['not', 'unheard'],
    ['不良', 'unheard'],
    ['{{constructor}}', 'marks'],
    ['__proto__', 'marks'],
    ['<script>', 'marks'],
    ['-오리알', 'marks'],
    ['api문서', 'mixed'],
    [`오${'리'.repeat(most.characters)}`, 'long'],
    ['달걀', 'WordThere'],
    ['깨지다', 'WordThere'],
    [' EGG ', 'WordThere'],
    ['감사', 'WordTells'],
    ['가능한가요', 'WordTells'],
    [Array.from({ length: most.atOnce + 1 }, (_, i) => `낱말${i}`).join(','), 'TooMany'],
  ])('%j is refused: %s', (written, why) => {
    const said = refusal(written);
    expect(said?.type === 'WordUnfit' ? said.why : said?.type).toBe(why);
  });

  it('are refused all together where one of them is: which one is said', () => {
    expect(refusal('오리알, 달걀, 메추리알')).toEqual({
      type: 'WordThere',
      word: '달걀',
      group: { kind: 'thing', words: ['계란', '달걀', 'egg'] },
    });
  });

  it('of a program’s own names are words like any other', () => {
    for (const word of ['constructor', 'toString', 'hasOwnProperty']) {
      const decided = add(word);
      expect(decided.ok).toBe(true);
      if (decided.ok) expect(lexiconWith(own, [decided.value]).things[0]).toContain(word.toLowerCase());
    }
  });

  it('find their group full, or gone', () => {
    const many = Array.from({ length: most.inGroup - 1 }, (_, i) => `물건${i}`);
    const full = { ...own, things: [many] };
    expect(add('하나, 둘이', '물건0', full)).toMatchObject({ error: { type: 'TooMany', where: 'group' } });
    expect(add('하나', '물건0', full).ok).toBe(true);
    expect(refusal('오리알', '없던말')).toEqual({ type: 'NotThere' });
  });

  it('are taken away one at a time; what is not there cannot be', () => {
    expect(removeWord(own, '달걀')).toEqual({
      ok: true,
      value: { type: 'WordRemoved', data: { word: '달걀', beside: '계란' } },
    });
    expect(removeWord(own, '오리알')).toEqual({ ok: false, error: { type: 'NotThere' } });
  });
});

describe('a search of the lexicon', () => {
  const terms = termsOf(own);
  const found = (search: string) => groupsAbout(own, terms, search).map(({ words }) => words[0]);

  it.each([
    ['달걀', ['계란']],
    ['EGG', ['계란']],
    ['eggs', ['계란']],
    ['금 갔어요', ['깨지다']],
    ['계란이 깨졌어요', ['계란', '깨지다']],
    ['택배', ['배송']],
    ['par', ['배송']],
    ['arcel', []],
    ['오리알', []],
    ['{{constructor}}', []],
    ['!!!', []],
  ])('for %j shows where it stands, what is heard in it, and what begins with it', (search, groups) => {
    expect(found(search)).toEqual(groups);
  });
});
