import type { Instant } from '../instant.ts';
import { hasRole } from '../people.ts';
import { mustLead } from './authority.ts';
import { departmentHolding, type FiledCase, hasEnded } from './case.ts';
import { asksForChange } from './change-answer.ts';
import { checks } from './checks.ts';
import { type Asked, type DataOf, type Decision, happened, invalid, refused } from './decision.ts';
import { notNow } from './not-now.ts';

/** The count's own: a change for its problem has been proposed, or declined with its reason. The first answer stands; a case that came back since asks afresh. */
export function linkChange(data: DataOf<'LinkChange'>, c: FiledCase, at: Instant): Decision {
  const { change, answeredAt, cameBack } = data;
  if (hasEnded(c) || c.cluster === undefined || c.changeAnswer !== undefined) {
    return refused({ type: 'NothingChanged' });
  }
  if (c.asksAfresh !== undefined && answeredAt <= c.asksAfresh) return refused({ type: 'NothingChanged' });
  return happened({ type: 'ChangeLinked', at, by: null, data: { change, ...(cameBack ? { cameBack } : {}) } });
}

/** The count's own: the problems were parted again, and the change is about the other one. */
export function unlinkChange(c: FiledCase, at: Instant): Decision {
  const { changeAnswer: answer } = c;
  if (hasEnded(c) || answer?.type !== 'change') return refused({ type: 'NothingChanged' });
  return happened({ type: 'ChangeUnlinked', at, by: null, data: { change: answer.change } });
}

/** "변경 없음": the lead of the department, or a CS lead, puts their name to why nothing has to become different. */
export function signNoChange({ reason }: DataOf<'SignNoChange'>, c: FiledCase, asked: Asked): Decision {
  if (c.status !== 'fixed' && c.status !== 'replied') return notNow('SignNoChange', c);
  const department = departmentHolding(c);
  const mayNot = department === null ? null : mustLead(asked.person, department);
  if (mayNot !== null && !hasRole(asked.person, 'csLead')) return refused(mayNot);
  if (!asksForChange(c) || c.changeAnswer !== undefined) return refused({ type: 'ChangeNotAsked' });
  const check = checks(asked);
  const text = check.text('reason', reason, asked.playbook.limits.evidence);
  if (text === null) return invalid(check.problems);
  return happened({ type: 'NoChangeSigned', at: asked.at, by: asked.by, data: { reason: text } });
}
