import type { Voice } from '../intake/voice.ts';
import { englishWords } from './english.ts';
import { isHangul, oneSpelling } from './hangul.ts';

/** A text hashed to an int4 (FNV-1a). */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}

/** Characters of a text that are read; what follows is for people. */
const readCharacters = 3_000;
/** Of one text; the first ones say what it is about. */
const atMost = 400;

/** What a voice says, for comparing, each thing once; the filer's own opinion is not in it. */
export const textOf = ({ experience, words, product }: Pick<Voice, 'experience' | 'words' | 'product'>): string =>
  [words.includes(experience) ? '' : experience, words, product ?? ''].join('\n');

/** How a text is compared: one form of each letter, lower case, whatever turns the direction of writing gone. */
export const plain = (text: string): string =>
  text
    .slice(0, readCharacters)
    .normalize('NFKC')
    .slice(0, readCharacters)
    .toLowerCase()
    .replace(/\p{Cf}/gu, '');

export const pairGram = (pair: string): number => hash(pair);
/** Marked, so that a word is never taken for a pair. */
export const wordGram = (word: string): number => hash(`=${word}`);

/** Hangul in runs: spaces do not end one, since Korean is spaced at pleasure; anything else does. */
export const hangulRuns = (text: string): readonly string[] =>
  (text.match(/[가-힣]+(?:[^\S\n]+[가-힣]+)*/gu) ?? []).map((run) => oneSpelling(run.replace(/\s+/gu, '')));

/** Pairs of neighbouring syllables, each once. */
export function pairs(run: string): readonly string[] {
  const found = new Set<string>();
  let before = '';
  for (const syllable of run) {
    if (isHangul(before) && isHangul(syllable)) found.add(before + syllable);
    before = syllable;
  }
  return [...found];
}

/** What a text is found by: the syllable pairs of its Korean and the words of its English, hashed, each once. */
export function gramsOf(text: string): readonly number[] {
  const read = plain(text);
  const found = new Set<number>();
  for (const pair of hangulRuns(read).flatMap(pairs)) found.add(pairGram(pair));
  for (const word of englishWords(read)) if (!word.isWeak) found.add(wordGram(word.stem));
  return [...found].slice(0, atMost);
}
