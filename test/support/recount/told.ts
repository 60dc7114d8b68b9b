import { changeStore } from '../../../db/change-store.ts';
import { clusters } from '../../../db/clusters.ts';
import type { Database } from '../../../db/database.ts';
import { figures } from '../../../db/figures.ts';
import { standing } from '../../../db/standing.ts';
import { conversionAt } from '../../../src/app/conversion-at.ts';
import { keepWeeks } from '../../../src/app/digests/keep-weeks.ts';
import { overviewOf } from '../../../src/app/digests/overview.ts';
import { scorecardOf } from '../../../src/app/digests/scorecards.ts';
import type { DepartmentCode } from '../../../src/domain/ids.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import type { Month } from '../../../src/domain/month.ts';
import type { Playbook } from '../../../src/domain/playbook.ts';
import type { Period, Weeks } from '../../../src/ports/figures.ts';

type Kept = Parameters<Weeks['keep']>[0];

/** What Meari tells of a company, at a moment, in the words of the recount. */
export function telling(db: Database, playbook: Playbook, at: Instant) {
  const deps = {
    figures: figures(db),
    standing: standing(db),
    changes: changeStore(db),
    clusters: clusters(db),
    playbook,
  };

  async function screen(periods: readonly [Period, ...(readonly Period[])]) {
    const o = await overviewOf(deps, periods, at);
    const [first] = o.deciding.cases;
    const paid = await deps.figures.sums(['paid'], [periods[0]], null);
    return {
      figures: o.figures,
      deciding: o.deciding.total,
      askedFirst: first?.state.status === 'deciding' ? first.state.request.at : null,
      critical: o.critical.total,
      overdue: o.overdue,
      worst: o.worst?.problem.record.id ?? null,
      changes: { ...o.changes, relapsed: o.changes.relapsed.length },
      leaving: o.leaving,
      renewals: o.renewals,
      drifting: o.drifting,
      obstacles: o.obstructed.total,
      thanked: o.thanked.map(({ name }) => name).sort(),
      paid: {
        won: paid.reduce((sum, { value }) => sum + value, 0),
        times: paid.reduce((sum, { count }) => sum + count, 0),
      },
      paidAgain: await deps.standing.paidAgain(),
    };
  }

  /** The sums of the last five weeks, as they are kept for trends; where nothing happened, nothing is kept. */
  async function weeks(): Promise<Kept> {
    let kept: Kept = [];
    const keep: Weeks['keep'] = async (rows) => {
      kept = rows;
    };
    await keepWeeks({ ...deps, weeks: { keep } }, at);
    return kept;
  }

  return {
    screen,
    scorecard: (department: DepartmentCode, month: Month) => scorecardOf(deps, department, month, at),
    conversion: async () => {
      const { warned, changed, open } = await conversionAt(deps, at);
      return { warned, changed, open };
    },
    weeks,
  };
}
