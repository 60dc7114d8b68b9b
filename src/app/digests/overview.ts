import { addDays } from '../../domain/calendar.ts';
import type { ChangeEvent } from '../../domain/change/events.ts';
import { type PeriodFigures, periodFigures, returnWindow } from '../../domain/figures/period-figures.ts';
import type { Share } from '../../domain/figures/share.ts';
import { marked } from '../../domain/figures/sums.ts';
import { leavingMark, type TallyName } from '../../domain/figures/tally.ts';
import { days, type Instant, minus } from '../../domain/instant.ts';
import type { Playbook } from '../../domain/playbook.ts';
import { dayIn, momentAt } from '../../domain/zone.ts';
import type { ChangeStore } from '../../ports/change-store.ts';
import type { Clusters, ClusterView } from '../../ports/clusters.ts';
import type { Figures, Period, Standing } from '../../ports/figures.ts';
import type { Overview } from '../../render/digests/weekly-card.ts';
import { toldOf } from '../draw-change-notice.ts';

export type OverviewDeps = {
  readonly figures: Figures;
  readonly standing: Standing;
  readonly changes: Pick<ChangeStore, 'happenedBetween' | 'ofClusters'>;
  readonly clusters: Pick<Clusters, 'view' | 'rootOf' | 'members'>;
  readonly playbook: Playbook;
};

/** What the figures of a period are sums of. */
export const summed = ['filed', 'acknowledge', 'fix', 'fixed', 'closed'] as const satisfies readonly TallyName[];
const few = 3;

/** A stretch of whole days, as the wall clock of the company has it. */
export const periodOf = (
  from: Parameters<typeof momentAt>[0],
  to: Parameters<typeof momentAt>[0],
  zone: string,
): Period => ({
  from: momentAt(from, 0, 0, zone),
  to: momentAt(to, 0, 0, zone),
});

/** The closings that can be judged by the end of a period. */
export function returnsBy({ to }: Period, zone: string): Period {
  const end = dayIn(to, zone);
  return periodOf(addDays(end, -returnWindow.from), addDays(end, -returnWindow.to), zone);
}

/** The figures of the first of some periods, compared with the others; newest first. */
export async function figuresOf(
  { figures, playbook: { zone } }: Pick<OverviewDeps, 'figures' | 'playbook'>,
  periods: readonly [Period, ...(readonly Period[])],
): Promise<{ readonly figures: PeriodFigures; readonly marks: Awaited<ReturnType<Figures['marks']>> }> {
  const [now] = periods;
  const [sums, returns, marks, spread] = await Promise.all([
    figures.sums(summed, periods, null),
    figures.returns(
      periods.map((period) => returnsBy(period, zone)),
      null,
    ),
    figures.marks(['filed', 'closed'], now, null),
    figures.spread(now, null),
  ]);
  return { figures: periodFigures({ sums, returns, marks, spread }, periods.length), marks };
}

/** Everything on the executives' screen. `at`: what is open is open now. */
export async function overviewOf(
  deps: OverviewDeps,
  periods: readonly [Period, ...(readonly Period[])],
  at: Instant,
): Promise<Overview> {
  const { standing, changes, playbook } = deps;
  const [period] = periods;
  const today = dayIn(at, playbook.zone);
  const happened = (type: ChangeEvent['type'], outcome?: 'effective') =>
    changes.happenedBetween(type, period.from, period.to, outcome);
  const [counted, deciding, critical, overdue, furthest, renewals, drifting, obstructed, thanked, directing] =
    await Promise.all([
      figuresOf(deps, periods),
      standing.deciding(few),
      standing.critical(few),
      standing.overdue('S2', at),
      standing.furthest(1),
      standing.renewalsAtRisk(today, addDays(today, playbook.learning.gauge.days)),
      standing.drifting(few),
      standing.obstructed(few),
      standing.thanked(period, 50),
      standing.directing(few),
    ]);
  const [proposed, deployed, effective, relapsed] = await Promise.all([
    happened('ChangeProposed'),
    happened('ChangeDeployed'),
    happened('EffectVerified', 'effective'),
    happened('ChangeRelapsed'),
  ]);
  const [worst] = furthest;
  return {
    figures: counted.figures,
    deciding,
    directing: { changes: await toldOf(deps, directing.changes), total: directing.total },
    critical,
    overdue,
    worst: worst === undefined ? null : { problem: worst, change: await changeOf(deps, worst) },
    changes: {
      proposed: proposed.length,
      deployed: deployed.length,
      effective: effective.length,
      relapsed: await toldOf(deps, relapsed),
    },
    leaving: playbook.severity.signals.flatMap(({ code }) => {
      const count = marked(counted.marks, 'filed', leavingMark(code));
      return count === 0 ? [] : [{ code, count }];
    }),
    renewals,
    drifting: drifting.total,
    obstructed,
    thanked,
  };
}

/** What is done about a problem: the newest that was not declined. */
async function changeOf({ clusters, changes }: OverviewDeps, { record: { id } }: ClusterView) {
  const members = await clusters.members(id);
  const found = await changes.ofClusters([...new Set([id, ...members.map(({ cluster }) => cluster)])]);
  return found.find(({ state }) => state.status !== 'declined') ?? null;
}

/** Days over which changes that did not hold are counted against those that were judged. */
const relapseDays = 90;

/** 재발: changes that relapsed, of those that were judged or relapsed within ninety days. */
export async function relapsesOf({ changes }: Pick<OverviewDeps, 'changes'>, to: Instant): Promise<Share> {
  const from = minus(to, days(relapseDays));
  const [effective, partial, relapsed] = await Promise.all([
    changes.happenedBetween('EffectVerified', from, to, 'effective'),
    changes.happenedBetween('EffectVerified', from, to, 'partial'),
    changes.happenedBetween('ChangeRelapsed', from, to),
  ]);
  return { of: relapsed.length, all: effective.length + partial.length + relapsed.length };
}
