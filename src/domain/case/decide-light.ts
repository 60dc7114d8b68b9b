import type { MaskedText } from '../ids.ts';
import { hasRole, isLead } from '../people.ts';
import { personOf } from '../playbook.ts';
import { isOverdue } from '../sla/present-clock.ts';
import { isRunning, runningClock } from '../sla/sla-clock.ts';
import { dayIn } from '../zone.ts';
import { mustHaveRole, mustLead, type Objection } from './authority.ts';
import type { FiledCase } from './case.ts';
import { departmentHolding, hasEnded, isPerson } from './case.ts';
import { checks } from './checks.ts';
import type { Asked, DataOf, Decision } from './decision.ts';
import { happened, invalid, refused } from './decision.ts';
import type { CaseEvent } from './events.ts';
import { notNow } from './not-now.ts';
import { endsWithVerdict, isAnsweredByVerdict, isFinal, requestVerdicts } from './request-verdict.ts';

/*
 * The light paths: what is no complaint needs no root cause and no fix. Praise is shared or kept, what was asked for gets
 * a verdict with its reason, and who repeats what was fully answered gets a last notice.
 */

/**
 * Whose praise it is decides; their lead where nobody was named, or while they are away. Of somebody who has not answered
 * in time a lead can end the waiting, but share nothing.
 */
export function settlePraise(data: DataOf<'SettlePraise'>, c: FiledCase, asked: Asked): Decision {
  if (c.voice.kind !== 'praise') return refused({ type: 'OtherKind', kind: c.voice.kind });
  if (hasEnded(c)) return notNow('SettlePraise', c);
  const objection = mustSettlePraise(data, c, asked);
  if (objection !== null) return refused(objection);
  const { by, at } = asked;
  return happened({ type: 'CaseSettled', at, by, data: { outcome: data.share ? 'shared' : 'kept' } });
}

function mustSettlePraise({ share, isAway }: DataOf<'SettlePraise'>, c: FiledCase, asked: Asked): Objection {
  const { person, at, playbook } = asked;
  const { praised } = c;
  const department = departmentHolding(c);
  if (praised === undefined) {
    const isDesk = department === null || hasRole(person, 'vocDesk');
    return isDesk ? mustHaveRole(person, 'vocDesk') : mustLead(person, department);
  }
  if (isPerson(praised, person.id)) return null;
  const own = personOf(playbook, praised.id)?.department ?? department;
  const isLate = isOverdue(runningClock(c.sla, 'share'), at, playbook);
  const mayStandIn = (isAway || (isLate && !share)) && own !== null && isLead(person, own);
  return mayStandIn ? null : { type: 'NotAllowed', needs: { type: 'praised', praised } };
}

/** The owner, or who leads the department, says what becomes of it and why. For a suggestion and a staff voice that is the end. */
export function giveVerdict(data: DataOf<'GiveVerdict'>, c: FiledCase, asked: Asked): Decision {
  const { kind } = c.voice;
  if (!isAnsweredByVerdict(kind)) return refused({ type: 'OtherKind', kind });
  if (!('owner' in c) || hasEnded(c) || c.status === 'refused') return notNow('GiveVerdict', c);
  const { person, by, at, playbook } = asked;
  if (!isPerson(c.owner, person.id) && !isLead(person, c.department)) {
    return refused({ type: 'NotAllowed', needs: { type: 'owner', owner: c.owner } });
  }
  if (kind === 'voe' && isPerson(c.filer, person.id)) return refused({ type: 'OwnRequest' });
  const before = c.verdict;
  if (before !== undefined && isFinal(before)) return refused({ type: 'VerdictStands', by: before.by, at: before.at });
  const check = checks(asked);
  const verdict = check.given('verdict', data.verdict);
  if (verdict !== null && !requestVerdicts.includes(verdict)) check.report('verdict', { type: 'unknown' });
  const reason = check.text('reason', data.reason);
  const isOpen = verdict === 'underReview';
  const until = isOpen ? check.dayUpTo('until', data.until, dayIn(at, playbook.zone), null) : null;
  if (verdict === null || reason === null || check.problems.length > 0) return invalid(check.problems);
  const given: CaseEvent = {
    type: 'VerdictGiven',
    at,
    by,
    data: { verdict: { verdict, reason, until, by, at } },
  };
  if (isOpen || !endsWithVerdict(kind)) return happened(given);
  return happened(given, { type: 'CaseSettled', at, by, data: { outcome: 'told' } });
}

/**
 * The same demand for the third time, after full answers and with nothing new: a CS lead ends it with a notice to the
 * customer. Answers count that this customer was given in other cases, and those of this one that did not content them.
 */
export function closeRepeat(data: DataOf<'CloseRepeat'>, c: FiledCase, asked: Asked): Decision {
  if (hasEnded(c)) return notNow('CloseRepeat', c);
  const { person, by, at, playbook } = asked;
  const objection = mustHaveRole(person, 'csLead');
  if (objection !== null) return refused(objection);
  if ('owner' in c && isPerson(c.owner, person.id)) return refused({ type: 'OwnCase' });
  if (c.sla.clocks.some((clock) => clock.name === 'statutory' && isRunning(clock))) {
    return refused({ type: 'ClosingGatesOpen', gates: ['statutory'] });
  }
  const check = checks(asked);
  const isTheirs = (customer: typeof c.customer): boolean => c.customer !== null && customer === c.customer;
  const others = data.earlier.filter(({ id }) => id !== data.self);
  const answered = others.filter(({ customer, isAnswered }) => isAnswered && isTheirs(customer)).map(({ id }) => id);
  const earlier = [...new Set(answered)];
  const needed = playbook.protection.fullAnswers;
  if (earlier.length + c.dissatisfied < needed) check.report('earlier', { type: 'answers', min: needed });
  if (!data.noNewFacts) check.report('noNewFacts', { type: 'mustBeTicked' });
  const statement: MaskedText | null = check.text('statement', data.statement, playbook.limits.evidence);
  if (statement === null || check.problems.length > 0) return invalid(check.problems);
  return happened({ type: 'CaseSettled', at, by, data: { outcome: 'repeated', statement, earlier } });
}

/** Who filed it without a name is known to the VOC desk alone, and who looked is known too. */
export function seeFiler(c: FiledCase, { person, by, at }: Asked): Decision {
  if (c.unnamed !== true) return refused({ type: 'FilerIsNamed' });
  const objection = mustHaveRole(person, 'vocDesk');
  return objection === null ? happened({ type: 'FilerSeen', at, by, data: {} }) : refused(objection);
}

/** One text that is two things has become two cases; this one remembers the other. */
export function recordSplit(data: DataOf<'RecordSplit'>, c: FiledCase, asked: Asked): Decision {
  if (c.status === 'merged' || c.status === 'void') return notNow('RecordSplit', c);
  const { person, by, at } = asked;
  const objection = isPerson(c.filer, person.id) ? null : mustHaveRole(person, 'csAgent', 'csLead', 'vocDesk');
  if (objection !== null) return refused(objection);
  const check = checks(asked);
  const into = check.given('words', data.into);
  return into === null ? invalid(check.problems) : happened({ type: 'CaseSplit', at, by, data: { into } });
}
