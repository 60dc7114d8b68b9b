import type { Locale, Playbook, Taxonomies } from '../domain/playbook.ts';
import type { Clock } from '../ports/ambient.ts';
import { type Reading, reading } from '../render/reading.ts';

/** How a person or channel reads: `taxonomy` is the version the case was filed under; null: today's. */
export type ReadingFor = (locale: Locale, zone: string, taxonomy: string | null) => Reading;

export const readingForWith =
  (playbook: Playbook, taxonomies: (version: string) => Taxonomies | null, now: Clock): ReadingFor =>
  (locale, zone, taxonomy) =>
    reading(locale, zone, playbook, (taxonomy === null ? null : taxonomies(taxonomy)) ?? playbook.taxonomies, now());
