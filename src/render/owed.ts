import { holdsRole } from '../domain/case/authority-limits.ts';
import {
  type CaseRecord,
  departmentHolding,
  type FiledCase,
  hasEnded,
  isPerson,
  type Obstacle,
  offerOf,
} from '../domain/case/case.ts';
import { isChangeAnswered } from '../domain/case/change-answer.ts';
import type { CaseEvent } from '../domain/case/events.ts';
import { openRequest, rolesAsked } from '../domain/case/remedies.ts';
import { isAnsweredByVerdict, isFinal } from '../domain/case/request-verdict.ts';
import type { PersonId } from '../domain/ids.ts';
import { personOf } from '../domain/playbook.ts';
import { unreachable } from '../domain/result.ts';
import { runningClock } from '../domain/sla/sla-clock.ts';
import type { Step } from '../ports/card.ts';
import { actionFor, approvalActions } from './actions.ts';
import { clockUntil } from './clock-lines.ts';
import { inLine } from './excerpt.ts';
import { isOpenPraise } from './light-lines.ts';
import { callOwedBy, openCall, protectionOwed } from './protection-owed.ts';
import type { Reading } from './reading.ts';
import { remedyText } from './remedy-lines.ts';
import { type Owed, type Standing, standingOf } from './standing.ts';
import { dayText, momentText } from './time.ts';

/**
 * What this person owes the case as it is now. The case decides, not the event: a word that arrives late never asks for
 * what somebody has done meanwhile. An obstacle the word is about comes first.
 */
export function owedBy(recipient: PersonId, event: CaseEvent, record: CaseRecord, r: Reading): Owed | null {
  const who = standingOf(recipient, r);
  const c = record.state;
  return (
    protectionOwed(who, event, record, r) ??
    obstacleOwed(who, event, record, r) ??
    approvalOwed(who, record, r) ??
    talkOwed(who, event, record, r) ??
    callOwed(who, event, c, record, r) ??
    next(who, record, r)
  );
}

/** The next step of a case, where it is this person's. */
export const nextStepFor = (person: PersonId, record: CaseRecord, r: Reading): Owed | null =>
  next(standingOf(person, r), record, r);

/** Who is stuck waits longest for an answer: that comes before a step of one's own. */
function next(who: Standing, record: CaseRecord, r: Reading): Owed | null {
  const c = record.state;
  const call = hasEnded(c) || !who.has('csLead') ? undefined : openCall(who, c);
  if (call !== undefined) return callOwedBy(call.number, record, r);
  const stuck = hasEnded(c) ? undefined : c.obstacles.find((o) => o.answer === null && isAsked(who, o, c));
  if (stuck !== undefined) return answerOwed(stuck.number, record, r);
  return approvalOwed(who, record, r) ?? stepOwed(who, c, record, r);
}

const isAsked = (who: Standing, { forExecutive }: Obstacle, c: FiledCase): boolean =>
  forExecutive === true ? who.has('executive') : speaksFor(who, c);

const speaksFor = (who: Standing, c: FiledCase): boolean => {
  const department = departmentHolding(c);
  return department === null ? who.has('vocDesk') : who.leads(department);
};

function obstacleOwed(who: Standing, event: CaseEvent, record: CaseRecord, r: Reading): Owed | null {
  if (event.type !== 'ObstacleRaised') return null;
  const { number } = event.data.obstacle;
  const isOpen = record.state.obstacles.some((o) => o.number === number && o.answer === null);
  return isOpen && mayAnswer(who, record.state) ? answerOwed(number, record, r) : null;
}

const answerOwed = (number: number, record: CaseRecord, r: Reading): Owed => ({
  sentence: r.words.word.owed.answerObstacle,
  actions: [{ ...actionFor('answer-obstacle', record, r, String(number)), style: 'primary' }],
});

const mayAnswer = (who: Standing, c: FiledCase): boolean => who.has('executive') || speaksFor(who, c);

/** Whoever is asked to approve presses one of three; which amount stands on the button itself. */
function approvalOwed(who: Standing, record: CaseRecord, r: Reading): Owed | null {
  const c = record.state;
  const open = hasEnded(c) ? null : openRequest(c);
  const person = personOf(r.playbook, who.id);
  if (open === null || person === null || isPerson(open.by, who.id)) return null;
  if (!rolesAsked(c).some((role) => holdsRole(person, role, c))) return null;
  return { sentence: r.words.remedies.owed(remedyText(open, r)), actions: approvalActions(open, record, r) };
}

/**
 * Talks that no button records: the customer hears why not, and two leads meet over a customer who was dissatisfied
 * again.
 */
