import { onlyAsks } from './asking.ts';
import { englishWords } from './english.ts';
import { hangulRuns, pairs, plain } from './grams.ts';
import type { Terms } from './lexicon.ts';
import { readEnglish } from './read-english.ts';
import { readKorean } from './read-korean.ts';

/** What a text is about, apart from how it is said. */
export type Gist = {
  readonly things: ReadonlySet<number>;
  readonly troubles: ReadonlySet<number>;
  readonly praises: boolean;
  readonly asks: boolean;
  /** What no group knows: pairs of syllables, and English words. */
  readonly rest: ReadonlySet<string>;
  /** Every pair of syllables and English word. */
  readonly grams: ReadonlySet<string>;
};

/** Reads a text by the words of a lexicon. */
export function gistOf(text: string, terms: Terms): Gist {
  const read = plain(text);
  const concepts = new Set<number>();
  const rest = new Set<string>();
  const hit = (concept: number) => void concepts.add(concept);
  for (const sentence of read.split(/[.!?\n…]+/u)) {
    for (const word of readKorean(sentence, terms, hit)) for (const pair of pairs(word)) rest.add(pair);
    for (const word of readEnglish(englishWords(sentence), terms, hit)) rest.add(word);
  }
  const ofKind = (kind: string) => new Set([...concepts].filter((id) => terms.concepts[id]?.kind === kind));
  const grams = new Set([
    ...hangulRuns(read).flatMap(pairs),
    ...englishWords(read).flatMap(({ stem, isWeak }) => (isWeak ? [] : [stem])),
  ]);
  return {
    things: ofKind('thing'),
    troubles: ofKind('trouble'),
    praises: ofKind('praise').size > 0,
    asks: onlyAsks(read, ofKind('question').size > 0),
    rest,
    grams,
  };
}
