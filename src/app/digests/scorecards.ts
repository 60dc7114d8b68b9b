import type { ChangeRecord } from '../../domain/change/change.ts';
import type { ChangeEvent } from '../../domain/change/events.ts';
import { periodFigures } from '../../domain/figures/period-figures.ts';
import type { Scorecard } from '../../domain/figures/scorecard.ts';
import { type MarkSum, marked, type Sum, summed } from '../../domain/figures/sums.ts';
import type { TallyName } from '../../domain/figures/tally.ts';
import type { DepartmentCode } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { type Month, spanOf } from '../../domain/month.ts';
import type { Department } from '../../domain/playbook.ts';
import { calendarHolding } from '../../domain/sla/clock-times.ts';
import type { Period, Within } from '../../ports/figures.ts';
import { type OverviewDeps, returnsBy } from './overview.ts';

type Deps = Pick<OverviewDeps, 'figures' | 'standing' | 'changes' | 'playbook'>;

const added = [
  'filed',
  'acknowledge',
  'fix',
  'fixed',
  'closed',
  'closing',
  'reopened',
  'handedOver',
  'taken',
  'refused',
  'obstacle',
  'verdict',
  'lowered',
  'voided',
  'linked',
] as const satisfies readonly TallyName[];

/** The month of a department, by the wall clock it works by. */
export async function scorecardOf(
  deps: Deps,
  department: DepartmentCode,
  month: Month,
  at: Instant,
): Promise<Scorecard> {
  const { zone } = calendarHolding(department, deps.playbook);
  return (await counted(deps, department, spanOf(month, zone), zone, at))(department);
}

/** The same of every department; those that live by one clock are counted together. */
export async function scorecardsOf(deps: Deps, month: Month, at: Instant): Promise<readonly Scorecard[]> {
  const zoneOf = ({ code }: Department) => calendarHolding(code, deps.playbook).zone;
  const zones = [...new Set(deps.playbook.departments.map(zoneOf))];
  const cards = await Promise.all(
    zones.map(async (zone) => [zone, await counted(deps, 'each', spanOf(month, zone), zone, at)] as const),
  );
  const cardIn = new Map(cards);
  return deps.playbook.departments.flatMap((department) => cardIn.get(zoneOf(department))?.(department.code) ?? []);
}

/** Counts a stretch of time, and gives the card of each department in it. */
async function counted(
  { figures, standing, changes }: Deps,
  within: Exclude<Within, null>,
  period: Period,
  zone: string,
  at: Instant,
): Promise<(department: DepartmentCode) => Scorecard> {
  const happened = (type: ChangeEvent['type'], outcome?: 'effective') =>
    changes.happenedBetween(type, period.from, period.to, outcome);
  const [sums, returns, marks, late, deployed, effective, relapsed] = await Promise.all([
    figures.sums(added, [period], within),
    figures.returns([returnsBy(period, zone)], within),
    figures.marks(['filed', 'fix', 'fixed', 'closed', 'reopened', 'verdict'], period, within),
    standing.lateCritical(at),
    happened('ChangeDeployed'),
    happened('EffectVerified', 'effective'),
    happened('ChangeRelapsed'),
  ]);
  return (department) => {
    const of = <T extends { readonly department: DepartmentCode | null }>(all: readonly T[]) =>
      all.filter((one) => one.department === department);
    const theirs = (all: readonly ChangeRecord[]) => all.filter(({ state }) => state.department === department).length;
    return {
      department,
      figures: periodFigures({ sums: of(sums), returns: of(returns), marks: of(marks), spread: null }, 1),
      changes: { deployed: theirs(deployed), effective: theirs(effective), relapsed: theirs(relapsed) },
      criticalLate: late.includes(department),
      ...countedOf(of(sums), of(marks)),
    };
  };
}

function countedOf(
  sums: readonly Sum[],
  marks: readonly MarkSum[],
): Pick<Scorecard, 'handedOver' | 'taken' | 'refused' | 'obstacles' | 'verdicts' | 'honest'> {
  const of = (what: TallyName) => summed(sums, what, 0);
  const verdict = (mark: string) => marked(marks, 'verdict', mark);
  const requests = of('verdict');
  return {
    handedOver: of('handedOver').count,
    taken: of('taken').count,
    refused: of('refused').count,
    obstacles: { of: of('obstacle').kept, all: of('obstacle').count },
    verdicts: {
      accepted: verdict('accepted'),
      partly: verdict('partly'),
      notAccepted: verdict('notAccepted'),
      minutes: { sum: requests.value, n: requests.count },
    },
    honest: {
      lastMinute: { of: marked(marks, 'fix', 'lastMinute'), all: of('fix').kept },
      held: { of: marked(marks, 'fixed', 'held'), all: of('fixed').count },
      unreachable: { of: marked(marks, 'closed', 'unreachable'), all: of('closed').count },
      reopened: { of: marked(marks, 'reopened', 'soon'), all: of('closing').count },
      lowered: of('lowered').count,
      voided: of('voided').count,
      linked: of('linked').count,
    },
  };
}
