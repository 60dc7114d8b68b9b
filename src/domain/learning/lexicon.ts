import { englishWords, type Word } from './english.ts';
import { pairGram, pairs, wordGram } from './grams.ts';
import { formsOf, isHangul, oneSpelling } from './hangul.ts';
import { lexiconWord } from './lexicon-edit.ts';

/** Words that mean the same, in both languages: what the playbook holds and the VOC desk edits. */
export type Lexicon = {
  readonly things: readonly (readonly string[])[];
  readonly troubles: readonly (readonly string[])[];
  /** Praise and a complaint are never one case, a question and a complaint seldom. */
  readonly praises: readonly string[];
  readonly questions: readonly string[];
  /** In every other case, hence worth nothing. */
  readonly common: readonly string[];
  /** Each a word of two groups that cannot be the same trouble. */
  readonly opposites: readonly (readonly string[])[];
  /** Each words of groups that are often said of one problem. */
  readonly near: readonly (readonly string[])[];
};

export type ConceptKind = 'thing' | 'trouble' | 'praise' | 'question' | 'common';
/** A group of words, known by its place. */
export type Concept = { readonly id: number; readonly kind: ConceptKind; readonly words: readonly string[] };

/** A part of a Korean term: as it is, or however its forms begin. */
export type Part = { readonly type: 'noun' | 'verb'; readonly text: string; readonly forms: readonly string[] };

export type KoreanTerm = { readonly concept: number; readonly parts: readonly Part[] };
export type EnglishTerm = { readonly concept: number; readonly words: readonly Word[] };

export type Terms = {
  readonly concepts: readonly Concept[];
  /** By the first two syllables, or one where a form has no more; longest first. */
  readonly korean: ReadonlyMap<string, readonly KoreanTerm[]>;
  /** By the first word, longest first. */
  readonly english: ReadonlyMap<string, readonly EnglishTerm[]>;
  readonly opposites: Related;
  readonly near: Related;
};
type Related = ReadonlyMap<number, ReadonlySet<number>>;

/** 열리지 않다 and 안 열리다 are one; 못 keeps its own. */
export const undenied = (text: string): string =>
  text
    .replace(
      /(?<!\d)[1-4] ?(?=번|건|회|장|개|배|차례|달)/gu,
      (digit) => `${'한두세네'[Number.parseInt(digit, 10) - 1]} `,
    )
    .replace(/([가-힣]{2,8})(되|하)지(?:는|도|를|가|만)?\s*(?:않|안)/gu, '$1 안 $2')
    .replace(/([가-힣]{1,8})지(?:는|도|를|가|만)?\s*(?:않|안)/gu, '안 $1')
    .replace(/([가-힣]{2,8})(되|하)지(?:는|도|를|가|만)?\s*못/gu, '$1 못 $2')
    .replace(/([가-힣]{1,8})지(?:는|도|를|가|만)?\s*못/gu, '못 $1')
    .replace(/(^|[^가-힣])않(?=\s?[가-힣])|않(?=[하되돼와켜열눌])/gu, '$1안');

export const denies = (part: Part): boolean => part.text === '안' || part.text === '못';

const partOf = (word: string): Part =>
  word.length >= 2 && word.endsWith('다')
    ? { type: 'verb', text: word.slice(0, -1), forms: formsOf(word) }
    : { type: 'noun', text: word, forms: [oneSpelling(word)] };

/** The words of a lexicon, made ready to be looked for. A word that stands in two groups belongs to the first. */
export function termsOf(lexicon: Lexicon): Terms {
  const concepts: Concept[] = [];
  const byWord = new Map<string, number>();
  const korean = new Map<string, KoreanTerm[]>();
  const english = new Map<string, EnglishTerm[]>();
  const put = <T>(map: Map<string, T[]>, key: string, term: T): void => {
    const there = map.get(key);
    if (there === undefined) map.set(key, [term]);
    else there.push(term);
  };
  const add = (kind: ConceptKind, words: readonly string[]): void => {
    const id = concepts.length;
    concepts.push({ id, kind, words });
    for (const word of words) {
      const plain = lexiconWord(word);
      if (byWord.has(plain)) continue;
      byWord.set(plain, id);
      if ([...plain].some(isHangul)) {
        const parts = undenied(plain).trim().split(/\s+/).map(partOf);
        const term = { concept: id, parts };
        for (const beginning of beginningsOf(parts)) put(korean, beginning, term);
      } else {
        const [head, ...others] = englishWords(plain);
        if (head === undefined || (head.isWeak && others.length === 0)) continue;
        put(english, head.stem, { concept: id, words: [head, ...others] });
      }
    }
  };
  for (const words of lexicon.things) add('thing', words);
  for (const words of lexicon.troubles) add('trouble', words);
  add('praise', lexicon.praises);
  add('question', lexicon.questions);
  add('common', lexicon.common);
  for (const terms of korean.values()) terms.sort((a, b) => lengthOf(b) - lengthOf(a));
  for (const terms of english.values()) terms.sort((a, b) => b.words.length - a.words.length);

  const related = (lists: readonly (readonly string[])[]): Related => {
    const to = new Map<number, Set<number>>();
    for (const words of lists) {
      const ids = words.flatMap((word) => byWord.get(lexiconWord(word)) ?? []);
      for (const id of ids) for (const other of ids) if (id !== other) to.set(id, (to.get(id) ?? new Set()).add(other));
    }
    return to;
  };
  return { concepts, korean, english, opposites: related(lexicon.opposites), near: related(lexicon.near) };
}

/** Whatever denies a word stands right before it. */
function beginningsOf([head, next]: readonly Part[]): ReadonlySet<string> {
  if (head === undefined) return new Set();
  const forms = next !== undefined && denies(head) ? next.forms.map((form) => head.text + form) : head.forms;
  return new Set(forms.map((form) => form.slice(0, 2)));
}

const lengthOf = ({ parts }: KoreanTerm): number => parts.reduce((sum, part) => sum + part.text.length, 0);

/** Ways to find a word, any of them enough: grams of which one stands wherever the word does. */
export type Likely = readonly (readonly (readonly number[])[])[];

/** For each concept, how each of its words can be found. A word of one syllable cannot. */
export function likelyOf({ concepts, korean, english }: Terms): readonly Likely[] {
  const likely: (readonly (readonly number[])[])[][] = concepts.map(() => []);
  const seen = new Set<KoreanTerm>();
  for (const term of [...korean.values()].flat()) {
    if (seen.has(term)) continue;
    seen.add(term);
    const ways = term.parts.flatMap(waysTo);
    if (ways.length > 0) likely[term.concept]?.push(ways);
  }
  for (const { concept, words } of [...english.values()].flat()) {
    const ways = words.filter(({ isWeak }) => !isWeak).map(({ stem }) => [wordGram(stem)]);
    if (ways.length > 0) likely[concept]?.push(ways);
  }
  return likely;
}

/** Any pair of a noun finds it; a verb is found by the last pairs of all its forms together. */
function waysTo({ type, forms }: Part): readonly (readonly number[])[] {
  if (type === 'noun') return forms.flatMap(pairs).map((pair) => [pairGram(pair)]);
  const last = forms.flatMap((form) => pairs(form).slice(-1));
  return last.length < forms.length ? [] : [last.map(pairGram)];
}
