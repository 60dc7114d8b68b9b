import { englishWords } from './english.ts';
import { isHangul } from './hangul.ts';

/** A word as the lexicon compares it. */
export const lexiconWord = (written: string): string =>
  written.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');

/** Why a word cannot be looked for; null: it can. */
export function wordProblem(written: string): 'empty' | 'mixed' | 'weak' | null {
  const word = lexiconWord(written);
  const letters = [...word].filter((c) => /[\p{L}\p{N}]/u.test(c));
  if (letters.length === 0) return 'empty';
  if (letters.some(isHangul)) return letters.every(isHangul) ? null : 'mixed';
  const words = englishWords(word);
  return words.length === 0 || (words.length === 1 && words[0]?.stem === 'not') ? 'weak' : null;
}
