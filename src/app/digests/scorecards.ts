import type { ChangeEvent } from '../../domain/change/events.ts';
import { periodFigures } from '../../domain/figures/period-figures.ts';
import type { Scorecard } from '../../domain/figures/scorecard.ts';
import { type MarkSum, marked, type Sum, summed } from '../../domain/figures/sums.ts';
import type { TallyName } from '../../domain/figures/tally.ts';
import type { DepartmentCode } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { type Month, spanOf } from '../../domain/month.ts';
import { calendarHolding } from '../../domain/sla/clock-times.ts';
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
  const { figures, standing, changes, playbook } = deps;
  const { zone } = calendarHolding(department, playbook);
  const period = spanOf(month, zone);
  const happened = async (type: ChangeEvent['type'], outcome?: 'effective') =>
    (await changes.happenedBetween(type, period.from, period.to, outcome)).filter(
      ({ state }) => state.department === department,
    );
  const [sums, returns, marks, late, deployed, effective, relapsed] = await Promise.all([
    figures.sums(added, [period], department),
    figures.returns([returnsBy(period, zone)], department),
    figures.marks(['filed', 'fix', 'fixed', 'closed', 'reopened', 'verdict'], period, department),
    standing.lateCritical(at),
    happened('ChangeDeployed'),
    happened('EffectVerified', 'effective'),
    happened('ChangeRelapsed'),
  ]);
  return {
    department,
    figures: periodFigures({ sums, returns, marks, spread: null }, 1),
    changes: {
      deployed: deployed.length,
      effective: effective.length,
      relapsed: relapsed.length,
    },
    criticalLate: late.includes(department),
    ...countedOf(sums, marks),
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
