import { departmentHolding, type FiledCase, ownerOf } from './case/case.ts';
import { isChangeAnswered } from './case/change-answer.ts';
import type { CaseEvent } from './case/events.ts';
import { isRoutedAtFiling } from './case/evolve-response.ts';
import type { Outcome } from './case/request-verdict.ts';
import { departmentCode, type PersonId } from './ids.ts';
import type { Audience } from './notices.ts';
import type { PersonRef, Role } from './people.ts';
import type { GrantingRole } from './playbook.ts';
import { unreachable } from './result.ts';
import { runningClock } from './sla/sla-clock.ts';

/** The department that knows about duties and limits. */
const law = departmentCode('legal');

type Reader = Extract<Audience, { to: 'person' | 'role' }>;
type Candidate = PersonRef | Reader | null;

/**
 * Who is told in private. A person is named once, and never for what they did themselves; the one exception is the
 * receipt of a filing, which must reach the filer whatever happens to the answer of their form.
 */
export function readers(event: CaseEvent, after: FiledCase): readonly Reader[] {
  const named = new Set<PersonId>(event.by === null || event.type === 'CaseFiled' ? [] : [event.by.id]);
  return candidates(event, after).flatMap((candidate): readonly Reader[] => {
    if (candidate === null) return [];
    if ('to' in candidate && candidate.to === 'role') return [candidate];
    const person = 'to' in candidate ? candidate.person : candidate.id;
    if (named.has(person)) return [];
    named.add(person);
    return [{ to: 'person', person }];
  });
}

const everybody = (role: Role): Reader => ({ to: 'role', role, department: null });

/** The lead of the department holding the case; the VOC desk while none does. */
function lead(c: FiledCase): Reader {
  const department = departmentHolding(c);
  return department === null ? everybody('vocDesk') : { to: 'role', role: 'deptLead', department };
}

const leadIfUrgent = (c: FiledCase): readonly Candidate[] => (c.assessment.tier === 'S1' ? [lead(c)] : []);

