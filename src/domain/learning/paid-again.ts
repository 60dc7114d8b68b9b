import type { Change } from '../change/change.ts';
import { days, type Instant, minus } from '../instant.ts';
import type { LearningRules } from './rules.ts';

/** How often something was given in a case, and when the customer went through it. */
type Paid = { readonly at: Instant; readonly given: number };

/** Nobody has proposed anything yet, or it was declined: the cause stays as it is. */
const leavesTheCause = ({ status }: Pick<Change, 'status'>): boolean => status === 'demanded' || status === 'declined';

/** 보상 반복: customers are paid for one problem again and again, and nobody does anything about its cause. */
export function isPaidAgain(
  members: readonly Paid[],
  changes: readonly Pick<Change, 'status'>[],
  at: Instant,
  { gauge, compensations }: LearningRules,
): boolean {
  if (!changes.every(leavesTheCause)) return false;
  const from = minus(at, days(gauge.days));
  const counted = members.filter((member) => member.at > from && member.at <= at);
  return counted.reduce((sum, { given }) => sum + given, 0) >= compensations;
}
