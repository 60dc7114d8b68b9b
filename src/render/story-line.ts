import type { Callback, Fix, HappyCall } from '../domain/case/case.ts';
import type { CaseEvent } from '../domain/case/events.ts';
import { caseNumber } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import { changeAnswerSentence } from './change-answer.ts';
import { clockSentence } from './clock-story.ts';
import { clusterSentence } from './cluster-story.ts';
import { conductSentence } from './conduct-story.ts';
import { struggledText } from './effort-lines.ts';
import { inLine } from './excerpt.ts';
import { amountText, departmentName, rootCauseLabel, severityLabel, termLabel } from './labels.ts';
import { lightSentence } from './light-lines.ts';
import { reachSaid } from './reach-text.ts';
import type { Reading } from './reading.ts';
import { remedySentence } from './remedy-lines.ts';
import { dayText, momentText } from './time.ts';

/** Free text within a sentence; the whole is on the card or one press away. */
const short = (words: string): string => inLine(words, 300);

const callPart = (callback: Callback | null, r: Reading): string =>
  callback === null ? '' : r.words.story.call(momentText(callback.at, r), callback.caller.name);
const etaPart = (eta: Instant | null, r: Reading): string =>
  eta === null ? '' : r.words.story.eta(momentText(eta, r));

const positionPart = (position: string | undefined, r: Reading): string =>
  position === undefined ? '' : r.words.story.position(short(position));

/** What a fix paid, what it found to be the cause, and whether something had not been said. */
function aboutFix({ compensation, rootCause, informationMissing, doneAt }: Fix, r: Reading): string {
  const w = r.words.story;
  return [
    compensation === null ? '' : w.paid(amountText(compensation.amount, r), short(compensation.basis)),
    rootCause === null ? '' : w.cause(rootCauseLabel(rootCause.l1, rootCause.l2, r)),
    doneAt === undefined ? '' : w.doneAt(momentText(doneAt, r)),
    informationMissing === true ? w.informationMissing : '',
  ].join('');
}

function happyCallSentence({ answer, effort, again, note, tries }: HappyCall, r: Reading): string {
  const w = r.words.happyCall;
  return [
    w.story(answer),
    answer === 'unreachable' ? w.storyTries(tries) : '',
    effort === null ? '' : w.storyEffort(effort),
    again === true ? w.storyAgain : '',
    note === null ? '' : ` · “${short(note)}”`,
  ].join('');
}

