import { addDays } from '../../domain/calendar.ts';
import { type PeriodFigures, periodFigures } from '../../domain/figures/period-figures.ts';
import type { DepartmentCode } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { mondayOf } from '../../domain/week.ts';
import type { Weeks, Within } from '../../ports/figures.ts';
import { weeksTo } from './draw-digest.ts';
import { type OverviewDeps, returnsBy, summed } from './overview.ts';

export type KeepDeps = Pick<OverviewDeps, 'figures' | 'playbook'> & { readonly weeks: Pick<Weeks, 'keep'> };

/**
 * The sums of the week that has ended and of the four before it, of the company and of each department. Those before are
 * counted anew: what was acknowledged late, or turned out to be nothing, has moved them.
 */
export async function keepWeeks({ figures, weeks, playbook }: KeepDeps, at: Instant): Promise<void> {
  const { zone } = playbook;
  const last = addDays(mondayOf(at, zone), -7);
  const periods = weeksTo(last, zone);
  const of = async (within: Within) => {
    const [sums, returns] = await Promise.all([
      figures.sums(summed, periods, within),
      figures.returns(
        periods.map((period) => returnsBy(period, zone)),
        within,
      ),
    ]);
    const departments = within === null ? [null] : [...new Set([...sums, ...returns].map((sum) => sum.department))];
    return departments.flatMap((department) =>
      periods.flatMap((_, slot) => {
        if (within !== null && department === null) return [];
        const mine = <T extends { readonly slot: number; readonly department: DepartmentCode | null }>(
          all: readonly T[],
        ) =>
          all.filter((sum) => sum.slot === slot && sum.department === department).map((sum) => ({ ...sum, slot: 0 }));
        const counted = periodFigures({ sums: mine(sums), returns: mine(returns), marks: [], spread: null }, 1);
        return [{ week: addDays(last, -7 * slot), department, sums: rowOf(counted) }];
      }),
    );
  };
  await weeks.keep([...(await of(null)), ...(await of('each'))], at);
}

const rowOf = ({ filed, acknowledged, onTime, returned, effort, answered, praised }: PeriodFigures) => ({
  filed: filed.now,
  acknowledged: acknowledged.now.of,
  toAcknowledge: acknowledged.now.all,
  onTime: onTime.now.of,
  toFix: onTime.now.all,
  returned: returned.now.of,
  closed30to60DaysBefore: returned.now.all,
  effort: effort.now.sum,
  closed: effort.now.n,
  answered: answered.of,
  toAnswer: answered.all,
  praised,
});
