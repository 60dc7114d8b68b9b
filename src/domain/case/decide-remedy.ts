import { hasRole } from '../people.ts';
import type { GrantingRole, RemedyKind } from '../playbook.ts';
import { termOf } from '../playbook.ts';
import { mustOwn } from './authority.ts';
import { approversOf, holdsRole, levelOf, suffices } from './authority-limits.ts';
import type { FiledCase } from './case.ts';
import { hasEnded, isPerson } from './case.ts';
import { type Checks, checks } from './checks.ts';
import type { Asked, DataOf, Decision } from './decision.ts';
import { happened, invalid, refused } from './decision.ts';
import { notNow } from './not-now.ts';
import { openRequest } from './remedies.ts';
import { type CustomerSum, isAsked, type Remedy } from './remedy.ts';

/** Somebody has it in hand: from "we have it" until it is closed. */
export const isInHand = (c: FiledCase): boolean =>
  'owner' in c && c.status !== 'closed' && c.status !== 'refused' && !hasEnded(c);

export const nextNumber = (c: FiledCase): number => (c.remedies ?? []).length + 1;
export const elsewherePart = (sum: CustomerSum): Pick<Remedy, 'elsewhere'> =>
  sum.times === 0 ? {} : { elsewhere: sum };

/**
 * Make good, now: within one's authority it is given at once, above it the roles whose authority suffices are asked, and
 * the case goes on meanwhile. Whoever owns the case may ask, too.
 */
export function grantRemedy(data: DataOf<'GrantRemedy'>, c: FiledCase, asked: Asked): Decision {
  if (!isInHand(c) || !('owner' in c)) return notNow('GrantRemedy', c);
  const { person, by, at, playbook } = asked;
  const { levels, remedies, answer } = playbook.authority;
  const own = levelOf(person, c, playbook);
  if (own === null && mustOwn(person, c.owner) !== null) return mayNot(levels.map(({ role }) => role));

  const check = checks(asked);
  const kind = check.term('what', data.what, remedies);
  const amount = kind === null ? null : amountOf(data.amount, kind, check);
  const basis = data.basis === null ? check.given('basis', null) : check.text('basis', data.basis);
  if (kind === null || basis === null || check.problems.length > 0) return invalid(check.problems);
  const { sum } = data;
  const remedy: Remedy = { number: nextNumber(c), what: kind.code, amount, basis, by, at, ...elsewherePart(sum) };
  if (own !== null && suffices(own, kind, amount ?? 0, c, sum, playbook)) {
    return happened({ type: 'RemedyGranted', at, by, data: { remedy } });
  }
  const open = openRequest(c);
  if (open !== null) return refused({ type: 'RequestPending', by: open.by, at: open.at });
  const before = approversOf(kind, amount ?? 0, person.id, c, sum, playbook);
  if (before.length === 0) return refused({ type: 'NobodyApproves' });
  const target = c.assessment.tier === 'S1' ? answer.urgent : answer.otherwise;
  return happened({ type: 'RemedyRequested', at, by, data: { remedy: { ...remedy, before }, target } });
}

/** Money comes in whole won; what is no money has no amount. */
function amountOf(amount: number | null, { from }: RemedyKind, check: Checks): number | null {
  if (from !== null) return amount === null ? null : check.report('amount', { type: 'unknown' });
  const given = check.given('amount', amount);
  return given === null || isWon(given) ? given : check.report('amount', { type: 'unknown' });
}

const isWon = (amount: number): boolean => Number.isSafeInteger(amount) && amount > 0;

const mayNot = (roles: readonly GrantingRole[]): Decision =>
  refused({ type: 'NotAllowed', needs: { type: 'roles', roles } });

const named = ({ number, what, amount }: Remedy): Pick<Remedy, 'number' | 'what' | 'amount'> => ({
  number,
  what,
  amount,
});

/** The request a press is about: one that still waits, and never the presser's own. */
function requestFor(command: 'ApproveRemedy' | 'DeclineRemedy', number: number, c: FiledCase): Remedy | Decision {
  const remedy = (c.remedies ?? []).find((one) => one.number === number);
  if (remedy === undefined) return refused({ type: 'NoSuchRemedy' });
  if (!isAsked(remedy)) {
    const { by, at } = remedy.withdrawn ?? remedy.answer ?? remedy;
    return refused({ type: 'RemedyAnswered', by, at });
  }
  return hasEnded(c) ? notNow(command, c) : remedy;
}

