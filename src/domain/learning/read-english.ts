import type { Word } from './english.ts';
import type { EnglishTerm, Terms } from './lexicon.ts';

/** Words that may stand between two words of a term. */
const gap = 2;

/** The concepts of an English sentence, and which words no group knows. */
export function readEnglish(words: readonly Word[], terms: Terms, hit: (concept: number) => void): readonly string[] {
  const known = new Set<number>();
  const said = new Set(words.map(({ stem }) => stem));
  let covered = 0;
  words.forEach((word, at) => {
    const standing = (terms.english.get(word.stem) ?? []).flatMap((term) => {
      const places = term.words.every(({ stem }) => said.has(stem)) ? placesOf(term.words, words, at) : null;
      return places === null ? [] : [{ term, places }];
    });
    const denied = words[at - 1]?.stem === 'not';
    const whole = standing.filter(({ term, places }) => !isLoose(term, places));
    const longest = at < covered ? 0 : Math.max(0, ...whole.map(({ places }) => places.length));
    // Where words of two groups share a stem, how it was written decides, and then the earlier group.
    const best =
      whole.find(({ term, places }) => places.length === longest && sameForms(term.words, words, places)) ??
      whole.find(({ places }) => places.length === longest);
    for (const one of standing) {
      if (one !== best && !isLoose(one.term, one.places)) continue;
      if (denied && terms.concepts[one.term.concept]?.kind !== 'thing') continue;
      hit(one.term.concept);
      for (const place of one.places) known.add(place);
    }
    covered = Math.max(covered, at + longest);
  });
  return words
    .filter((word, i) => !known.has(i) && !word.isWeak && word.stem.length > 1 && !/^\d+$/.test(word.stem))
    .map((word) => word.stem);
}

/** With other words between, or denied: the words in it keep their own meaning too. */
const isLoose = (term: EnglishTerm, places: readonly number[]): boolean =>
  term.words.some(({ stem }) => stem === 'not') || (places.at(-1) ?? 0) - (places[0] ?? 0) >= places.length;

const sameForms = (term: readonly Word[], words: readonly Word[], places: readonly number[]): boolean =>
  term.every(({ form }, i) => words[places[i] ?? -1]?.form === form);

/** The places of a term's words in order, few others between them; null if they do not stand there. */
function placesOf(term: readonly Word[], words: readonly Word[], at: number): readonly number[] | null {
  const places = [at];
  let before = at;
  for (const { stem } of term.slice(1)) {
    let between = words[before]?.stem === 'not' ? 1 : gap;
    let next = before + 1;
    while (next < words.length && words[next]?.stem !== stem) {
      if (words[next]?.isWeak !== true) between -= 1;
      if (between < 0 || next - before > 8) return null;
      next += 1;
    }
    if (next >= words.length) return null;
    places.push(next);
    before = next;
  }
  return places;
}
