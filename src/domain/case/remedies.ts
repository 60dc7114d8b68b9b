import type { Instant } from '../instant.ts';
import type { GrantingRole } from '../playbook.ts';
import { runningClock } from '../sla/sla-clock.ts';
import type { Filed, FiledCase, Fix } from './case.ts';
import { type CustomerSum, isAsked, isGiven, type Remedy } from './remedy.ts';

/* What a case has had, and what is asked for in it. */

/** The one request that waits for an answer, if any. */
export const openRequest = (c: Filed): Remedy | null => c.remedies?.find(isAsked) ?? null;

export const givenIn = (c: Filed): readonly Remedy[] => (c.remedies ?? []).filter(isGiven);

/** How often something was given. A fix older than remedies speaks for itself. */
export const timesGiven = (remedies: readonly Remedy[] | null, compensation: Fix['compensation']): number =>
  remedies === null ? Number(compensation !== null) : remedies.filter(isGiven).length;

const total = (remedies: readonly Remedy[]): number => remedies.reduce((sum, { amount }) => sum + (amount ?? 0), 0);

/** Won given in a case, since a moment where one is named. A fix older than remedies speaks for itself. */
export function paidIn(c: FiledCase, since?: Instant): number {
  if (c.remedies === undefined) {
    const fix = 'fix' in c ? c.fix : null;
    return fix === null || (since !== undefined && fix.at < since) ? 0 : (fix.compensation?.amount ?? 0);
  }
  return total(givenIn(c).filter(({ at, answer }) => since === undefined || (answer?.at ?? at) >= since));
}

/** Won given that no fix has told of yet. */
export const unspent = (c: Filed): number => total(givenIn(c).filter(({ inFix }) => inFix !== true));

/** What the other cases of a customer come to. */
export function sumOf(others: readonly FiledCase[], since: Instant): CustomerSum {
  const paid = others.map((c) => paidIn(c, since)).filter((amount) => amount > 0);
  return { since, amount: paid.reduce((sum, amount) => sum + amount, 0), times: paid.length };
}

/** The roles that are asked now: the lowest first, and one more each time the answer is due and has not come. */
export function rolesAsked(c: FiledCase): readonly GrantingRole[] {
  const before = openRequest(c)?.before ?? [];
  const climbed = Math.floor((runningClock(c.sla, 'approve')?.reached ?? 0) / 100);
  return before.slice(0, 1 + climbed);
}

/** What the fix tells of has been given, and nobody waits for an answer. */
export function isPaidRightly(c: FiledCase): boolean {
  if (openRequest(c) !== null) return false;
  const told = 'fix' in c ? c.fix.compensation : null;
  return told === null || (told.basis.trim() !== '' && told.amount <= paidIn(c));
}