/** What an event says, without who did it. */
function eventSentence(event: CaseEvent, r: Reading): string {
  const w = r.words.story;
  const { limits } = r.playbook;
  switch (event.type) {
    case 'CaseFiled': {
      const { filer, voice, assessment, struggles, waited, reach } = event.data;
      const severity = assessment.tier === null ? '' : severityLabel(assessment, r);
      const wait = waited === undefined ? '' : r.words.care.waitedStory(waited);
      return `${w.filed(filer.name, r.words.glossary.kinds[voice.kind], severity)}${wait}${struggledText(struggles, r)}${reachSaid(reach, r)}`;
    }
    case 'CaseRouted':
      return w.routed(
        departmentName(event.data.department, r),
        event.data.reason === null ? null : short(event.data.reason),
      );
    case 'CaseAcknowledged': {
      const { owner, callback, eta } = event.data;
      const parts = [callPart(callback, r), etaPart(eta, r)] as const;
      return event.by === null || event.by.id === owner.id
        ? w.acknowledged(owner.name, ...parts)
        : w.appointed(event.by.name, owner.name, ...parts);
    }
    case 'OwnerReassigned':
      return w.reassigned(event.data.owner.name);
    case 'WorkStarted':
      return w.started(short(event.data.plan), momentText(event.data.eta, r), positionPart(event.data.position, r));
    case 'TransferOffered': {
      const { offer, from, hop } = event.data;
      const reason = termLabel('transferReasons', offer.reason, r);
      return w.offered(
        departmentName(from, r),
        departmentName(offer.to, r),
        reason,
        short(offer.why),
        hop,
        Math.max(limits.hops, hop),
      );
    }
    case 'TransferAccepted': {
      const { from, department, owner, callback, eta } = event.data;
      const moved = w.accepted(departmentName(from, r), departmentName(department, r), owner.name);
      return `${moved}${callPart(callback, r)}${etaPart(eta, r)}`;
    }
    case 'TransferDeclined': {
      const { to, proposed, why } = event.data;
      return w.declined(departmentName(to, r), departmentName(proposed, r), short(why));
    }
    case 'AdjudicationOpened':
      return w.adjudication(limits.hops);
    case 'CaseAdjudicated':
      return w.adjudicated(departmentName(event.data.department, r), short(event.data.reason));
    case 'CaseHeld': {
      const { reason, until, nextUpdate } = event.data.hold;
      return w.held(termLabel('holdReasons', reason, r), dayText(until, r), dayText(nextUpdate, r));
    }
    case 'CaseResumed':
      return event.by === null ? w.resumedByTime : w.resumed;
    case 'DecisionRequested':
      return w.decisionAsked(short(event.data.request.question), dayText(event.data.request.neededBy, r));
    case 'DecisionMade':
      return w.decided(short(event.data.decision.choice), short(event.data.decision.reason));
    case 'CaseFixed': {
      const { fixType, done, evidence } = event.data.fix;
      return w.fixed(termLabel('fixTypes', fixType, r), short(done), short(evidence), aboutFix(event.data.fix, r));
    }
    case 'CustomerReplied': {
      const { channel, toldAt, gist, verdict } = event.data.reply;
      const said = w.replied(
        termLabel('replyChannels', channel, r),
        momentText(toldAt, r),
        short(gist),
        r.words.glossary.verdicts[verdict],
      );
      const again = event.data.reply.again === true ? r.words.happyCall.storyAgain : '';
      return `${said}${again}${struggledText(event.data.struggles, r)}`;
    }
    case 'CaseClosed':
      return event.by === null ? w.closedByTime : w.closed;
    case 'HappyCallMade':
      return happyCallSentence(event.data.call, r);
    case 'CaseReopened':
      return event.data.cause === 'asked'
        ? w.reopened(short(event.data.reason))
        : w.dissatisfied(short(event.data.reason));
    case 'CaseMerged':
      return w.merged(caseNumber(event.data.into));
    case 'CaseRefused': {
      const { reason, evidence, whyUnreasonable, explanation } = event.data.refusal;
      const label = termLabel('refusalReasons', reason, r);
      return w.refused(label, short(evidence), short(whyUnreasonable), short(explanation));
    }
    case 'RefusalCountersigned':
      return w.countersigned;
    case 'RefusalOverturned':
      return w.overturned(short(event.data.reason));
    case 'CaseWithdrawn':
      return w.withdrawn(short(event.data.words), short(event.data.cause));
    case 'VoidProposed':
      return w.voidProposed(short(event.data.reason));
    case 'CaseVoided':
      return w.voided(short(event.data.reason));
    case 'ObstacleRaised':
      return w.obstacle(event.data.obstacle.number, short(event.data.obstacle.text));
    case 'ObstacleAnswered':
      return w.obstacleAnswered(event.data.number, short(event.data.text));
    case 'SeverityReassessed': {
      const { assessment, reason } = event.data;
      return w.reassessed(severityLabel(assessment, r), r.words.glossary.points(assessment.score), short(reason));
    }
    case 'CaseLinked':
    case 'CaseUnlinked':
    case 'LikenessDenied':
    case 'ClusterWeighed':
      return clusterSentence(event, r);
    case 'ChangeLinked':
    case 'ChangeUnlinked':
    case 'NoChangeSigned':
      return changeAnswerSentence(event, r);
    case 'NoteAdded':
      return event.data.happenedAt === undefined
        ? w.note(short(event.data.text))
        : w.noteOf(momentText(event.data.happenedAt, r), short(event.data.text));
    case 'NoteHeard':
      return w.note(short(event.data.text ?? '') || r.words.notes.files(event.data.files ?? 0));
    case 'RemedyGranted':
    case 'RemedyRequested':
    case 'RemedyApproved':
    case 'RemedyDeclined':
    case 'RemedyWithdrawn':
      return remedySentence(event, r);
    case 'OriginalViewed':
      return w.originalViewed(short(event.data.reason));
    case 'VerdictGiven':
    case 'CaseSettled':
    case 'FilerSeen':
    case 'CaseSplit':
      return lightSentence(event, r);
    case 'ConductFlagged':
    case 'ConductConfirmed':
    case 'LimitProposed':
    case 'ContactLimited':
    case 'ConductLifted':
    case 'WordsUnfolded':
    case 'ProtectionAsked':
    case 'ProtectionAnswered':
      return conductSentence(event, r);
    default:
      return clockSentence(event, r);
  }
}

/** What Meari says of an event to whom it concerns: of its own doing it need not say whose it was. */
export const spokenLine = (event: CaseEvent, r: Reading): string =>
  event.by === null ? eventSentence(event, r) : storyLine(event, r);

/** One line of a case's log: who, and what happened. */
export function storyLine(event: CaseEvent, r: Reading): string {
  const sentence = eventSentence(event, r);
  if (event.type === 'CaseFiled' || event.type === 'CaseAcknowledged') return sentence;
  const who = event.by === null ? r.words.story.system : r.words.glossary.person(event.by.name);
  return r.words.story.by(who, sentence);
}
