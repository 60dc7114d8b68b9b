import { days, type Instant, plus } from '../instant.ts';
import { needsCause } from '../intake/voice.ts';
import { isEmpty, toldOnce } from '../learning/struggles.ts';
import { isRunning } from '../sla/sla-clock.ts';
import { mustHaveRole, mustServeCustomers } from './authority.ts';
import { type FiledCase, type FixedCase, isPerson, type RepliedCase, verdicts } from './case.ts';
import { isChangeAnswered } from './change-answer.ts';
import { checks } from './checks.ts';
import { type Asked, type DataOf, type Decision, happened, invalid, refused } from './decision.ts';
import type { CaseEvent } from './events.ts';
import { notNow } from './not-now.ts';
import type { ClosingGate } from './rejections.ts';
import { isPaidRightly } from './remedies.ts';
import { isFinal } from './request-verdict.ts';

/** CS tells the customer and records what the customer made of it. A dissatisfied customer sends the case back to work. */
export function replyToCustomer(data: DataOf<'ReplyToCustomer'>, c: FiledCase, asked: Asked): Decision {
  if (c.status !== 'fixed') return notNow('ReplyToCustomer', c);
  const objection = mustServeCustomers(asked.person);
  if (objection !== null) return refused(objection);

  const { by, at, playbook } = asked;
  const check = checks(asked);
  const channel = check.term('channel', data.channel, playbook.taxonomies.replyChannels);
  const toldAt = check.given('toldAt', data.toldAt);
  if (toldAt !== null && toldAt > at) check.report('toldAt', { type: 'inTheFuture' });
  const gist = check.text('gist', data.gist);
  const verdict = check.given('verdict', data.verdict);
  if (verdict !== null && !verdicts.includes(verdict)) check.report('verdict', { type: 'unknown' });
  const min = playbook.limits.contactAttempts;
  if (verdict === 'unreachable' && (data.attempts ?? 0) < min) check.report('attempts', { type: 'attempts', min });
  if (channel === null || toldAt === null || gist === null || verdict === null || check.problems.length > 0) {
    return invalid(check.problems);
  }
  const again = data.again === null ? {} : { again: data.again };
  const reply = { channel: channel.code, toldAt, gist, verdict, ...again, by, at };
  const told = toldOnce(data.struggled);
  const struggles = isEmpty(told) ? {} : { struggles: told };
  const replied: CaseEvent = { type: 'CustomerReplied', at, by, data: { reply, ...struggles } };
  if (verdict !== 'dissatisfied') return happened(replied);
  return happened(replied, { type: 'CaseReopened', at, by, data: { reason: gist, cause: 'dissatisfied' } });
}

/** Nothing more is owed. The CS lead closes, once every gate is passed; nobody closes a case they own, or fixed before they gave it away. */
export function closeCase(c: FiledCase, { person, by, at }: Asked): Decision {
  if (c.status !== 'fixed' && c.status !== 'replied') return notNow('CloseCase', c);
  const objection = mustHaveRole(person, 'csLead');
  if (objection !== null) return refused(objection);
  if (isPerson(c.owner, person.id) || isPerson(c.fix.by, person.id)) return refused({ type: 'OwnCase' });
  const gates = openGates(c);
  if (gates.length > 0) return refused({ type: 'ClosingGatesOpen', gates });
  return happened({ type: 'CaseClosed', at, by, data: {} });
}

/** `FixCase` asks for evidence and cause already; the gates hold for cases that came to be fixed under other rules. */
function openGates(c: FixedCase | RepliedCase): readonly ClosingGate[] {
  const gates: ClosingGate[] = [];
  if (c.status !== 'replied') gates.push('customerTold');
  if (c.fix.evidence.trim() === '') gates.push('evidence');
  if (needsCause(c.voice.kind) && c.fix.rootCause === null) gates.push('rootCause');
  if (c.sla.clocks.some((clock) => clock.name === 'statutory' && isRunning(clock))) gates.push('statutory');
  if (!isPaidRightly(c)) gates.push('compensation');
  if (c.voice.kind === 'requirement' && !isFinal(c.verdict)) gates.push('verdict');
  if (!isChangeAnswered(c)) gates.push('change');
  return gates;
}

/** What nobody had taken on has nothing to be gone on with: it is filed anew. */
const isReopenable = (c: FiledCase): boolean =>
  c.status === 'settled'
    ? c.work !== null
    : c.status === 'fixed' || c.status === 'replied' || c.status === 'closed' || c.status === 'refused';

function endOf(c: FiledCase): Instant | null {
  if (c.status === 'closed') return c.closedAt;
  if (c.status === 'settled') return c.at;
  return c.status === 'refused' ? (c.countersigned?.at ?? null) : null;
}

/** CS or the filer asks for more work; an ended case for some days only, later it is a new case. */
export function reopenCase(data: DataOf<'ReopenCase'>, c: FiledCase, asked: Asked): Decision {
  if (!isReopenable(c)) return notNow('ReopenCase', c);
  const { person, by, at, playbook } = asked;
  const objection = isPerson(c.filer, person.id) ? null : mustServeCustomers(person);
  if (objection !== null) return refused(objection);
  const { reopenDays } = playbook.limits;
  const endedAt = endOf(c);
  if (endedAt !== null && at > plus(endedAt, days(reopenDays))) {
    return refused({ type: 'ReopenWindowPassed', closedAt: endedAt, days: reopenDays });
  }
  const check = checks(asked);
  const reason = check.text('reason', data.reason);
  if (reason === null) return invalid(check.problems);
  return happened({ type: 'CaseReopened', at, by, data: { reason, cause: 'asked' } });
}
