import { pairGram, wordGram } from './grams.ts';
import { isHangul } from './hangul.ts';
import type { Likely } from './lexicon.ts';
import type { Rarity } from './likeness.ts';

/** In how many of the cases that can be offered a gram stands. */
export type GramCounts = { readonly total: number; readonly of: ReadonlyMap<number, number> };
export const noCounts: GramCounts = { total: 0, of: new Map() };

export type RarityRules = {
  /** As many cases are thought to have been there before the first, so that few cases prove little. */
  readonly before: number;
  /** A part of all cases: whatever is said in fewer is rare all the same. */
  readonly rare: number;
};

/** Where a concept can be looked up, and in how many cases it may stand. */
export type Where = { readonly grams: readonly number[]; readonly cases: number };

export type Known = Rarity & {
  readonly whereConcept: (id: number) => Where;
  readonly casesOf: (gram: number) => number;
  readonly gramOf: (gram: number) => number;
};

/** What the counts of grams say about concepts: each of its words is found by its rarest gram. */
export function rarityOf(counts: GramCounts, likely: readonly Likely[], rules: RarityRules): Known {
  const seen = new Map<number, Where>();
  const casesOf = (gram: number): number => counts.of.get(gram) ?? 0;
  const casesOfAny = (grams: readonly number[]): number => grams.reduce((sum, gram) => sum + casesOf(gram), 0);
  const weigh = (cases: number): number =>
    Math.log(1 + 1 / (Math.min(1, cases / (counts.total + rules.before)) + rules.rare)) / Math.log(1 + 1 / rules.rare);

  function whereConcept(id: number): Where {
    const known = seen.get(id);
    if (known !== undefined) return known;
    const grams = new Set<number>();
    for (const ways of likely[id] ?? []) {
      const [first, ...others] = ways;
      if (first === undefined) continue;
      const rarest = others.reduce((best, way) => (casesOfAny(way) < casesOfAny(best) ? way : best), first);
      for (const gram of rarest) grams.add(gram);
    }
    const where = { grams: [...grams], cases: Math.min(counts.total, casesOfAny([...grams])) };
    seen.set(id, where);
    return where;
  }
  const gramOf = (gram: number): number => weigh(casesOf(gram));
  return {
    whereConcept,
    casesOf,
    gramOf,
    concept: (id) => weigh(whereConcept(id).cases),
    gram: (gram) => gramOf([...gram].some(isHangul) ? pairGram(gram) : wordGram(gram)),
  };
}
