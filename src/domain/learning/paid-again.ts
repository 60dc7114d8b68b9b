import type { Change } from '../change/change.ts';
import type { LearningRules } from './rules.ts';

/** Nobody has proposed anything yet, or it was declined: the cause stays as it is. */
const leavesTheCause = ({ status }: Pick<Change, 'status'>): boolean => status === 'demanded' || status === 'declined';

/**
 * 보상 반복: customers are paid for one problem again and again, and nobody does anything about its cause. `given`: how often
 * something was given in each case that counts.
 */
export const isPaidAgain = (
  members: readonly { readonly given: number }[],
  changes: readonly Pick<Change, 'status'>[],
  { compensations }: LearningRules,
): boolean => changes.every(leavesTheCause) && members.reduce((sum, { given }) => sum + given, 0) >= compensations;