function talkOwed(who: Standing, event: CaseEvent, record: CaseRecord, r: Reading): Owed | null {
  const c = record.state;
  const { explain, together } = r.words.word.owed;
  const show = actionFor('show', record, r);
  if (event.type === 'RefusalCountersigned' && c.status === 'refused' && isPerson(c.customerOwner, who.id)) {
    return { sentence: explain, actions: [show] };
  }
  const again = event.type === 'CaseReopened' && event.data.cause === 'dissatisfied' && c.dissatisfied >= 2;
  const department = departmentHolding(c);
  const leads = who.has('csLead') || (department !== null && who.leads(department));
  return again && c.status === 'working' && leads ? { sentence: together, actions: [show] } : null;
}

/** The caller is named by somebody else: they must learn of it, whatever else they owe. */
function callOwed(who: Standing, event: CaseEvent, c: FiledCase, record: CaseRecord, r: Reading): Owed | null {
  const promised = event.type === 'CaseAcknowledged' || event.type === 'TransferAccepted';
  if (!promised || c.callback === null || !isPerson(c.callback.caller, who.id)) return null;
  return {
    sentence: r.words.word.owed.call(momentText(c.callback.at, r)),
    actions: [actionFor('show', record, r)],
  };
}

/** Two buttons: whose praise it is may keep it. */
function praiseOwed(who: Standing, c: FiledCase, record: CaseRecord, r: Reading): Owed | null {
  const { praise, praiseOfTeam } = r.words.light.owed;
  const isTheirs = c.praised !== undefined && isPerson(c.praised, who.id);
  if (!isTheirs && (c.praised !== undefined || !speaksFor(who, c))) return null;
  const actions = (['share', 'keep'] as const).map((step) => actionFor(step, record, r));
  return { sentence: isTheirs ? praise : praiseOfTeam, actions };
}

const changeOwed = (record: CaseRecord, r: Reading): Owed => ({
  sentence: r.words.changes.answer.owed,
  actions: [{ ...actionFor('propose', record, r), style: 'primary' }, actionFor('no-change', record, r)],
});

function stepOwed(who: Standing, c: FiledCase, record: CaseRecord, r: Reading): Owed | null {
  const { owed } = r.words.word;
  const one = (sentence: string, step: Step): Owed => ({
    sentence,
    actions: [{ ...actionFor(step, record, r), style: 'primary' }],
  });
  const owns = 'owner' in c && isPerson(c.owner, who.id);
  if (isOpenPraise(c)) return praiseOwed(who, c, record, r);
  const asksVerdict = owns && isAnsweredByVerdict(c.voice.kind) && !isFinal(c.verdict);
  if (asksVerdict && (c.status === 'acknowledged' || c.status === 'working')) {
    return one(r.words.light.owed.verdict, 'verdict');
  }
  const offer = offerOf(c);
  if (offer && who.memberOf(offer.to)) return one(owed.accept, 'accept');
  switch (c.status) {
    case 'new':
      if (c.voidProposed && !isPerson(c.voidProposed.by, who.id) && (who.has('vocDesk') || who.has('csLead'))) {
        return one(owed.voidSecond, 'void');
      }
      return who.has('vocDesk') ? one(owed.route, 'route') : null;
    case 'routed':
      return who.memberOf(c.department) ? one(owed.acknowledge, 'acknowledge') : null;
    case 'acknowledged':
      return owns ? one(owed.start, 'start') : null;
    case 'working':
      return owns ? one(owed.fix, 'fix') : null;
    case 'held':
      return owns ? one(owed.resume, 'resume') : null;
    case 'adjudication':
      return who.has('vocDesk') ? one(owed.adjudicate, 'adjudicate') : null;
    case 'deciding':
      if (!who.has('executive')) return null;
      return {
        sentence: owed.decide(dayText(c.request.neededBy, r)),
        actions: c.request.options.map((o, i) => ({
          ...actionFor('decide', record, r, String(i)),
          label: inLine(`${i + 1}) ${o.label}`, 75),
        })),
      };
    case 'fixed':
      return isPerson(c.customerOwner, who.id) ? one(owed.reply, 'reply') : null;
    case 'replied':
      if (isChangeAnswered(c)) return who.has('csLead') && !owns ? one(owed.close, 'close') : null;
      return speaksFor(who, c) || who.has('csLead') ? changeOwed(record, r) : null;
    case 'refused':
      return !c.countersigned && who.has('vocDesk') ? one(owed.countersign, 'countersign') : null;
    case 'closed': {
      const due = clockUntil(runningClock(c.sla, 'happyCall'), r);
      return due !== null && isPerson(c.customerOwner, who.id) ? one(r.words.happyCall.owed(due), 'happy-call') : null;
    }
    case 'merged':
    case 'withdrawn':
    case 'settled':
    case 'void':
      return null;
    default:
      return unreachable(c);
  }
}
