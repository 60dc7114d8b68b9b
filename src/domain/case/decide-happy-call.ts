import type { MaskedText } from '../ids.ts';
import { runningClock } from '../sla/sla-clock.ts';
import { mustServeCustomers } from './authority.ts';
import { type ClosedCase, type FiledCase, type HappyCall, happyCallAnswers } from './case.ts';
import { checks } from './checks.ts';
import { type Asked, type DataOf, type Decision, happened, invalid, refused } from './decision.ts';
import type { CaseEvent } from './events.ts';
import { notNow } from './not-now.ts';

/** Customers answer from one, very easy, to seven, very hard. */
const scale = { from: 1, to: 7 };

/**
 * 해피콜: some days after closing CS asks the customer once more: is it solved, how hard was it, will it happen again?
 * "Not solved" opens the case again. Who cannot be reached is tried again, and after so many tries left in peace.
 */
export function recordHappyCall(data: DataOf<'RecordHappyCall'>, c: FiledCase, asked: Asked): Decision {
  if (c.status !== 'closed') return notNow('RecordHappyCall', c);
  const objection = mustServeCustomers(asked.person);
  if (objection !== null) return refused(objection);
  if (runningClock(c.sla, 'happyCall') === null) return refused({ type: 'ClockNotRunning', clock: 'happyCall' });

  const { by, at } = asked;
  const check = checks(asked);
  const answer = check.given('answer', data.answer);
  if (answer !== null && !happyCallAnswers.includes(answer)) check.report('answer', { type: 'unknown' });
  const calledAt = check.given('calledAt', data.calledAt);
  if (calledAt !== null && calledAt > at) check.report('calledAt', { type: 'inTheFuture' });
  const spoke = answer === 'solved' || answer === 'unsolved';
  const again = spoke ? check.given('again', data.again) : null;
  const effort = spoke ? data.effort : null;
  const isOnScale = effort === null || (Number.isInteger(effort) && effort >= scale.from && effort <= scale.to);
  if (!isOnScale) check.report('effort', { type: 'unknown' });
  // It says why the case is opened again.
  const note = answer === 'unsolved' ? check.text('note', data.note ?? ('' as MaskedText)) : data.note;
  if (answer === null || calledAt === null || check.problems.length > 0) return invalid(check.problems);

  const call = { answer, calledAt, effort, again, note, tries: triesWith(c), by, at };
  const made: CaseEvent = { type: 'HappyCallMade', at, by, data: { call: { ...call, ...endOf(call, asked) } } };
  if (answer !== 'unsolved' || note === null) return happened(made);
  return happened(made, { type: 'CaseReopened', at, by, data: { reason: note, cause: 'asked' } });
}

const triesWith = ({ happyCall }: ClosedCase): number => (happyCall?.tries ?? 0) + 1;

/** Who was not reached is called again, up to the number of attempts that count as unreachable. */
const endOf = ({ answer, tries }: Pick<HappyCall, 'answer' | 'tries'>, { playbook }: Asked): Pick<HappyCall, 'over'> =>
  answer === 'unreachable' && tries < playbook.limits.contactAttempts ? {} : { over: true };
