import type { Instant } from '../domain/instant.ts';
import type { Locale, Playbook, Taxonomies } from '../domain/playbook.ts';
import { wordsIn } from './words/locales.ts';
import type { Words } from './words/words.ts';

/** Who reads, so to speak: language, zone, the company's words, and the moment of reading. Everything drawn needs one. */
export type Reading = {
  readonly locale: Locale;
  readonly words: Words;
  /** IANA zone in which times are shown. */
  readonly zone: string;
  readonly playbook: Playbook;
  /** The taxonomies of the case at hand: the ones it was filed under. */
  readonly taxonomies: Taxonomies;
  readonly now: Instant;
};

export const reading = (
  locale: Locale,
  zone: string,
  playbook: Playbook,
  taxonomies: Taxonomies,
  now: Instant,
): Reading => ({ locale, words: wordsIn(locale), zone, playbook, taxonomies, now });
