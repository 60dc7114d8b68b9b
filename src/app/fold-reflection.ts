import type { CaseId } from '../domain/ids.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { Clusters } from '../ports/clusters.ts';
import type { Reply } from '../ports/interaction.ts';
import type { Reflections } from '../ports/reflections.ts';
import { sentenceCard } from '../render/case-views.ts';
import { rejectionText } from '../render/rejection-text.ts';
import type { Address } from './address.ts';
import type { Asked } from './asked.ts';
import { oweCards } from './owe-cards.ts';
import type { ReadingFor } from './reading-for.ts';

export type FoldDeps = {
  readonly store: Pick<CaseStore, 'load'>;
  readonly reflections: Pick<Reflections, 'fold'>;
  readonly clusters: Pick<Clusters, 'oweCards'>;
  readonly address: Address;
  readonly readingFor: ReadingFor;
  /** Something is owed to a chat now. */
  readonly kick: () => void;
};

export type FoldReflection = (asked: Asked, id: CaseId | null) => Promise<Reply>;

/**
 * Anybody of the department puts the week's question away: its card is drawn without it, and none comes till next week.
 * It changes nothing of the case, so it is no event of its history.
 */
export function foldReflectionWith(deps: FoldDeps): FoldReflection {
  const { store, reflections, readingFor, kick } = deps;
  return async ({ known, interaction }, id) => {
    const { person } = known;
    const record = id === null ? null : await store.load(id);
    const r = readingFor(known.locale, known.zone, record?.state.taxonomy ?? null);
    const say = (sentence: string): Reply => ({ type: 'say', card: sentenceCard(sentence) });
    if (record === null) return say(rejectionText({ type: 'NoSuchCase' }, r));
    const isFolded = person.department !== null && (await reflections.fold(person.department, record.id));
    if (!isFolded) return say(r.words.card.reflectionStays);
    await oweCards(deps, [record], interaction.at);
    kick();
    return { type: 'nothing' };
  };
}
