import type { CaseRecord } from '../domain/case/case.ts';
import type { PersonRef } from '../domain/people.ts';
import { refOf } from '../domain/people.ts';
import type { Log } from '../ports/ambient.ts';
import type { Card } from '../ports/card.ts';
import type { ChatGateway, Place } from '../ports/chat-gateway.ts';
import type { Directory, Known } from '../ports/directory.ts';
import type { Interaction } from '../ports/interaction.ts';
import { deskCallCard, deskCalledCard } from '../render/desk-call.ts';
import type { ReadingFor } from './reading-for.ts';

export type CallDesk = (caller: Known, interaction: Interaction, record: CaseRecord | null) => Promise<Card>;

/**
 * "Connect me to a person": everybody at the VOC desk hears in private who asks. It changes no case, so it is not queued
 * behind one: it is sent at once, and the caller learns who has it, or that nobody could be reached.
 */
export function callDeskWith(deps: {
  readonly directory: Directory;
  readonly gateway: (place: Place) => ChatGateway | null;
  readonly readingFor: ReadingFor;
  readonly log: Log;
}): CallDesk {
  const { directory, log } = deps;

  async function reach(known: Known, caller: PersonRef, { id }: Interaction, record: CaseRecord | null) {
    const reading = deps.readingFor(known.locale, known.zone, record?.state.taxonomy ?? null);
    const card = deskCallCard(caller, record, reading);
    for (const place of await directory.placesOf(known.person.id)) {
      const delivery = { outboxId: `call:${id}`, place, card, replaces: null, thread: null };
      const sent = await deps.gateway(place)?.deliver(delivery);
      if (sent?.ok) return true;
      log.warn('a call to the VOC desk was not taken', { person: known.person.id });
    }
    return false;
  }

  return async (caller, interaction, record) => {
    const ids = directory.withRole('vocDesk', null).filter((id) => id !== caller.person.id);
    const desk = (await Promise.all(ids.map((id) => directory.known(id)))).filter((known) => known !== null);
    const reached = await Promise.all(desk.map((known) => reach(known, refOf(caller.person), interaction, record)));
    const reading = deps.readingFor(caller.locale, caller.zone, null);
    return deskCalledCard(
      desk.filter((_, i) => reached[i]).map((known) => known.person.name),
      desk.map((known) => known.person.name),
      reading,
    );
  };
}
