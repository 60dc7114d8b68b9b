import type { DepartmentCode } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { PersonRef } from '../people.ts';
import { mustBeMember, mustLead, mustOwn } from './authority.ts';
import type { Callback, FiledCase } from './case.ts';
import type { Checks } from './checks.ts';
import { checks } from './checks.ts';
import type { Asked, DataOf, Decision } from './decision.ts';
import { happened, invalid, refused } from './decision.ts';
import { notNow } from './not-now.ts';

/**
 * A member of the accountable department says "we have it", by name. An open transfer offer does not stand in the way:
 * until the other department takes the case, this one is accountable.
 */
export function acknowledgeCase(data: DataOf<'AcknowledgeCase'>, c: FiledCase, asked: Asked): Decision {
  const first = acknowledgementOf(c);
  if (first !== null) return refused({ type: 'AlreadyAcknowledged', ...first });
  if (c.status !== 'routed') return notNow('AcknowledgeCase', c);
  const { department } = c;
  const objection = mustBeMember(asked.person, department);
  if (objection !== null) return refused(objection);
  const check = checks(asked);
  const promise = promised(data, c, department, asked, check);
  if (promise === null) return invalid(check.problems);
  return happened({ type: 'CaseAcknowledged', at: asked.at, by: asked.by, data: { department, ...promise } });
}

/** Who said "we have it", and when. A refused case may never have been acknowledged, so it keeps none. */
export function acknowledgementOf(c: FiledCase): { readonly by: PersonRef; readonly at: Instant } | null {
  if (!('acknowledgedBy' in c) || c.status === 'refused') return null;
  return { by: c.acknowledgedBy, at: c.acknowledgedAt };
}

type Promised = { readonly owner: PersonRef; readonly eta: Instant | null; readonly callback: Callback | null };

/** What an acknowledgement promises: an owner always, a time for S1 and S2, a call where a human is needed. */
export function promised(
  data: DataOf<'AcknowledgeCase'>,
  c: FiledCase,
  department: DepartmentCode,
  asked: Asked,
  check: Checks,
): Promised | null {
  const { tier, needsHuman } = c.assessment;
  const owner = check.member('owner', data.owner ?? asked.by, department);
  const isPressing = tier === 'S1' || tier === 'S2';
  const eta = check.ahead('eta', isPressing ? check.given('eta', data.eta) : data.eta);
  const isCallDue = needsHuman.length > 0 || data.caller !== null || data.callbackAt !== null;
  const caller = isCallDue ? check.given('caller', data.caller) : null;
  const at = isCallDue ? check.ahead('callbackAt', check.given('callbackAt', data.callbackAt)) : null;
  if (owner === null || check.problems.length > 0) return null;
  return { owner, eta, callback: caller === null || at === null ? null : { caller, at } };
}

/** The department lead hands the case to another member. */
export function reassignOwner(data: DataOf<'ReassignOwner'>, c: FiledCase, asked: Asked): Decision {
  if (!('owner' in c) || c.status === 'closed' || c.status === 'refused') return notNow('ReassignOwner', c);
  const objection = mustLead(asked.person, c.department);
  if (objection !== null) return refused(objection);
  const check = checks(asked);
  const owner = check.member('owner', data.owner, c.department);
  if (owner === null) return invalid(check.problems);
  if (owner.id === c.owner.id) return refused({ type: 'NothingChanged' });
  return happened({ type: 'OwnerReassigned', at: asked.at, by: asked.by, data: { owner } });
}

/** The owner says what will be done, and by when; and, if they like, where the department stands. */
export function startWork(data: DataOf<'StartWork'>, c: FiledCase, asked: Asked): Decision {
  if (c.status !== 'acknowledged') return notNow('StartWork', c);
  const objection = mustOwn(asked.person, c.owner);
  if (objection !== null) return refused(objection);
  const check = checks(asked);
  const plan = check.text('plan', data.plan);
  const eta = check.ahead('eta', check.given('eta', data.eta));
  if (plan === null || eta === null) return invalid(check.problems);
  const position = data.position === null ? {} : { position: data.position };
  return happened({ type: 'WorkStarted', at: asked.at, by: asked.by, data: { plan, eta, ...position } });
}
