import type { FiledCase, Status } from '../domain/case/case.ts';
import { dueAt } from '../domain/sla/clock-times.ts';
import { isRunning, keyOf, runningClock } from '../domain/sla/sla-clock.ts';
import type { Step } from '../ports/card.ts';
import type { Reading } from './reading.ts';

/** A step that the clocks of a case call for. `arg`: which clock or duty. */
export type TimeStep = { readonly step: Step; readonly arg?: string };

const waiting: readonly Status[] = ['routed', 'acknowledged', 'working', 'held', 'adjudication', 'deciding'];

/** The customer waits, and there is no answer yet. */
export const isContactable = (c: FiledCase): boolean => waiting.includes(c.status);

/** An S1 or S2 that nobody has said to be contained. */
export const isContainable = (c: FiledCase): boolean =>
  (c.status === 'acknowledged' || c.status === 'working') &&
  (c.assessment.tier === 'S1' || c.assessment.tier === 'S2') &&
  c.contained === undefined;

/** The first date has passed, so that its lead may give another. */
function isFixOverdue(c: FiledCase, r: Reading): boolean {
  const fix = runningClock(c.sla, 'fix');
  const due = fix === null ? null : dueAt(fix, r.playbook);
  return due !== null && due <= r.now;
}

/** Where nothing is timed a duty would be reminded of by nobody. */
const isDutyLeft = (c: FiledCase, r: Reading): boolean =>
  c.sla.terms !== null &&
  r.playbook.sla.statutory.some(({ code }) => runningClock(c.sla, keyOf({ name: 'statutory', of: code })) === null);

/** For a case that is open, in order of likelihood. */
export function timeSteps(c: FiledCase, r: Reading): readonly TimeStep[] {
  const duties = c.sla.clocks.filter((clock) => clock.name === 'statutory' && isRunning(clock));
  return [
    ...(isContactable(c) ? [{ step: 'contact' as const }] : []),
    ...(isContainable(c) ? [{ step: 'contain' as const }] : []),
    ...(isFixOverdue(c, r) ? [{ step: 'new-due' as const, arg: 'fix' }] : []),
    ...duties.map(({ of = '' }) => ({ step: 'statutory-done' as const, arg: of })),
    ...(isDutyLeft(c, r) ? [{ step: 'statutory' as const }] : []),
  ];
}
