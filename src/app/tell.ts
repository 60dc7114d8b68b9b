import type { PersonId } from '../domain/ids.ts';
import type { Log } from '../ports/ambient.ts';
import type { Card } from '../ports/card.ts';
import type { ChatGateway, Place } from '../ports/chat-gateway.ts';
import type { Directory } from '../ports/directory.ts';
import type { Reading } from '../render/reading.ts';
import type { ReadingFor } from './reading-for.ts';

/**
 * `about` travels with the message, as an outbox id would. `taxonomy`: whose words a case in it was filed under. True: a
 * platform took it.
 */
export type Tell = (
  person: PersonId,
  about: string,
  draw: (reading: Reading) => Card,
  taxonomy?: string,
) => Promise<boolean>;

/**
 * A private word that follows from no event: it stands in no outbox, so it is sent at once, in the person's language,
 * and whoever caused it learns who could not be reached.
 */
export function tellWith(deps: {
  readonly directory: Directory;
  readonly gateway: (place: Place) => Pick<ChatGateway, 'deliver'> | null;
  readonly readingFor: ReadingFor;
  readonly log: Log;
}): Tell {
  const { directory, log } = deps;
  return async (person, about, draw, taxonomy) => {
    const known = await directory.known(person);
    if (known === null) return false;
    const card = draw(deps.readingFor(known.locale, known.zone, taxonomy ?? null));
    for (const place of await directory.placesOf(person)) {
      const sent = await deps.gateway(place)?.deliver({ outboxId: about, place, card, replaces: null, thread: null });
      if (sent?.ok) return true;
    }
    log.warn('a private word was not taken', { person, about });
    return false;
  };
}
