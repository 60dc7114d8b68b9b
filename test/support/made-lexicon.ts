import { gistOf } from '../../src/domain/learning/gist.ts';
import { likelyOf, termsOf } from '../../src/domain/learning/lexicon.ts';
import { type Heard, likeness } from '../../src/domain/learning/likeness.ts';
import { noCounts, rarityOf } from '../../src/domain/learning/rarity.ts';
import { lookAlikeRules } from './look-alike-rules.ts';

export const terms = termsOf(lookAlikeRules.lexicon);
const rarity = rarityOf(noCounts, likelyOf(terms), lookAlikeRules.rarity);

/** The first words of the groups a text speaks of. */
export const conceptsIn = (text: string): readonly string[] => {
  const { things, troubles } = gistOf(text, terms);
  return [...things, ...troubles].map((id) => terms.concepts[id]?.words[0] ?? '');
};

export const heard = (text: string, told: Partial<Heard> = {}): Heard => ({
  gist: gistOf(text, terms),
  kind: null,
  department: null,
  touchpoint: null,
  ...told,
});

export const alike = (a: string | Heard, b: string | Heard): number => {
  const one = typeof a === 'string' ? heard(a) : a;
  const other = typeof b === 'string' ? heard(b) : b;
  return likeness(one, other, rarity, terms, lookAlikeRules.likeness);
};
