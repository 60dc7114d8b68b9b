import { type Checks, checks } from '../case/checks.ts';
import { rootCauseOf } from '../case/decide-fix.ts';
import { isAtLeast } from '../learning/gauge.ts';
import { hasRole, isLead, type Person, type PersonRef } from '../people.ts';
import { personOf } from '../playbook.ts';
import type { Change, ChangeState, Proposal } from './change.ts';
import { type Asked, type DataOf, type Decision, happened, invalid, notNow, refused } from './decision.ts';
import type { ChangeProblem } from './rejections.ts';
import { termsOfChanges } from './terms.ts';

/** Anybody proposes what should become different: unasked, or where a pile of look-alikes asks for it. */
export function proposeChange(data: DataOf<'ProposeChange'>, c: ChangeState, asked: Asked): Decision {
  if (c.status !== 'unbegun' && c.status !== 'demanded' && c.status !== 'declined') return notNow('ProposeChange', c);
  const { playbook, by, at } = asked;
  const { learning, taxonomies } = playbook;
  const check = checks(asked);
  const problems: ChangeProblem[] = [];
  const title = check.text('title', data.title);
  const effect = check.text('effect', data.effect);
  const means = learning.change.means.filter(({ code }) => data.means.includes(code));
  if (data.means.length === 0) check.report('means', { type: 'required' });
  if (means.length < data.means.length) check.report('means', { type: 'unknown' });
  const rootCause = rootCauseOf(data.rootCause, true, taxonomies.rootCauses, check);
  const department = c.status === 'unbegun' ? check.department('department', data.department, null) : c.department;
  if (isTrainingAlone(means) && mustBeMore(data)) problems.push({ field: 'means', problem: { type: 'trainingAlone' } });
  if (rootCause?.l1 === 'people' && data.coaching === null) {
    problems.push({ field: 'coaching', problem: { type: 'needsCoaching' } });
  }
  const all = [...check.problems, ...problems];
  if (title === null || effect === null || rootCause === null || department === null || all.length > 0)
    return invalid(all);
  const proposal: Proposal = {
    title,
    means: means.map(({ code }) => code),
    rootCause,
    touchpoint: data.touchpoint,
    cost: data.cost,
    effect,
    notices: data.notices,
    coaching: data.coaching,
    by,
    ...(isLead(asked.person, department) ? { byLead: true as const } : {}),
    at,
  };
  const { cluster, from } = data;
  const beginning = c.status === 'unbegun' ? { cluster, from, department, terms: termsOfChanges(playbook) } : null;
  const within = learning.change.clocks.judge;
  return happened({ type: 'ChangeProposed', at, by, data: { beginning, proposal, within } });
}

const isTrainingAlone = (means: readonly { readonly trains: boolean }[]): boolean =>
  means.length > 0 && means.every(({ trains }) => trains);

/** A problem that many have, and one that came back, is not solved by telling people to take care. */
const mustBeMore = ({ level, relapsed }: DataOf<'ProposeChange'>): boolean => isAtLeast(level, 'alert') || relapsed;

/** The lead of the department, or an executive: never who proposed it. */
function mayJudge(person: Person, c: Change): Decision | null {
  if (!isLead(person, c.department) && !hasRole(person, 'executive')) {
    return refused({ type: 'NotAllowed', needs: { type: 'lead', department: c.department } });
  }
  const { proposal } = c;
  return proposal !== null && proposal.by.id === person.id ? refused({ type: 'OwnRequest', by: proposal.by }) : null;
}

export function acceptChange({ owner }: DataOf<'AcceptChange'>, c: Change, asked: Asked): Decision {
  if (c.status !== 'proposed') return notNow('AcceptChange', c);
  const objection = mayJudge(asked.person, c);
  if (objection !== null) return objection;
  const check = checks(asked);
  const known = knownOwner(owner, asked, check);
  if (known === null) return invalid(check.problems);
  const { at, by, playbook } = asked;
  const within = playbook.learning.change.clocks.prepare;
  return happened({ type: 'ChangeAccepted', at, by, data: { owner: known, within } });
}

/** One person, somebody we know; of whichever department: a change may be another's to make. */
export function knownOwner(owner: PersonRef | null, { playbook, person }: Asked, check: Checks): PersonRef | null {
  if (check.given('owner', owner) === null || owner === null) return null;
  const known = owner.id === person.id ? person : personOf(playbook, owner.id);
  return known === null ? check.report('owner', { type: 'unknown' }) : { id: known.id, name: known.name };
}

/** Declined with what it rests on: numbers, a share, a rule. Executives read it. */
export function declineChange({ reason }: DataOf<'DeclineChange'>, c: Change, asked: Asked): Decision {
  if (c.status !== 'demanded' && c.status !== 'proposed') return notNow('DeclineChange', c);
  const objection = mayJudge(asked.person, c);
  if (objection !== null) return objection;
  const check = checks(asked);
  const text = check.text('reason', reason, asked.playbook.limits.evidence);
  if (text === null) return invalid(check.problems);
  // "Only a few" is no evidence; a number, a share or the name of a rule is.
  if (!/[\p{N}%]|규정|약관|법|기준|rule|terms|law|policy/iu.test(text)) {
    return invalid([{ field: 'reason', problem: { type: 'needsEvidence' } }]);
  }
  return happened({ type: 'ChangeDeclined', at: asked.at, by: asked.by, data: { reason: text } });
}

/** An executive says that it is to be done, and stands behind it. */
export function directChange({ reason }: DataOf<'DirectChange'>, c: Change, asked: Asked): Decision {
  if (c.direction === null || c.direction.answer !== null || c.status === 'declined') return notNow('DirectChange', c);
  if (!hasRole(asked.person, 'executive')) {
    return refused({ type: 'NotAllowed', needs: { type: 'roles', roles: ['executive'] } });
  }
  const check = checks(asked);
  const text = check.text('reason', reason);
  if (text === null) return invalid(check.problems);
  return happened({ type: 'DirectionGiven', at: asked.at, by: asked.by, data: { reason: text } });
}
