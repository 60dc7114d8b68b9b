import type { Gist } from './gist.ts';
import { gramsOf } from './grams.ts';
import type { LikenessRules } from './likeness.ts';
import type { Known } from './rarity.ts';

/** Grams of which any one is looked up, and what finding it is worth. */
export type Lookup = { readonly grams: readonly number[]; readonly worth: number };

/** Lookups of one search, by what they are; each is a descent of the index. */
const most = { concepts: 20, own: 16 };
/** So many in any case: what is found once only, among thousands found as often, is not told from them. */
const least = 4;

type Way = Lookup & { readonly cases: number };

/**
 * What to look up to find cases like a voice: the concepts it speaks of, in any of their words, and its own pairs and
 * words; the rarest first, and after the first few no more than may give `looked` cases. What is said everywhere finds
 * everybody.
 */
export function searchPlan(
  text: string,
  gist: Gist,
  known: Known,
  weights: LikenessRules['weights'],
  looked: number,
): readonly Lookup[] {
  const concepts = (ids: ReadonlySet<number>, weight: number) =>
    [...ids].map((id) => ({ ...known.whereConcept(id), worth: weight * known.concept(id) }));
  const own = gramsOf(text).map((gram) => ({
    grams: [gram],
    cases: known.casesOf(gram),
    worth: weights.rest * known.gramOf(gram),
  }));
  const rarest = (ways: readonly Way[], limit: number): readonly Way[] =>
    ways
      .filter(({ grams }) => grams.length > 0)
      .sort(byRarity)
      .slice(0, limit);
  // Apart, so that a text full of rare letters still looks for what it is about.
  const about = [...concepts(gist.things, weights.thing), ...concepts(gist.troubles, weights.trouble)];
  const plan: Lookup[] = [];
  let found = 0;
  for (const { grams, cases, worth } of [...rarest(about, most.concepts), ...rarest(own, most.own)].sort(byRarity)) {
    if (plan.length >= least && found + cases > looked) break;
    plan.push({ grams, worth });
    found += cases;
  }
  return plan;
}

const byRarity = (a: Way, b: Way): number => a.cases - b.cases || b.worth - a.worth;
