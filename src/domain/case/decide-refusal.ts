import { mustHaveRole, mustLead } from './authority.ts';
import type { FiledCase } from './case.ts';
import { isPerson } from './case.ts';
import { checks } from './checks.ts';
import type { Asked, DataOf, Decision } from './decision.ts';
import { happened, invalid, refused } from './decision.ts';
import { notNow } from './not-now.ts';

/** The department lead refuses, with a reason the playbook allows and evidence for it. */
export function refuseCase(data: DataOf<'RefuseCase'>, c: FiledCase, asked: Asked): Decision {
  if (c.status !== 'routed' && c.status !== 'acknowledged' && c.status !== 'working') return notNow('RefuseCase', c);
  const { department } = c;
  const objection = mustLead(asked.person, department);
  if (objection !== null) return refused(objection);

  const { playbook, by, at } = asked;
  const check = checks(asked);
  const reason = check.term('reason', data.reason, playbook.taxonomies.refusalReasons);
  if (reason?.needsDecision && c.decisions.length === 0) check.report('reason', { type: 'needsDecision' });
  const evidence = check.text('evidence', data.evidence, playbook.limits.evidence);
  const explanation = check.text('explanation', data.explanation);
  const whyUnreasonable = check.text('whyUnreasonable', data.whyUnreasonable);
  if (
    reason === null ||
    evidence === null ||
    explanation === null ||
    whyUnreasonable === null ||
    check.problems.length > 0
  ) {
    return invalid(check.problems);
  }
  const refusal = { reason: reason.code, evidence, explanation, whyUnreasonable, by, at };
  return happened({ type: 'CaseRefused', at, by, data: { refusal, department } });
}

/** A refusal stands only with a second signature, from the VOC desk. */
export function countersignRefusal(c: FiledCase, asked: Asked): Decision {
  const objection = mustReviewRefusal('CountersignRefusal', c, asked);
  return objection ?? happened({ type: 'RefusalCountersigned', at: asked.at, by: asked.by, data: {} });
}

/** The VOC desk sends the case back to work instead. */
export function overturnRefusal(data: DataOf<'OverturnRefusal'>, c: FiledCase, asked: Asked): Decision {
  const objection = mustReviewRefusal('OverturnRefusal', c, asked);
  if (objection !== null) return objection;
  const check = checks(asked);
  const reason = check.text('reason', data.reason);
  if (reason === null) return invalid(check.problems);
  return happened({ type: 'RefusalOverturned', at: asked.at, by: asked.by, data: { reason } });
}

function mustReviewRefusal(
  command: 'CountersignRefusal' | 'OverturnRefusal',
  c: FiledCase,
  { person }: Asked,
): Decision | null {
  if (c.status !== 'refused' || c.countersigned !== null) return notNow(command, c);
  const objection = mustHaveRole(person, 'vocDesk');
  if (objection !== null) return refused(objection);
  return isPerson(c.refusal.by, person.id) ? refused({ type: 'OwnRequest' }) : null;
}