function candidates(event: CaseEvent, c: FiledCase): readonly Candidate[] {
  switch (event.type) {
    case 'CaseFiled':
      return [c.filer, ...praised(c), ...(c.status === 'new' ? [everybody('vocDesk')] : leadIfUrgent(c))];
    case 'CaseRouted':
      return isRoutedAtFiling(event, c) ? [] : [...praisedLead(c), ...leadIfUrgent(c)];
    case 'CaseAcknowledged':
    case 'TransferAccepted':
      return [c.filer, event.data.owner, event.data.callback?.caller ?? null];
    case 'OwnerReassigned':
      return [event.data.owner];
    case 'AdjudicationOpened':
      return [everybody('vocDesk')];
    case 'CaseHeld':
      return [c.filer];
    case 'CaseResumed':
      return event.by === null ? [ownerOf(c)] : [];
    case 'DecisionRequested':
      return [everybody('executive')];
    case 'DecisionMade':
      return [ownerOf(c), event.data.decision.askedBy ?? null, c.customerOwner];
    case 'CaseFixed':
      return [c.customerOwner, c.filer];
    case 'CustomerReplied':
      // A dissatisfied customer reopens the case in the same breath: that is the news.
      return event.data.reply.verdict === 'dissatisfied'
        ? []
        : [c.filer, everybody('csLead'), ...(isChangeAnswered(c) ? [] : [lead(c)])];
    case 'HappyCallMade':
      // Who expects it again has not been helped, whatever else was said.
      return event.data.call.again === true ? [everybody('csLead')] : [];
    case 'CaseReopened':
      return [ownerOf(c), c.filer, ...leadsTogether(event.data.cause, c)];
    case 'CaseRefused':
      return [c.filer, everybody('vocDesk')];
    case 'RefusalCountersigned':
      return [c.customerOwner, c.filer];
    case 'RefusalOverturned':
      return [ownerOf(c)];
    case 'CaseClosed':
      return [c.filer, runningClock(c.sla, 'happyCall') === null ? null : c.customerOwner];
    case 'CaseMerged':
    case 'CaseWithdrawn':
    case 'CaseVoided':
      return [c.filer];
    case 'VoidProposed':
      return [everybody('vocDesk'), everybody('csLead')];
    case 'ObstacleRaised':
      return [event.data.obstacle.forExecutive === true ? everybody('executive') : lead(c)];
    case 'ObstacleAnswered':
      return [ownerOf(c), c.obstacles.find((o) => o.number === event.data.number)?.by ?? null];
    case 'SeverityReassessed':
      return leadIfUrgent(c);
    case 'RemedyGranted':
      return [ownerOf(c), c.customerOwner];
    case 'RemedyRequested':
      return [approver(event.data.remedy.before?.[0] ?? 'executive', c)];
    case 'RemedyApproved':
    case 'RemedyDeclined':
    case 'RemedyWithdrawn':
      return [askerOf(event.data.number, c), ownerOf(c), c.customerOwner];
    case 'ClusterWeighed':
      return event.data.raised === undefined ? [] : leadIfUrgent(c);
    case 'NoChangeSigned':
      return [everybody('csLead')];
    case 'CaseContained':
      return [c.customerOwner];
    case 'NewDueSet':
    case 'DuesMoved':
      return [ownerOf(c), c.customerOwner, c.filer];
    case 'StatutoryAttached':
      return [c.customerOwner, everybody('privacyOfficer')];
    case 'ConductFlagged':
      return [everybody('csLead')];
    case 'ConductConfirmed':
    case 'ContactLimited':
      return [c.customerOwner, everybody('csLead')];
    case 'LimitProposed':
      return [everybody('privacyOfficer'), { to: 'role', role: 'deptLead', department: law }];
    case 'ProtectionAsked':
      return [everybody('csLead')];
    case 'ProtectionAnswered':
      return [(c.protections ?? []).find((p) => p.number === event.data.number)?.by ?? null];
    case 'VerdictGiven':
      return [c.filer, c.customerOwner];
    case 'CaseSettled':
      return settledReaders(event.data.outcome, c);
    case 'CaseSplit':
      return [c.customerOwner];
    case 'FilerSeen':
    case 'WordsUnfolded':
    case 'ConductLifted':
    case 'WorkStarted':
    case 'TransferOffered':
    case 'TransferDeclined':
    case 'CaseAdjudicated':
    case 'CaseLinked':
    case 'CaseUnlinked':
    case 'ChangeLinked':
    case 'ChangeUnlinked':
    case 'LikenessDenied':
    case 'NoteAdded':
    case 'NoteHeard':
    case 'OriginalViewed':
    case 'CustomerContacted':
    case 'ProgressConfirmed':
    case 'NudgesSnoozed':
    case 'StatutoryDischarged':
    // Reminders have a way of their own: they wait for working hours.
    case 'CaseNudged':
    case 'CaseEscalated':
      return [];
    default:
      return unreachable(event);
  }
}

const approver = (role: GrantingRole, c: FiledCase): Reader => (role === 'deptLead' ? lead(c) : everybody(role));
const askerOf = (number: number, c: FiledCase): PersonRef | null =>
  c.remedies?.find((remedy) => remedy.number === number)?.by ?? null;
/** Asked at once, wherever the case is; where nobody was named, their lead once there is one. */
const praised = (c: FiledCase): readonly Candidate[] =>
  c.praised !== undefined ? [c.praised] : c.status === 'new' ? [] : praisedLead(c);

const praisedLead = (c: FiledCase): readonly Candidate[] =>
  c.voice.kind === 'praise' && c.praised === undefined ? [lead(c)] : [];

/** A verdict was told already; praise is told to who brought it and, where a lead agreed for them, to whom it is for. */
function settledReaders(outcome: Outcome, c: FiledCase): readonly Candidate[] {
  if (outcome === 'told') return [];
  return outcome === 'repeated' ? [c.filer, c.customerOwner] : [c.filer, c.praised ?? null];
}

/** Twice dissatisfied: the CS lead and the department lead decide together. */
const leadsTogether = (cause: 'asked' | 'dissatisfied', c: FiledCase): readonly Candidate[] =>
  cause === 'dissatisfied' && c.dissatisfied >= 2 ? [everybody('csLead'), lead(c)] : [];
