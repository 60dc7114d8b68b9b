import { addDays } from '../calendar.ts';
import { days, plus } from '../instant.ts';
import { dayIn, momentAt } from '../zone.ts';
import { mustHaveRole, mustServeCustomers } from './authority.ts';
import type { FiledCase } from './case.ts';
import { hasEnded, isPerson } from './case.ts';
import { checks } from './checks.ts';
import { type Conduct, knowsTheLaw, limitMeasures, standingConduct } from './conduct.ts';
import type { Asked, DataOf, Decision } from './decision.ts';
import { happened, invalid, refused } from './decision.ts';
import { notNow } from './not-now.ts';
import { maySee } from './visibility.ts';

/*
 * Good faith is the default: strong words about a real failure are no abuse. An agent may flag what happened; it counts
 * once a CS lead, who is somebody else, has confirmed it with evidence and the customer was warned; and only two people
 * together limit contact. None of it touches what the customer is owed.
 */

export function flagConduct(data: DataOf<'FlagConduct'>, c: FiledCase, asked: Asked): Decision {
  const { by, at, playbook, person } = asked;
  const objection = mustServeCustomers(person);
  if (objection !== null) return refused(objection);
  const standing = standingConduct(c.conduct, at);
  if (standing !== null) return refused({ type: 'ConductKnown', by: standing.by, at: standing.at });
  const check = checks(asked);
  if (data.types.length === 0) check.report('types', { type: 'required' });
  const types = check.codes('types', data.types, playbook.taxonomies.conduct ?? []);
  const evidence = check.text('evidence', data.evidence, playbook.limits.evidence);
  if (evidence === null || check.problems.length > 0) return invalid(check.problems);
  return happened({ type: 'ConductFlagged', at, by, data: { conduct: flagged(types, evidence, asked) } });
}

export const flagged = (
  types: readonly string[],
  evidence: Conduct['evidence'],
  { by, at, playbook }: Asked,
): Conduct => ({
  level: 1,
  types,
  evidence,
  by,
  at,
  until: plus(at, days(playbook.protection.days.flagged)),
});

export function confirmConduct(data: DataOf<'ConfirmConduct'>, c: FiledCase, asked: Asked): Decision {
  const { person, by, at, playbook } = asked;
  const objection = mustHaveRole(person, 'csLead');
  if (objection !== null) return refused(objection);
  const conduct = standingConduct(c.conduct, at);
  if (conduct === null) return refused({ type: 'NoConduct' });
  if (conduct.level > 1) return refused({ type: 'ConductKnown', by: conduct.by, at: conduct.at });
  if (isPerson(conduct.by, person.id)) return refused({ type: 'OwnRequest' });
  const check = checks(asked);
  const evidence = check.text('evidence', data.evidence, playbook.limits.evidence);
  if (!data.isWarned) check.report('isWarned', { type: 'mustBeTicked' });
  if (evidence === null || check.problems.length > 0) return invalid(check.problems);
  const until = plus(at, days(playbook.protection.days.confirmed));
  const confirmed: Conduct = { level: 2, types: conduct.types, evidence, by, at, until };
  return happened({ type: 'ConductConfirmed', at, by, data: { conduct: confirmed } });
}

/** Half of a limit: somebody who looks after the law has to agree. */
export function proposeLimit(data: DataOf<'ProposeLimit'>, c: FiledCase, asked: Asked): Decision {
  if (hasEnded(c)) return notNow('ProposeLimit', c);
  const { person, by, at, playbook } = asked;
  const objection = mustHaveRole(person, 'csLead');
  if (objection !== null) return refused(objection);
  const conduct = standingConduct(c.conduct, at);
  if (conduct === null || conduct.level === 1) return refused({ type: 'NoConduct' });
  const known = conduct.limit ?? conduct.proposed;
  if (known !== undefined) return refused({ type: 'ConductKnown', by: known.by, at: known.at });
  const check = checks(asked);
  const measure = check.given('measure', data.measure);
  if (measure !== null && !limitMeasures.includes(measure)) check.report('measure', { type: 'unknown' });
  const today = dayIn(at, playbook.zone);
  const until = check.dayUpTo('until', data.until, today, addDays(today, playbook.protection.days.limited));
  const reason = check.text('reason', data.reason);
  const appeal = check.text('appeal', data.appeal);
  if (measure === null || until === null || reason === null || appeal === null || check.problems.length > 0) {
    return invalid(check.problems);
  }
  return happened({ type: 'LimitProposed', at, by, data: { limit: { measure, until, reason, appeal, by, at } } });
}

export function agreeToLimit(c: FiledCase, { person, by, at, playbook }: Asked): Decision {
  if (hasEnded(c)) return notNow('AgreeToLimit', c);
  if (!knowsTheLaw(person)) return refused({ type: 'NotAllowed', needs: { type: 'law' } });
  const limit = standingConduct(c.conduct, at)?.proposed;
  if (limit === undefined) return refused({ type: 'NoLimitProposed' });
  if (isPerson(limit.by, person.id)) return refused({ type: 'OwnRequest' });
  const until = momentAt(addDays(limit.until, 1), 0, 0, playbook.zone);
  // Nobody looked at it in time: what would begin now is over.
  if (until <= at) return refused({ type: 'NoLimitProposed' });
  return happened({ type: 'ContactLimited', at, by, data: { limit, until } });
}

/** A CS lead takes it back, whatever it has come to: a flag that was wrong must not wait for its day. */
export function liftConduct(data: DataOf<'LiftConduct'>, c: FiledCase, asked: Asked): Decision {
  const { person, by, at } = asked;
  const objection = mustHaveRole(person, 'csLead');
  if (objection !== null) return refused(objection);
  if (standingConduct(c.conduct, at) === null) return refused({ type: 'NoConduct' });
  const check = checks(asked);
  const reason = check.text('reason', data.reason);
  if (reason === null) return invalid(check.problems);
  return happened({ type: 'ConductLifted', at, by, data: { reason } });
}

/** Whoever opens what was folded away leaves a trace, as with every look behind a mask. */
export function unfoldWords(c: FiledCase, { person, by, at }: Asked): Decision {
  if (!maySee(person, c)) return refused({ type: 'NotAllowed', needs: { type: 'involved' } });
  if (standingConduct(c.conduct, at) === null) return refused({ type: 'NoConduct' });
  return happened({ type: 'WordsUnfolded', at, by, data: {} });
}
