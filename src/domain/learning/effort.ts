import type { FiledCase } from '../case/case.ts';
import { type Instant, minutes, plus } from '../instant.ts';
import type { Playbook } from '../playbook.ts';
import { type CustomerPromise, type EffortRules, type Struggle, struggles } from './struggles.ts';

export type EffortPart = { readonly of: Struggle; readonly times: number; readonly points: number };
export type Effort = { readonly points: number; readonly sum: number; readonly parts: readonly EffortPart[] };

/** The effort of a case at a moment, explained: the same facts give the same points. */
export function effortOf(c: FiledCase, at: Instant, { care: { effort: rules }, severity }: Playbook): Effort {
  const told = c.struggles ?? {};
  const late = (c.promises ?? []).filter((promise) => isBroken(promise, at, rules)).length;
  const bySignal = severity.signals
    .filter((signal) => c.assessment.confirmed.includes(signal.code))
    .map((signal) => (signal.contacts ?? 1) - 1);
  const parts = struggles.flatMap((of): readonly EffortPart[] => {
    // A signal ticked later says at least so many contacts; it does not add to those that were told.
    const more = of === 'contact' ? Math.max(told.contact ?? 0, ...bySignal) : (told[of] ?? 0);
    const times = of === 'broken' ? more + late : more;
    return times === 0 ? [] : [{ of, times, points: times * rules.points[of] }];
  });
  const sum = parts.reduce((total, part) => total + part.points, 0);
  return { points: Math.min(rules.cap, sum), sum, parts };
}

/** A call has some grace; a day has not. */
function isBroken({ of, at, endedAt }: CustomerPromise, now: Instant, { graceMinutes }: EffortRules): boolean {
  return (endedAt ?? now) > (of === 'call' ? plus(at, minutes(graceMinutes)) : at);
}
