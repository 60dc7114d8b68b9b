import { authorityLeft } from '../domain/case/authority-limits.ts';
import type { CaseRecord } from '../domain/case/case.ts';
import { sumOf } from '../domain/case/remedies.ts';
import { readableLog } from '../domain/case/thread-notes.ts';
import { mayRead, maySee, seesEverything } from '../domain/case/visibility.ts';
import type { DepartmentCode } from '../domain/ids.ts';
import { day, days, type Instant, instant, plus } from '../domain/instant.ts';
import { type Month, monthIn, spanOf } from '../domain/month.ts';
import { hasRole, type Person, readRefusals } from '../domain/people.ts';
import type { Playbook } from '../domain/playbook.ts';
import { dayIn, momentAt } from '../domain/zone.ts';
import type { Card, Step } from '../ports/card.ts';
import type { CaseQueries, Page, Scope } from '../ports/case-queries.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { Known } from '../ports/directory.ts';
import { briefCard } from '../render/brief-card.ts';
import { type Around, caseCardFor, moreCard } from '../render/case-card.ts';
import { historyCard, sentenceCard, whyCard, wordsCard } from '../render/case-views.ts';
import { clocksCard } from '../render/clock-view.ts';
import { conductCard, foldedCard, isFolded } from '../render/conduct-card.ts';
import { helpCard, homeCard, listCard, quietCard } from '../render/list-cards.ts';
import type { Reading } from '../render/reading.ts';
import { refusalsCard } from '../render/refusals-card.ts';
import { rejectionText } from '../render/rejection-text.ts';
import { leftText } from '../render/remedy-lines.ts';
import { touchpointsCard } from '../render/touchpoints-card.ts';
import type { ReadingFor } from './reading-for.ts';

export type ShowDeps = {
  readonly store: CaseStore;
  readonly queries: CaseQueries;
  readonly aroundOf: (record: CaseRecord) => Promise<Around>;
  readonly playbook: Playbook;
  readonly readingFor: ReadingFor;
};

/** Lists in chat are for the next few steps; the rest is counted. */
const listed = 10;
const onHome = 8;
/** What customers like at a touchpoint, and what they hate there. */
const ofEachTag = 3;
const noCases: Page = { cases: [], total: 0 };

/** Where somebody may look: everywhere, in their department, or among what they filed. */
function scopeOf(person: Person, asked: DepartmentCode | null): Scope {
  if (seesEverything(person)) return { department: asked };
  return person.department === null ? { department: null, filer: person.id } : { department: person.department };
}