/** [승인], or with another amount [금액 변경]: by somebody whose own authority suffices, and never by who asked. */
export function approveRemedy(data: DataOf<'ApproveRemedy'>, c: FiledCase, asked: Asked): Decision {
  const remedy = requestFor('ApproveRemedy', data.number, c);
  if ('ok' in remedy) return remedy;
  const { person, by, at, playbook } = asked;
  const { change, sum } = data;
  const mayApprove = (role: GrantingRole): boolean => role !== 'csAgent' && holdsRole(person, role, c);
  if (!playbook.authority.levels.some(({ role }) => mayApprove(role))) return mayNot(remedy.before ?? []);
  if (isPerson(remedy.by, person.id)) return refused({ type: 'OwnRequest' });

  const check = checks(asked);
  const amount = change === null ? remedy.amount : changedTo(change.amount, remedy, check);
  const reason = change === null ? null : check.text('reason', change.reason);
  if (check.problems.length > 0) return invalid(check.problems);
  const kind = kindOf(remedy, asked);
  const able = approversOf(kind, amount ?? 0, remedy.by.id, c, sum, playbook);
  if (!able.some(mayApprove)) return able.length === 0 ? refused({ type: 'NobodyApproves' }) : mayNot(able);
  return happened({ type: 'RemedyApproved', at, by, data: { ...named(remedy), amount, reason } });
}

function changedTo(amount: number | null, remedy: Remedy, check: Checks): number | null {
  const given = check.given('amount', amount);
  const isChangeable = remedy.amount !== null && (given === null || isWon(given));
  return isChangeable ? given : check.report('amount', { type: 'unknown' });
}

/** A code the playbook has dropped meanwhile is approved by whom it was put before. */
const kindOf = (remedy: Remedy, { playbook }: Asked): Pick<RemedyKind, 'from'> =>
  termOf(playbook.authority.remedies, remedy.what) ?? {
    from: remedy.amount === null ? (remedy.before?.[0] ?? null) : null,
  };

/** [반려], with a reason: by somebody it was put before, also before it has climbed to them. */
export function declineRemedy(data: DataOf<'DeclineRemedy'>, c: FiledCase, asked: Asked): Decision {
  const remedy = requestFor('DeclineRemedy', data.number, c);
  if ('ok' in remedy) return remedy;
  const { person, by, at } = asked;
  const before = remedy.before ?? [];
  if (!before.some((role) => holdsRole(person, role, c))) return mayNot(before);
  if (isPerson(remedy.by, person.id)) return refused({ type: 'OwnRequest' });
  const check = checks(asked);
  const reason = check.text('reason', data.reason);
  if (reason === null) return invalid(check.problems);
  return happened({ type: 'RemedyDeclined', at, by, data: { ...named(remedy), reason } });
}

/** Recorded wrongly, or not wanted any more: who gave or asked takes it back, or a lead does. It stays in the log. */
export function withdrawRemedy(data: DataOf<'WithdrawRemedy'>, c: FiledCase, asked: Asked): Decision {
  const { person, by, at } = asked;
  const remedy = (c.remedies ?? []).find((one) => one.number === data.number);
  if (remedy === undefined || remedy.answer?.approved === false) return refused({ type: 'NoSuchRemedy' });
  const { withdrawn, answer } = remedy;
  if (withdrawn !== undefined) return refused({ type: 'RemedyAnswered', by: withdrawn.by, at: withdrawn.at });
  const own = isPerson(remedy.by, person.id) || (answer !== undefined && isPerson(answer.by, person.id));
  const leads = hasRole(person, 'csLead') || holdsRole(person, 'deptLead', c);
  if (!own && !leads) return mayNot(['csLead', 'deptLead']);
  const check = checks(asked);
  const reason = check.text('reason', data.reason);
  if (reason === null) return invalid(check.problems);
  return happened({ type: 'RemedyWithdrawn', at, by, data: { ...named(remedy), reason } });
}
