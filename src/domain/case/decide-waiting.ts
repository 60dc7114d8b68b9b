import { isOver } from '../calendar.ts';
import { hasRole, isLead } from '../people.ts';
import { calendarHolding } from '../sla/clock-times.ts';
import { businessDaysUntil } from '../sla/working-hours.ts';
import { dayIn } from '../zone.ts';
import { mustHaveRole, mustLead, mustOwn } from './authority.ts';
import type { FiledCase, WorkingCase } from './case.ts';
import { isPerson } from './case.ts';
import { checks } from './checks.ts';
import type { Asked, DataOf, Decision } from './decision.ts';
import { happened, invalid, refused } from './decision.ts';
import { notNow } from './not-now.ts';

/** A case on offer does not rest: the other department is to answer first. */
function offerInTheWay({ offer }: WorkingCase): Decision | null {
  return offer === null ? null : refused({ type: 'TransferPending', to: offer.to, by: offer.by, at: offer.at });
}

/**
 * Waiting for somebody outside, until a day. An S1, and a case that has waited long already, waits only when the
 * department lead says so.
 */
export function holdCase(data: DataOf<'HoldCase'>, c: FiledCase, asked: Asked): Decision {
  if (c.status !== 'working') return notNow('HoldCase', c);
  const pending = offerInTheWay(c);
  if (pending !== null) return pending;
  const { person, playbook, by, at } = asked;
  const mayHold = c.assessment.tier === 'S1' ? mustLead(person, c.department) : mustOwn(person, c.owner);
  if (mayHold !== null && !isLead(person, c.department)) return refused(mayHold);

  const check = checks(asked);
  const reason = check.term('reason', data.reason, playbook.taxonomies.holdReasons);
  const hours = calendarHolding(c.department, playbook);
  const today = dayIn(at, hours.zone);
  const until = check.businessDay('until', data.until, today, playbook.limits.holdDays, hours);
  const nextUpdate = check.dayUpTo('nextUpdate', data.nextUpdate, today, until);
  if (reason === null || until === null || nextUpdate === null) return invalid(check.problems);
  const waited = c.sla.holds.reduce(
    (sum, h) => sum + businessDaysUntil(dayIn(h.from, hours.zone), dayIn(h.to ?? at, hours.zone), hours),
    0,
  );
  const together = waited + businessDaysUntil(today, until, hours);
  const tooLong = together > playbook.limits.holdDays ? mustLead(person, c.department) : null;
  if (tooLong !== null) return refused(tooLong);
  const hold = {
    reason: reason.code,
    until,
    nextUpdate,
    ...(reason.customer ? { forCustomer: true as const } : {}),
    by,
    at,
  };
  return happened({ type: 'CaseHeld', at, by, data: { hold } });
}

/** The owner goes on. */
export function resumeCase(c: FiledCase, { person, by, at }: Asked): Decision {
  if (c.status !== 'held') return notNow('ResumeCase', c);
  const objection = mustOwn(person, c.owner);
  if (objection !== null) return refused(objection);
  return happened({ type: 'CaseResumed', at, by, data: {} });
}

/** Options put before an executive: two or three, with a recommendation. */
export function requestDecision(data: DataOf<'RequestDecision'>, c: FiledCase, asked: Asked): Decision {
  if (c.status !== 'working') return notNow('RequestDecision', c);
  const pending = offerInTheWay(c);
  if (pending !== null) return pending;
  const { person, by, at } = asked;
  const mayAsk = hasRole(person, 'vocDesk') || isLead(person, c.department);
  const objection = mayAsk ? null : mustOwn(person, c.owner);
  if (objection !== null) return refused(objection);

  const { options } = data;
  const check = checks(asked);
  const question = check.text('question', data.question);
  if (options.length < 2 || options.length > 3) check.report('options', { type: 'optionCount' });
  else if (options.some((option) => option.label.trim() === '')) check.report('options', { type: 'required' });
  const recommended = check.given('recommended', data.recommended);
  if (recommended !== null && options[recommended] === undefined) check.report('recommended', { type: 'unknown' });
  const neededBy = check.given('neededBy', data.neededBy);
  if (neededBy !== null && isOver(neededBy, at)) check.report('neededBy', { type: 'inThePast' });
  if (question === null || recommended === null || neededBy === null || check.problems.length > 0) {
    return invalid(check.problems);
  }
  return happened({
    type: 'DecisionRequested',
    at,
    by,
    data: {
      request: { question, options, recommended, neededBy, by, at },
      ...(data.position === null ? {} : { position: data.position }),
    },
  });
}

/** An executive chooses; never the one who asked. */
export function makeDecision(data: DataOf<'MakeDecision'>, c: FiledCase, asked: Asked): Decision {
  if (c.status !== 'deciding') return notNow('MakeDecision', c);
  const { person, by, at } = asked;
  const objection = mustHaveRole(person, 'executive');
  if (objection !== null) return refused(objection);
  if (isPerson(c.request.by, person.id)) return refused({ type: 'OwnRequest' });

  const check = checks(asked);
  const choice = check.given('choice', data.choice);
  const chosen = choice === null ? undefined : c.request.options[choice];
  if (choice !== null && chosen === undefined) check.report('choice', { type: 'unknown' });
  const reason = check.text('reason', data.reason);
  if (chosen === undefined || reason === null) return invalid(check.problems);
  const decision = { question: c.request.question, choice: chosen.label, reason, askedBy: c.request.by, by, at };
  return happened({ type: 'DecisionMade', at, by, data: { decision } });
}
