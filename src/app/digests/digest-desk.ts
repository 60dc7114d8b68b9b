import { lastDayOf } from '../../domain/bulletins.ts';
import { addDays } from '../../domain/calendar.ts';
import {
  comes,
  type DigestName,
  digestNames,
  digestsOf,
  maySeeScorecard,
  readFigures,
  subjectOf,
} from '../../domain/digests.ts';
import { isOpenable, openable } from '../../domain/figures/openable.ts';
import { departmentCode } from '../../domain/ids.ts';
import { day, type Instant } from '../../domain/instant.ts';
import { firstDayOf, type Month, monthBefore, monthIn, readMonth } from '../../domain/month.ts';
import { hasRole, type Person } from '../../domain/people.ts';
import { mondayOf } from '../../domain/week.ts';
import { partsOfDay } from '../../domain/zone.ts';
import type { Bulletins } from '../../ports/bulletins.ts';
import type { Card, DigestStep, Press, Step } from '../../ports/card.ts';
import { digestSteps } from '../../ports/card.ts';
import type { DigestBook, Period, Weeks } from '../../ports/figures.ts';
import type { Reply } from '../../ports/interaction.ts';
import { sentenceCard } from '../../render/case-views.ts';
import { deskCard } from '../../render/digests/desk-card.ts';
import { rangeText } from '../../render/digests/figure-text.ts';
import { behindCard, figuresCard } from '../../render/digests/figures-card.ts';
import { scorecardCard, scorecardsCard } from '../../render/digests/scorecard-card.ts';
import type { Reading } from '../../render/reading.ts';
import { rejectionText } from '../../render/rejection-text.ts';
import type { Address } from '../address.ts';
import type { Asked } from '../asked.ts';
import { choicesOf } from '../issue-bulletins.ts';
import type { ReadingFor } from '../reading-for.ts';
import { type DigestDeps, type DrawDigest, monthsTo, weeksTo } from './draw-digest.ts';
import { latestDigest } from './latest.ts';
import { figuresOf, relapsesOf, returnsBy } from './overview.ts';
import { scorecardOf, scorecardsOf } from './scorecards.ts';

export type DigestDeskDeps = DigestDeps & {
  readonly drawDigest: DrawDigest;
  readonly digestBook: DigestBook;
  readonly weeks: Pick<Weeks, 'all'>;
  readonly bulletins: Bulletins;
  readonly address: Address;
  readonly tallied: () => Promise<boolean>;
  readonly readingFor: ReadingFor;
  readonly kick: () => void;
};

export const isDigestStep = (step: Step): step is DigestStep => (digestSteps as readonly Step[]).includes(step);

const listed = 10;

