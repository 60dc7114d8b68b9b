import { hasRole } from '../people.ts';
import { mustHaveRole, mustServeCustomers } from './authority.ts';
import type { FiledCase } from './case.ts';
import { hasEnded, isPerson } from './case.ts';
import { checks } from './checks.ts';
import type { Asked, DataOf, Decision } from './decision.ts';
import { happened, invalid, refused } from './decision.ts';
import { notNow } from './not-now.ts';

/**
 * Two records of one incident of one customer become one. Different customers are never merged: each is counted, and
 * each is told. Nothing is merged into an ended case, where nobody would work on it.
 */
export function mergeCase(data: DataOf<'MergeCase'>, c: FiledCase, asked: Asked): Decision {
  if (c.status !== 'new' && c.status !== 'routed' && c.status !== 'acknowledged') return notNow('MergeCase', c);
  const objection = mustHaveRole(asked.person, 'vocDesk', 'csAgent', 'csLead');
  if (objection !== null) return refused(objection);
  const check = checks(asked);
  const into = check.given('into', data.into);
  if (into === null) return invalid(check.problems);
  if (data.target === null || data.target.ended || into === data.self) {
    check.report('into', { type: 'unknown' });
    return invalid(check.problems);
  }
  if (c.customer === null || c.customer !== data.target.customer) return refused({ type: 'NotSameCustomer', into });
  if (!data.sameIncident) return refused({ type: 'NotSameIncident', into });
  return happened({ type: 'CaseMerged', at: asked.at, by: asked.by, data: { into } });
}

/** The customer takes it back. The cause is asked for all the same: it happened. */
export function withdrawCase(data: DataOf<'WithdrawCase'>, c: FiledCase, asked: Asked): Decision {
  if (hasEnded(c)) return notNow('WithdrawCase', c);
  const objection = mustServeCustomers(asked.person);
  if (objection !== null) return refused(objection);
  const check = checks(asked);
  const words = check.text('words', data.words);
  const cause = check.text('cause', data.cause);
  if (words === null || cause === null) return invalid(check.problems);
  return happened({ type: 'CaseWithdrawn', at: asked.at, by: asked.by, data: { words, cause } });
}

/**
 * Spam, phishing, a test. Where a named customer stands behind it a second person must agree: the first press proposes,
 * somebody else's press (the VOC desk, or a CS lead) confirms; who confirms may leave the reason as it was.
 */
export function voidCase(data: DataOf<'VoidCase'>, c: FiledCase, asked: Asked): Decision {
  if (c.status !== 'new') return notNow('VoidCase', c);
  const { person, by, at } = asked;
  const proposal = c.voidProposed;
  const mayConfirm = proposal !== null && hasRole(person, 'csLead');
  const objection = mayConfirm ? null : mustHaveRole(person, 'vocDesk');
  if (objection !== null) return refused(objection);
  if (proposal !== null && isPerson(proposal.by, person.id)) {
    return refused({ type: 'SecondPersonNeeded', by: proposal.by });
  }
  const check = checks(asked);
  const isReasonKept = proposal !== null && data.reason.trim() === '';
  const reason = isReasonKept ? proposal.reason : check.text('reason', data.reason);
  if (reason === null) return invalid(check.problems);
  const isProposal = c.customer !== null && proposal === null;
  return happened({ type: isProposal ? 'VoidProposed' : 'CaseVoided', at, by, data: { reason } });
}
