import type { CaseRecord } from '../domain/case/case.ts';
import { noteNow } from '../domain/case/thread-notes.ts';
import type { CaseNotice } from '../domain/notices.ts';
import { departmentOf, type Playbook } from '../domain/playbook.ts';
import { unreachable } from '../domain/result.ts';
import { mondayOf } from '../domain/week.ts';
import type { Clock } from '../ports/ambient.ts';
import type { Card } from '../ports/card.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { ChangeStore } from '../ports/change-store.ts';
import type { Delivery } from '../ports/chat-gateway.ts';
import type { Directory } from '../ports/directory.ts';
import type { Claim } from '../ports/outbox.ts';
import type { Reflections } from '../ports/reflections.ts';
import type { CardPlace } from '../render/actions.ts';
import { type Around, caseCard, mayReflect } from '../render/case-card.ts';
import { noteCard } from '../render/note-card.ts';
import { kudosCard, storyCard, wordCard } from '../render/notice-card.ts';
import { type ReadingFor, readingOfPerson } from './reading-for.ts';
import { stillAlike } from './still-alike.ts';

export type DrawNoticeDeps = {
  readonly store: Pick<CaseStore, 'load' | 'history'>;
  readonly aroundOf: (record: CaseRecord) => Promise<Around>;
  readonly changes: Pick<ChangeStore, 'load'>;
  readonly directory: Pick<Directory, 'known'>;
  readonly playbook: Playbook;
  readonly reflections: Pick<Reflections, 'onCard'>;
  /** The people's clock. */
  readonly now: Clock;
  readonly readingFor: ReadingFor;
};

/**
 * What an event owes, drawn as it leaves: from the case as it is now, in the language of whoever reads it. Null: there is
 * nothing to say any more.
 */
export async function drawNotice(
  deps: DrawNoticeDeps,
  claim: Claim,
  notice: CaseNotice,
  record: CaseRecord,
): Promise<Delivery | null> {
  const { place, person } = claim.addressed;
  const base = { outboxId: claim.outboxId, place, replaces: null, thread: null };
  switch (notice.type) {
    case 'card':
      return {
        ...base,
        card: caseCard(record, notice.audience, channelReading(), await around(notice.audience)),
        replaces: claim.card,
      };
    case 'story':
      if (notice.audience.to === 'kudos') return { ...base, card: kudosCard(record, channelReading()) };
      return { ...base, card: storyCard(notice.event, record, channelReading()), thread: claim.card };
    case 'note': {
      const note = noteNow(await deps.store.history(record.id), notice.said);
      const isNothing = note === null || (note.text === null && claim.note === null);
      if (isNothing) return null;
      return {
        ...base,
        card: noteCard(note, place.platform, channelReading()),
        replaces: claim.note,
        thread: claim.card,
      };
    }
    case 'word':
      return { ...base, card: await word() };
    default:
      return unreachable(notice);
  }

  /** A department's card may be the one that asks it, this week, to stand where the customer stands. */
  async function around(place: CardPlace): Promise<Around> {
    const known = await deps.aroundOf(record);
    if (!mayReflect(record.state, place)) return known;
    const week = claim.card === null ? mondayOf(deps.now(), deps.playbook.zone) : null;
    return { ...known, reflects: await deps.reflections.onCard(place.department, record.id, week) };
  }

  function channelReading() {
    const audience = notice.audience;
    const locale =
      audience.to === 'department'
        ? (departmentOf(deps.playbook, audience.department)?.locale ?? deps.playbook.locale)
        : audience.to === 'kudos'
          ? deps.playbook.kudos.locale
          : deps.playbook.desk.locale;
    return deps.readingFor(locale, deps.playbook.zone, record.state.taxonomy);
  }

  async function word(): Promise<Card> {
    if (notice.type !== 'word' || person === null) throw new Error('a private word without a person');
    const reading = await readingOfPerson(deps, person, record.state.taxonomy);
    const candidates = notice.event.type === 'CaseFiled' ? await stillAlike(deps, record) : [];
    const { changeAnswer: answer } = record.state;
    const isEnd = notice.event.type === 'CaseClosed' && answer?.type === 'change';
    const change = isEnd ? await deps.changes.load(answer.change) : null;
    return wordCard(notice.event, record, person, reading, { candidates, change });
  }
}
