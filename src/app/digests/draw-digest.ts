import { type BulletinOf, lastDayOf } from '../../domain/bulletins.ts';
import { addDays } from '../../domain/calendar.ts';
import type { DigestName } from '../../domain/digests.ts';
import { marked, summed } from '../../domain/figures/sums.ts';
import { wantMark } from '../../domain/figures/tally.ts';
import type { Instant } from '../../domain/instant.ts';
import { days, plus } from '../../domain/instant.ts';
import { monthBefore, spanOf } from '../../domain/month.ts';
import { quarterIn, spanOf as spanOfQuarter } from '../../domain/quarter.ts';
import { calendarHolding } from '../../domain/sla/clock-times.ts';
import { endOfWork } from '../../domain/sla/working-hours.ts';
import { momentAt } from '../../domain/zone.ts';
import type { Card } from '../../ports/card.ts';
import type { CaseQueries } from '../../ports/case-queries.ts';
import type { Period } from '../../ports/figures.ts';
import { customersCard, todayCard } from '../../render/digests/daily-cards.ts';
import { type MonthOverview, monthlyCard } from '../../render/digests/monthly-card.ts';
import { scorecardCard } from '../../render/digests/scorecard-card.ts';
import { type Overview, weeklyCard } from '../../render/digests/weekly-card.ts';
import type { Reading } from '../../render/reading.ts';
import { type ConversionDeps, conversionAt } from '../conversion-at.ts';
import { toldOf } from '../draw-change-notice.ts';
import { type OverviewDeps, overviewOf, periodOf } from './overview.ts';
import { scorecardOf } from './scorecards.ts';

export type DigestDeps = OverviewDeps &
  ConversionDeps & {
    readonly queries: Pick<CaseQueries, 'refused'>;
  };

export type Digest = BulletinOf<DigestName>;
/** A digest as it reads now. Null: there is nothing to tell, or nobody was here to tell of it. */
export type DrawDigest = (digest: Digest, r: Reading) => Promise<Card | null>;

/** Weeks that a week is compared with. */
const before = 4;
const listed = 5;
const bars = 8;

export const drawDigestWith =
  (deps: DigestDeps): DrawDigest =>
  (digest, r) =>
    drawDigest(deps, digest, r);

async function drawDigest(deps: DigestDeps, digest: Digest, r: Reading): Promise<Card | null> {
  switch (digest.about) {
    case 'weekly': {
      const periods = weeksTo(digest.week, deps.playbook.zone);
      if (await isBefore(deps, periods[0].to)) return null;
      const overview: Overview = await overviewOf(deps, periods, r.now);
      return weeklyCard(overview, { from: digest.week, to: lastDayOf(digest.week) }, r);
    }
    case 'monthly': {
      const periods = monthsTo(digest.month, deps.playbook.zone);
      if (await isBefore(deps, periods[0].to)) return null;
      return monthlyCard(await monthOf(deps, periods, r.now), digest.month, r);
    }
    case 'scorecard': {
      const { department, month } = digest;
      if (await isBefore(deps, spanOf(month, calendarHolding(department, deps.playbook).zone).to)) return null;
      const score = await scorecardOf(deps, department, month, r.now);
      return score.figures.filed.now + score.figures.onTime.now.all === 0 ? null : scorecardCard(score, month, r);
    }
    case 'today':
      return isOver(deps, digest, r.now) ? null : today(deps, digest, r);
    case 'customers':
      return isOver(deps, digest, r.now) ? null : customers(deps, digest, r);
  }
}

/** A week and those it is compared with, newest first. */
export function weeksTo(week: Parameters<typeof addDays>[0], zone: string): readonly [Period, ...(readonly Period[])] {
  const of = (n: number): Period => periodOf(addDays(week, -7 * n), addDays(week, 7 - 7 * n), zone);
  return [of(0), ...Array.from({ length: before }, (_, n) => of(n + 1))];
}

export const monthsTo = (
  month: Parameters<typeof monthBefore>[0],
  zone: string,
): readonly [Period, ...(readonly Period[])] => [spanOf(month, zone), spanOf(monthBefore(month), zone)];

/** What was owed on a day and could not leave on it is of no use to anybody; a night's work ends on the next. */
function isOver(
  { playbook }: DigestDeps,
  { department, day }: BulletinOf<'today' | 'customers'>,
  at: Instant,
): boolean {
  const hours = calendarHolding(department, playbook);
  return at >= Math.max(endOfWork(day, hours) ?? 0, momentAt(addDays(day, 1), 0, 0, hours.zone));
}

/** Of a time before the first case was filed there is nothing to say. */
async function isBefore({ standing }: DigestDeps, to: Instant): Promise<boolean> {
  const begun = await standing.begunAt();
  return begun === null || to <= begun;
}

async function monthOf(
  deps: DigestDeps,
  periods: readonly [Period, ...(readonly Period[])],
  at: Instant,
): Promise<MonthOverview> {
  const { figures, standing, queries, playbook } = deps;
  const [period] = periods;
  const last = plus(period.to, days(-1));
  const quarter = spanOfQuarter(quarterIn(last, playbook.zone), playbook.zone);
  const [overview, sums, refused, again, conversion, marks, acknowledged, problems] = await Promise.all([
    overviewOf(deps, periods, at),
    figures.sums(['filed', 'paid', 'verdict'], [period], null),
    queries.refused(period.from, period.to, 1),
    standing.paidAgain(),
    conversionAt(deps, last),
    figures.marks(['filed'], { from: quarter.from, to: period.to }, null),
    figures.marks(['acknowledge'], period, null),
    standing.mostHeard(bars),
  ]);
  const paid = summed(sums, 'paid', 0);
  return {
    ...overview,
    refused: refused.total,
    ideas: {
      filed: summed(sums, 'filed', 0, 'suggestion').count,
      adopted: summed(sums, 'verdict', 0, 'suggestion').kept,
    },
    paid: { won: paid.value, times: paid.count, again },
    conversion,
    used: { of: marked(acknowledged, 'acknowledge', 'met'), all: overview.figures.acknowledged.now.all },
    wants: playbook.taxonomies.wants
      .map(({ code }) => ({ code, count: marked(marks, 'filed', wantMark(code)) }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
    problems,
  };
}

async function today({ standing, playbook }: DigestDeps, { department, day }: BulletinOf<'today'>, r: Reading) {
  const hours = calendarHolding(department, playbook);
  const by = endOfWork(day, hours) ?? momentAt(addDays(day, 1), 0, 0, hours.zone);
  const [due, elsewhere] = await Promise.all([
    standing.dueBy(department, by, r.now, listed),
    standing.elsewhere(department, listed),
  ]);
  return todayCard({ due, elsewhere }, department, r);
}

async function customers(deps: DigestDeps, { department, day }: BulletinOf<'customers'>, r: Reading) {
  const { standing, changes, playbook } = deps;
  const { zone } = calendarHolding(department, playbook);
  const people = playbook.people.filter((person) => person.department === department).map(({ id }) => id);
  const tomorrow = momentAt(addDays(day, 1), 0, 0, zone);
  const [answers, news, deployed] = await Promise.all([
    standing.toTell(people, listed),
    standing.toUpdate(people, tomorrow, listed),
    changes.happenedBetween('ChangeDeployed', momentAt(addDays(day, -1), 0, 0, zone), r.now),
  ]);
  return customersCard({ answers, news, changed: await toldOf(deps, deployed.slice(0, listed)) }, r);
}
