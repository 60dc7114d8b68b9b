import type { DepartmentCode } from '../ids.ts';
import { isMember } from '../people.ts';
import type { Objection } from './authority.ts';
import { mustBeMember, mustHaveRole, mustLead, mustOwn } from './authority.ts';
import type { AcknowledgedCase, FiledCase, RoutedCase, TransferOffer, WorkingCase } from './case.ts';
import { departmentHolding } from './case.ts';
import { checks } from './checks.ts';
import { acknowledgementOf, promised } from './decide-response.ts';
import type { Asked, DataOf, Decision } from './decision.ts';
import { happened, invalid, refused } from './decision.ts';
import type { CaseEvent } from './events.ts';
import { notNow } from './not-now.ts';

/** The statuses in which another department can be asked to take the case. */
type Offerable = RoutedCase | AcknowledgedCase | WorkingCase;
type Offered = Offerable & { readonly offer: TransferOffer };

const isOfferable = (c: FiledCase): c is Offerable =>
  c.status === 'routed' || c.status === 'acknowledged' || c.status === 'working';
const isOffered = (c: Offerable): c is Offered => c.offer !== null;

/**
 * Asking another department. The sender stays accountable until the other one takes it. Every offer is a hop; when the
 * hops are used up the VOC desk decides instead, so that a case cannot be passed round for ever.
 */
export function offerTransfer(data: DataOf<'OfferTransfer'>, c: FiledCase, asked: Asked): Decision {
  if (!isOfferable(c)) return notNow('OfferTransfer', c);
  if (c.binding) return refused({ type: 'AssignmentIsBinding', department: c.department });
  if (isOffered(c)) return refused({ type: 'TransferPending', to: c.offer.to, by: c.offer.by, at: c.offer.at });
  const objection = mustSpeakFor(c, asked);
  if (objection !== null) return refused(objection);

  const { limits, taxonomies } = asked.playbook;
  const check = checks(asked);
  const to = check.department('department', data.department, c.department);
  const reason = check.term('reason', data.reason, taxonomies.transferReasons);
  const why = check.text('why', data.why, limits.transferReason);
  if (to === null || reason === null || why === null) return invalid(check.problems);

  const { at, by } = asked;
  if (c.hops >= limits.hops) return happened(adjudicationOpened(c, { to, why, asked }));
  const offer = { to, by, at, reason: reason.code, why };
  return happened({ type: 'TransferOffered', at, by, data: { offer, from: c.department, hop: c.hops + 1 } });
}

/** The owner and the department lead; while nobody has acknowledged it, any member. */
function mustSpeakFor(c: Offerable, { person }: Asked): Objection {
  if (c.status === 'routed') return mustBeMember(person, c.department);
  const notOwner = mustOwn(person, c.owner);
  return notOwner === null || mustLead(person, c.department) === null ? null : notOwner;
}

type Proposal = { readonly to: DepartmentCode; readonly why: TransferOffer['why']; readonly asked: Asked };

/** Everybody who was asked so far stands for a view of whose case it is; `seenBy` begins with the one it was routed to. */
function adjudicationOpened(c: Offerable, { to, why, asked }: Proposal): CaseEvent {
  const proposed = [...new Set([...c.seenBy.slice(1), to])];
  return { type: 'AdjudicationOpened', at: asked.at, by: asked.by, data: { department: c.department, proposed, why } };
}

/** The offer that is open, or why there is none to answer. */
function openOffer(command: 'AcceptTransfer' | 'DeclineTransfer', c: FiledCase, { person }: Asked): Offered | Decision {
  if (isOfferable(c) && isOffered(c)) return c;
  const first = acknowledgementOf(c);
  // A colleague was faster: the case is theirs already.
  const department = departmentHolding(c);
  if (first !== null && department !== null && isMember(person, department)) {
    return refused({ type: 'AlreadyAcknowledged', ...first });
  }
  return isOfferable(c) ? refused({ type: 'NoTransferOffered' }) : notNow(command, c);
}

/** [받기] is the new department's acknowledgement, with the same promises. */
export function acceptTransfer(data: DataOf<'AcceptTransfer'>, current: FiledCase, asked: Asked): Decision {
  const c = openOffer('AcceptTransfer', current, asked);
  if ('ok' in c) return c;
  const department = c.offer.to;
  const objection = mustBeMember(asked.person, department);
  if (objection !== null) return refused(objection);
  const check = checks(asked);
  const promise = promised(data, c, department, asked, check);
  if (promise === null) return invalid(check.problems);
  return happened({
    type: 'TransferAccepted',
    at: asked.at,
    by: asked.by,
    data: { from: c.department, department, ...promise },
  });
}

/** [돌려보내기] needs a better owner: "not ours" alone does not exist. */
export function declineTransfer(data: DataOf<'DeclineTransfer'>, current: FiledCase, asked: Asked): Decision {
  const c = openOffer('DeclineTransfer', current, asked);
  if ('ok' in c) return c;
  const { to } = c.offer;
  const objection = mustBeMember(asked.person, to);
  if (objection !== null) return refused(objection);
  const check = checks(asked);
  const proposed = check.department('department', data.department, to);
  const why = check.text('why', data.why);
  if (proposed === null || why === null) return invalid(check.problems);

  const declined: CaseEvent = {
    type: 'TransferDeclined',
    at: asked.at,
    by: asked.by,
    data: { from: c.department, to, proposed, why },
  };
  const isLastHop = c.hops >= asked.playbook.limits.hops;
  return isLastHop ? happened(declined, adjudicationOpened(c, { to: proposed, why, asked })) : happened(declined);
}

/** The VOC desk decides whose case it is; binding. */
export function adjudicateCase(data: DataOf<'AdjudicateCase'>, c: FiledCase, asked: Asked): Decision {
  if (c.status !== 'adjudication') return notNow('AdjudicateCase', c);
  const objection = mustHaveRole(asked.person, 'vocDesk');
  if (objection !== null) return refused(objection);
  const check = checks(asked);
  const department = check.department('department', data.department, null);
  const reason = check.text('reason', data.reason);
  if (department === null || reason === null) return invalid(check.problems);
  return happened({ type: 'CaseAdjudicated', at: asked.at, by: asked.by, data: { department, reason } });
}