/** Digests in chat: see one before it comes, have it now, or not at all; and open every figure in it. */
export function digestDeskWith(deps: DigestDeskDeps) {
  const { playbook, digestBook, readingFor } = deps;
  const readingOf = ({ known }: Asked): Reading => readingFor(known.locale, known.zone, null);
  const say = (card: Card): Reply => ({ type: 'say', card });
  const mayReadFigures = (person: Person): boolean => hasRole(person, ...readFigures);

  async function desk(asked: Asked): Promise<Card> {
    const { person } = asked.known;
    const choices = choicesOf(await digestBook.choices());
    const entries = digestsOf(person, playbook).map((name) => ({ name, comes: comes(name, person, choices) }));
    const all = mayReadFigures(person) ? (['figures', 'scorecards'] as const) : [];
    const own = entries.some(({ name }) => name === 'scorecard') ? (['scorecard'] as const) : [];
    return deskCard(entries, [...all, ...own], readingOf(asked));
  }

  async function ofDigest(asked: Asked, step: DigestStep, name: DigestName): Promise<Reply> {
    const { known, interaction } = asked;
    const { person } = known;
    const r = readingOf(asked);
    const w = r.words.digests;
    if (!digestsOf(person, playbook).includes(name)) return say(sentenceCard(w.desk.none));
    if (step === 'pause-digest' || step === 'want-digest') {
      const wanted = step === 'want-digest';
      await digestBook.choose({ subject: subjectOf(name, person), digest: name, wanted });
      const said = w.names[name];
      return say(sentenceCard(wanted ? w.desk.isWanted(said) : w.desk.isPaused(said)));
    }
    const digest = latestDigest(name, person.department, interaction.at, playbook);
    const card = digest === null ? null : await deps.drawDigest(digest, r);
    if (digest === null || card === null) return say(sentenceCard(w.desk.empty));
    if (step === 'preview-digest') return say(card);
    const audience = { to: 'person', person: person.id } as const;
    const { messages } = await deps.address([{ type: 'bulletin', audience, bulletin: digest }], interaction.at);
    await deps.bulletins.owe(`now:${interaction.id}`, messages);
    deps.kick();
    return say(sentenceCard(w.desk.sent));
  }

  async function figures(asked: Asked, about: string): Promise<Reply> {
    const r = readingOf(asked);
    const { periods, title } = periodsOf(about, asked.interaction.at, r);
    const [counted, deciding, directing, weeks, relapses] = await Promise.all([
      figuresOf(deps, periods),
      deps.standing.deciding(1),
      deps.standing.directing(1),
      deps.weeks.all(null),
      relapsesOf(deps, periods[0].to),
    ]);
    const [oldest] = deciding.cases;
    const since = [
      ...(oldest?.state.status === 'deciding' ? [oldest.state.request.at] : []),
      ...directing.changes.flatMap(({ state }) => (state.direction === null ? [] : [state.direction.asked])),
    ];
    const waiting = {
      total: deciding.total + directing.total,
      oldest: since.length === 0 ? null : (Math.min(...since) as Instant),
    };
    return say(figuresCard({ figures: counted.figures, waiting, weeks, relapses }, title, about, r));
  }

  /** `key.about`: the figure, and the week or month. */
  async function behind(asked: Asked, arg: string): Promise<Reply> {
    const r = readingOf(asked);
    const [key = '', about = ''] = arg.split('.');
    if (!isOpenable(key)) return say(sentenceCard(r.words.digests.figures.nothingBehind));
    const { periods, title } = periodsOf(about, asked.interaction.at, r);
    const [period] = periods;
    const page =
      key === 'returned'
        ? await deps.figures.returned(closingsOf(period), null, listed)
        : await deps.figures.behind({ ...openable[key], period, department: null }, listed);
    return say(behindCard(key, page, title, r));
  }

  async function scorecards(asked: Asked, month: Month): Promise<Reply> {
    const r = readingOf(asked);
    return say(scorecardsCard(await scorecardsOf(deps, month, asked.interaction.at), month, r));
  }

  async function scorecard(asked: Asked, arg: string): Promise<Reply> {
    const r = readingOf(asked);
    const { person } = asked.known;
    const [code = '', written = ''] = arg.split('.');
    const department = arg === '' ? person.department : departmentCode(code);
    const month = readMonth(written) ?? monthBefore(monthIn(asked.interaction.at, playbook.zone));
    if (department === null || !playbook.departments.some((known) => known.code === department)) {
      return say(sentenceCard(r.words.digests.desk.none));
    }
    if (!maySeeScorecard(person, department)) return say(sentenceCard(r.words.digests.scorecard.notYours));
    return say(scorecardCard(await scorecardOf(deps, department, month, asked.interaction.at), month, r));
  }

  async function press(asked: Asked, { step, arg = '' }: Press & { readonly step: DigestStep }): Promise<Reply> {
    const r = readingOf(asked);
    const { person } = asked.known;
    if (!(await deps.tallied())) return say(sentenceCard(r.words.digests.desk.counting));
    switch (step) {
      case 'digest':
        return say(await desk(asked));
      case 'preview-digest':
      case 'send-digest':
      case 'pause-digest':
      case 'want-digest': {
        const name = digestNames.find((known) => known === arg);
        return name === undefined ? say(await desk(asked)) : ofDigest(asked, step, name);
      }
      case 'scorecard':
        return scorecard(asked, arg);
      default:
        if (!mayReadFigures(person)) {
          const needs = { type: 'roles', roles: readFigures } as const;
          return say(sentenceCard(rejectionText({ type: 'NotAllowed', needs }, r)));
        }
    }
    switch (step) {
      case 'figures':
        return figures(asked, arg);
      case 'behind':
        return behind(asked, arg);
      case 'scorecards':
        return scorecards(asked, readMonth(arg) ?? monthBefore(monthIn(asked.interaction.at, playbook.zone)));
    }
  }

  /** A week by its Monday, a month by its name; anything else: the week that ended last. */
  function periodsOf(about: string, at: Instant, r: Reading) {
    const { zone } = playbook;
    const month = readMonth(about);
    if (month !== null) {
      const { year, month: of } = partsOfDay(firstDayOf(month));
      return { periods: monthsTo(month, zone), title: r.words.digests.monthTitle(year, of) };
    }
    const week = /^\d{4}-\d{2}-\d{2}$/.test(about) ? day(about) : addDays(mondayOf(at, zone), -7);
    return { periods: weeksTo(week, zone), title: rangeText(week, lastDayOf(week), r) };
  }

  const closingsOf = (period: Period): Period => returnsBy(period, playbook.zone);

  return { press, show: (asked: Asked): Promise<Reply> => press(asked, { step: 'digest', caseId: null }) };
}
export type DigestDesk = ReturnType<typeof digestDeskWith>;
