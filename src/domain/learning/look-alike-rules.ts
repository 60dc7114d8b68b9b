import type { Lexicon } from './lexicon.ts';
import type { LikenessRules } from './likeness.ts';
import type { RarityRules } from './rarity.ts';
import type { SurgeRules } from './surge.ts';

/** How earlier cases that look like a new voice are found, and which of them are offered. */
export type LookAlikeRules = {
  readonly lexicon: Lexicon;
  /** Ended cases are offered for so many days; open ones always. */
  readonly days: number;
  /** Cases offered at a time at most. */
  readonly shown: number;
  /** Nothing less alike is offered: 0 nothing in common, 1 the same words. */
  readonly threshold: number;
  /** Cases that the index may give for one search at most, and how many of them are then compared word by word. */
  readonly looked: number;
  readonly compared: number;
  readonly rarity: RarityRules;
  readonly likeness: LikenessRules;
  readonly surge: SurgeRules;
};
