import type { PersonId } from '../domain/ids.ts';
import type { Locale, Playbook, Taxonomies } from '../domain/playbook.ts';
import type { Clock } from '../ports/ambient.ts';
import type { Directory } from '../ports/directory.ts';
import type { Interaction } from '../ports/interaction.ts';
import { type Reading, reading } from '../render/reading.ts';

/** How a person or channel reads: `taxonomy` is the version the case was filed under; null: today's. */
export type ReadingFor = (locale: Locale, zone: string, taxonomy: string | null) => Reading;

export const readingForWith =
  (playbook: Playbook, taxonomies: (version: string) => Taxonomies | null, now: Clock): ReadingFor =>
  (locale, zone, taxonomy) =>
    reading(locale, zone, playbook, (taxonomy === null ? null : taxonomies(taxonomy)) ?? playbook.taxonomies, now());

/** How somebody reads what is said to them alone; who is not known any more reads as the company does. */
export async function readingOfPerson(
  deps: {
    readonly directory: Pick<Directory, 'known'>;
    readonly playbook: Playbook;
    readonly readingFor: ReadingFor;
  },
  person: PersonId,
  taxonomy: string | null,
): Promise<Reading> {
  const known = await deps.directory.known(person);
  return deps.readingFor(known?.locale ?? deps.playbook.locale, known?.zone ?? deps.playbook.zone, taxonomy);
}

/** What somebody reads, whatever their client is set to; of whom we do not know, or cannot look up, what it is set to. */
export const languageOfWith =
  (directory: Pick<Directory, 'resolve'>, playbook: Playbook) =>
  async ({ user, locale }: Interaction): Promise<Locale> => {
    const known = await directory.resolve(user, locale).catch(() => null);
    return known?.locale ?? locale ?? playbook.locale;
  };
