import type { PeriodFigures } from './period-figures.ts';
import { changeOf, meanOf, percentOf } from './share.ts';

/**
 * The pair that says most about a period, the worst first: what got worse, beside what would hide it. `returned`: the same
 * problems came back; `relapsed`: a change did not hold; `effort`: customers had to do more; `late`: promises were missed.
 * `nothing`: nobody filed anything.
 */
export type Headline =
  | { readonly type: 'returned'; readonly beside: 'fewer' | 'faster' | 'more' | null }
  | { readonly type: 'relapsed'; readonly beside: 'fewer' | null }
  | { readonly type: 'effort'; readonly beside: 'fewer' | 'faster' | null }
  | { readonly type: 'late'; readonly beside: 'better' | null }
  | { readonly type: 'more' | 'calm' | 'nothing' };

/** By how much a figure must move before a sentence is made of it: percent of cases filed, percentage points, points. */
const steps = { filed: 5, surge: 20, returned: 1, effort: 0.2, onTime: 2 } as const;

/** Percent by which more or fewer were filed than in the mean week before; null: nothing to compare with. */
export const filedChange = ({ filed: { now, before } }: PeriodFigures): number | null =>
  before === null || before === 0 ? null : Math.round(((now - before) * 100) / before);

export const returnedChange = ({ returned }: PeriodFigures): number | null =>
  changeOf(percentOf(returned.now), returned.before);
export const effortChange = ({ effort }: PeriodFigures): number | null => changeOf(meanOf(effort.now), effort.before);
export const onTimeChange = ({ onTime }: PeriodFigures): number | null =>
  changeOf(percentOf(onTime.now), onTime.before);

export function headlineOf(f: PeriodFigures, relapses: number): Headline {
  const moved = (change: number | null, by: number): boolean => change !== null && change >= by;
  const fell = (change: number | null, by: number): boolean => change !== null && change <= -by;
  const [filed, returned, effort, onTime] = [filedChange(f), returnedChange(f), effortChange(f), onTimeChange(f)];
  const fewer = fell(filed, steps.filed);
  const faster = moved(onTime, steps.onTime);
  if (f.filed.now === 0 && percentOf(f.returned.now) === null) return { type: 'nothing' };
  if (moved(returned, steps.returned)) {
    const beside = fewer ? 'fewer' : faster ? 'faster' : moved(filed, steps.filed) ? 'more' : null;
    return { type: 'returned', beside };
  }
  if (relapses > 0) return { type: 'relapsed', beside: fewer ? 'fewer' : null };
  if (moved(effort, steps.effort)) return { type: 'effort', beside: faster ? 'faster' : fewer ? 'fewer' : null };
  if (fell(onTime, steps.onTime)) return { type: 'late', beside: fell(returned, steps.returned) ? 'better' : null };
  return moved(filed, steps.surge) ? { type: 'more' } : { type: 'calm' };
}
