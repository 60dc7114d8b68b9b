import type { CaseRecord } from '../domain/case/case.ts';
import { saidKey } from '../domain/case/note.ts';
import { type CaseId, caseNumber } from '../domain/ids.ts';
import { redact } from '../domain/intake/redaction.ts';
import { colleagues, type Playbook } from '../domain/playbook.ts';
import type { CaseQueries } from '../ports/case-queries.ts';
import type { Directory, Known } from '../ports/directory.ts';
import type { Interaction, Reply, ThreadMessage } from '../ports/interaction.ts';
import { sentenceCard } from '../render/case-views.ts';
import type { HandleCommand } from './handle-command.ts';
import { inTurn } from './in-turn.ts';
import type { ReadingFor } from './reading-for.ts';
import type { Show } from './show.ts';

export type HearNoteDeps = {
  readonly playbook: Playbook;
  readonly queries: Pick<CaseQueries, 'caseOfCard'>;
  readonly directory: Pick<Directory, 'resolve'>;
  readonly handle: HandleCommand;
  readonly show: Pick<Show, 'caseView'>;
  readonly readingFor: ReadingFor;
};

/** A message calls few people; whoever pastes a list of them is not answered by a look-up each. */
const namedAtMost = 10;

/**
 * What people write under a card of a case is a note of it, and reaches the threads where the others talk. Two of one
 * thread are taken in turn, so that they are told in the order in which they were said.
 */
export function hearNoteWith(deps: HearNoteDeps) {
  const turn = inTurn();

  /** A message names people by the platform's own ids for them; elsewhere only their names say who is meant. */
  async function withNames({ text, named }: ThreadMessage, { user }: Interaction): Promise<string | null> {
    if (text === null) return null;
    const people = await Promise.all(
      named
        .slice(0, namedAtMost)
        .map(async (id) => ({ id, known: await deps.directory.resolve({ ...user, id }, null) })),
    );
    return people.reduce(
      (words, { id, known }) => (known === null ? words : words.replaceAll(`@${id}`, `@${known.person.name}`)),
      text,
    );
  }

  async function keep(
    caseId: CaseId,
    known: Known,
    interaction: Interaction,
    note: ThreadMessage,
  ): Promise<CaseRecord | null> {
    const { said, asOf, files, permalink } = note;
    const words = await withNames(note, interaction);
    const text = words === null ? null : redact(words, { keep: colleagues(deps.playbook) }).text;
    const actor = { type: 'person', person: known.person } as const;
    const meta = { actor, at: interaction.at, causationId: interaction.id };
    const data = { said, text, asOf, files, permalink };
    const handled = await deps.handle({ caseId, command: { type: 'HearNote', data, meta }, original: null });
    return handled.record;
  }

  const kept = (caseId: CaseId, known: Known, interaction: Interaction, note: ThreadMessage) =>
    turn(saidKey(note.under), () => keep(caseId, known, interaction, note));

  return {
    /** Whose thread it is comes first: a channel's other talk is nobody's business here, nor who takes part in it. */
    silently: async (interaction: Interaction, note: ThreadMessage): Promise<Reply> => {
      const caseId = await deps.queries.caseOfCard(note.under);
      const known = caseId === null ? null : await deps.directory.resolve(interaction.user, interaction.locale);
      if (caseId !== null && known !== null) await kept(caseId, known, interaction, note);
      return { type: 'nothing' };
    },
    /** Called by name under a card, Meari says that it heard; null: that is no thread of a case. */
    called: async (interaction: Interaction, known: Known, note: ThreadMessage): Promise<Reply | null> => {
      const caseId = await deps.queries.caseOfCard(note.under);
      if (caseId === null) return null;
      const record = await kept(caseId, known, interaction, note);
      if (record !== null && note.text?.trim() === '') {
        return { type: 'say', card: await deps.show.caseView(known, 'show', record, null) };
      }
      const { words } = deps.readingFor(known.locale, known.zone, null);
      return { type: 'say', card: sentenceCard(words.notes.kept(caseNumber(caseId))) };
    },
  };
}
export type HearNote = ReturnType<typeof hearNoteWith>;