/** Everything that only looks. Each view checks that the person may see the case. */
export function showWith({ store, queries, aroundOf, playbook, readingFor }: ShowDeps) {
  const readingOf = (known: Known, record: CaseRecord | null) =>
    readingFor(known.locale, known.zone, record?.state.taxonomy ?? null);

  async function home(known: Known): Promise<Card> {
    const { person } = known;
    const [waiting, filed, owned] = await Promise.all([
      queries.waitingFor(person, onHome),
      queries.filedBy(person.id, onHome),
      queries.ownedBy(person.id, onHome),
    ]);
    return homeCard({ waiting, filed, owned }, person, readingOf(known, null));
  }

  async function find(known: Known, text: string | null, department: DepartmentCode | null): Promise<Card> {
    const reading = readingOf(known, null);
    const page = await queries.find({ text, open: text === null, ...scopeOf(known.person, department) }, listed);
    const seen = page.cases.filter((c) => maySee(known.person, c.state));
    return listCard('find', { cases: seen, total: page.total }, reading);
  }

  /** Every case of the same customer that this person may see, whichever department has it. */
  async function customer(known: Known, { id, state }: CaseRecord, reading: Reading): Promise<Card> {
    const page = state.customer === null ? noCases : await queries.ofCustomer(state.customer, listed + 1);
    const seen = page.cases.filter((c) => c.id !== id && maySee(known.person, c.state));
    return listCard('customer', { cases: seen.slice(0, listed), total: seen.length }, reading);
  }

  /** What this person may still give without asking, as of now. */
  async function authority({ person }: Known, { id, state }: CaseRecord, reading: Reading): Promise<string> {
    const since = plus(reading.now, days(-playbook.authority.days));
    const others = state.customer === null ? [] : await queries.givenTo(state.customer, id);
    return leftText(authorityLeft(person, state, sumOf(others, since), playbook), reading);
  }

  async function caseView(known: Known, step: Step, record: CaseRecord, arg: string | null): Promise<Card> {
    const reading = readingOf(known, record);
    if (!maySee(known.person, record.state)) {
      return sentenceCard(rejectionText({ type: 'NotAllowed', needs: { type: 'involved' } }, reading));
    }
    switch (step) {
      case 'history':
        return historyCard(record, await logFor(known.person, record), reading);
      case 'more':
        return moreCard(record, known.person, reading);
      case 'why':
        return whyCard(record, reading);
      case 'clocks':
        return clocksCard(record, reading);
      case 'conduct':
        return conductCard(record, known.person, reading);
      case 'customer':
        return customer(known, record, reading);
      case 'brief':
        return briefCard(
          record,
          readableLog(await store.history(record.id)),
          await authority(known, record, reading),
          reading,
        );
      case 'words':
        if (isFolded(record.state, reading)) return foldedCard(record, Number(arg ?? '0') || 0, reading);
        return wordsCard(record, Number(arg ?? '0') || 0, reading);
      default:
        return caseCardFor(record, known.person, reading, await aroundOf(record));
    }
  }

  /** Whoever reads every case reads this list whole; others see those of their own that are on it. */
  async function quiet(known: Known, at: Instant): Promise<Card> {
    const since = instant(at - days(playbook.care.quiet.days));
    const page = await queries.leavingQuietly(since, listed);
    const seen = page.cases.filter((c) => maySee(known.person, c.state));
    const total = seesEverything(known.person) ? page.total : seen.length;
    return quietCard({ cases: seen, total }, readingOf(known, null));
  }

  /** For whoever answers for what the company says no to: the executives and the VOC desk. */
  async function refusals(known: Known, at: Instant, asked: Month | null): Promise<Card> {
    const reading = readingOf(known, null);
    if (!hasRole(known.person, ...readRefusals)) {
      const needs = { type: 'roles', roles: readRefusals } as const;
      return sentenceCard(rejectionText({ type: 'NotAllowed', needs }, reading));
    }
    const month = asked ?? monthIn(at, known.zone);
    const { from, to } = spanOf(month, known.zone);
    return refusalsCard(month, await queries.refused(from, to, listed), reading);
  }

  /** Counted where this person may look; ninety days, like every figure of learning. */
  async function touchpoints(known: Known, at: Instant): Promise<Card> {
    const within = scopeOf(known.person, null);
    const since = plus(at, days(-playbook.learning.gauge.days));
    return touchpointsCard(await queries.byTouchpoint(within, since, ofEachTag), within, readingOf(known, null));
  }

  async function logFor(person: Person, { id, state }: CaseRecord) {
    return readableLog(await store.history(id)).filter((recorded) => mayRead(person, recorded, state));
  }

  return {
    quiet,
    home,
    find,
    refusals,
    touchpoints,
    caseView,
    help: (known: Known): Card => helpCard(known.person, readingOf(known, null)),
    waiting: async (known: Known): Promise<Card> =>
      listCard('waiting', await queries.waitingFor(known.person, listed), readingOf(known, null)),
    ideas: async (known: Known, at: Instant): Promise<Card> => {
      const month = day(`${dayIn(at, playbook.zone).slice(0, 7)}-01`);
      const page = await queries.ideas(momentAt(month, 0, 0, playbook.zone), listed);
      const seen = page.cases.filter((c) => maySee(known.person, c.state));
      return listCard(
        'ideas',
        { cases: seen, total: seen.length < page.cases.length ? seen.length : page.total },
        readingOf(known, null),
      );
    },
    mine: async (known: Known): Promise<Card> =>
      listCard('mine', await queries.filedBy(known.person.id, listed), readingOf(known, null)),
    playbook,
  };
}
export type Show = ReturnType<typeof showWith>;
