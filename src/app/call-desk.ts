import type { CaseRecord } from '../domain/case/case.ts';
import { refOf } from '../domain/people.ts';
import type { Card } from '../ports/card.ts';
import type { Directory, Known } from '../ports/directory.ts';
import type { Interaction } from '../ports/interaction.ts';
import { deskCallCard, deskCalledCard } from '../render/desk-call.ts';
import type { ReadingFor } from './reading-for.ts';
import type { Tell } from './tell.ts';

export type CallDesk = (caller: Known, interaction: Interaction, record: CaseRecord | null) => Promise<Card>;

/**
 * "Connect me to a person": everybody at the VOC desk hears in private who asks. It changes no case, so it is not queued
 * behind one: it is sent at once, and the caller learns who has it, or that nobody could be reached.
 */
export function callDeskWith(deps: {
  readonly directory: Pick<Directory, 'withRole' | 'known'>;
  readonly tell: Tell;
  readonly readingFor: ReadingFor;
}): CallDesk {
  const { directory, tell } = deps;
  return async (caller, interaction, record) => {
    const ids = directory.withRole('vocDesk', null).filter((id) => id !== caller.person.id);
    const desk = (await Promise.all(ids.map((id) => directory.known(id)))).filter((known) => known !== null);
    const ref = refOf(caller.person);
    const reached = await Promise.all(
      desk.map(({ person }) =>
        tell(person.id, `call:${interaction.id}`, (r) => deskCallCard(ref, record, r), record?.state.taxonomy),
      ),
    );
    const reading = deps.readingFor(caller.locale, caller.zone, null);
    return deskCalledCard(
      desk.filter((_, i) => reached[i]).map((known) => known.person.name),
      desk.map((known) => known.person.name),
      reading,
    );
  };
}
