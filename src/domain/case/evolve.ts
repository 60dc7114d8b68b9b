import type { CaseId } from '../ids.ts';
import { added, isEmpty } from '../learning/struggles.ts';
import { unreachable } from '../result.ts';
import { clocksAfter } from '../sla/clock-effects.ts';
import { untimed } from '../sla/sla-clock.ts';
import { type Case, type FiledCase, hasEnded } from './case.ts';
import type { CaseEvent, CaseEventOf } from './events.ts';
import { onConduct, onProtectionAnswered } from './evolve-conduct.ts';
import { onClosed, onCountersigned, onEnded, onRefused } from './evolve-ending.ts';
import { onSettled, onSplit } from './evolve-light.ts';
import { onRemedy } from './evolve-remedy.ts';
import { onFixed, onObstacleAnswered, onReopened, onReplied } from './evolve-resolution.ts';
import { onAcknowledged, onRouted } from './evolve-response.ts';
import { onAccepted, onAdjudicated, onAdjudicationOpened, onOffered } from './evolve-transfer.ts';
import { saidKey } from './note.ts';
import { filedPart, stated, workPart } from './parts.ts';
import { promisesAfter } from './promises.ts';

/**
 * The case after an event.
 *
 *   new → routed → acknowledged → working → fixed → replied → closed
 *   routed, acknowledged, working: an offer may hang on them; too many, and it goes to adjudication → routed, binding
 *   working ⇄ held, working ⇄ deciding
 *   routed, acknowledged, working → refused (an end once countersigned)
 *   fixed, replied, closed, refused → working (reopened); refused → working (overturned)
 *   any open one → settled: praise shared or kept, a verdict told, a demand answered before
 *   settled, where somebody owned it → working (reopened)
 *   ends: closed, refused, merged, withdrawn, settled, void
 *
 * Total: it never throws, and an event that does not fit the status leaves the case as it is.
 */
export function evolve(current: Case, event: CaseEvent): Case {
  if (event.type === 'CaseFiled') return current.status === 'unfiled' ? since(filed(event), event) : current;
  return current.status === 'unfiled' ? current : since(turnedTo(moved(current, event), event), event);
}

/** One of many that came at once stands for itself from the moment somebody turns to it. */
function turnedTo(c: FiledCase, event: CaseEvent): FiledCase {
  const isOfFiling = event.at === c.filedAt || (event.type === 'CaseLinked' && event.data.together === true);
  if (c.surge === undefined || event.by === null || isOfFiling) return c;
  const { surge: _among, ...rest } = c;
  return rest as FiledCase;
}

/** What every event may say beside the move: about time, and about what the customer went through to be helped. */
const since = (c: FiledCase, event: CaseEvent): FiledCase => ({
  ...reachedBy(c, event),
  ...struggledSince(c, event),
  ...promisedSince(c, event),
  sla: clocksAfter(c.sla, event, c),
});

function reachedBy(c: FiledCase, { data }: CaseEvent): FiledCase {
  if (!('reach' in data) || data.reach === undefined) return c;
  if (data.reach !== null) return { ...c, reach: data.reach };
  const { reach: _atAnyTime, ...rest } = c;
  return rest;
}

function struggledSince({ struggles = {} }: FiledCase, { data }: CaseEvent): Pick<FiledCase, 'struggles'> {
  const sum = 'struggles' in data && data.struggles !== undefined ? added(struggles, data.struggles) : struggles;
  return isEmpty(sum) ? {} : { struggles: sum };
}

function promisedSince({ promises = [] }: FiledCase, event: CaseEvent): Pick<FiledCase, 'promises'> {
  const after = promisesAfter(promises, event);
  return after.length === 0 ? {} : { promises: after };
}

function filed({ data, at }: CaseEventOf<'CaseFiled'>): FiledCase {
  const { filer, customerOwner, voice, assessment, customer, permalink, taxonomy, earlier } = data;
  return {
    status: 'new',
    voidProposed: null,
    filedAt: at,
    filer,
    customerOwner,
    voice,
    assessment,
    customer,
    permalink,
    taxonomy,
    hops: 0,
    seenBy: [],
    seenByDesk: true,
    binding: false,
    reopened: 0,
    dissatisfied: 0,
    obstacles: [],
    decisions: [],
    callback: null,
    notes: 0,
    ...(data.alikes === undefined ? {} : { alikes: data.alikes }),
    ...(data.surge === undefined ? {} : { surge: data.surge }),
    sla: untimed,
    ...(data.praised === undefined ? {} : { praised: data.praised }),
    ...(data.unnamed === undefined ? {} : { unnamed: data.unnamed }),
    ...(data.splitFrom === undefined ? {} : { splitFrom: data.splitFrom }),
    ...(earlier === undefined ? {} : { earlier }),
  };
}

const without = (ids: readonly CaseId[] | undefined, id: CaseId) => ids?.filter((other) => other !== id);

/** What was going to become different was about the problem it is no case of any more. */
function unlinked({ cluster: _left, ...c }: FiledCase): FiledCase {
  return withoutChange(c as FiledCase);
}

function withoutChange(c: FiledCase): FiledCase {
  const { changeAnswer: answer, cameBack: _before, ...rest } = c;
  return (answer === undefined || answer.type === 'change' ? rest : { ...rest, changeAnswer: answer }) as FiledCase;
}

/** Raised by how many others said the same; a level that is gone weighs no more. */
function weighed(c: FiledCase, { data }: CaseEventOf<'ClusterWeighed'>): FiledCase {
  const { weighed: _before, ...rest } = c;
  const assessment = data.raised?.assessment ?? c.assessment;
  return { ...rest, assessment, ...(data.level === null ? {} : { weighed: data.level }) } as FiledCase;
}

type Later = Exclude<CaseEvent, { type: 'CaseFiled' }>;

function moved(c: FiledCase, event: Later): FiledCase {
  switch (event.type) {
    case 'CaseRouted':
      return onRouted(c, event);
    case 'CaseAcknowledged':
      return onAcknowledged(c, event);
    case 'OwnerReassigned':
      return 'owner' in c && !hasEnded(c) ? { ...c, owner: event.data.owner } : c;
    case 'WorkStarted':
      if (c.status !== 'acknowledged') return c;
      return {
        ...filedPart(c),
        ...stated(c.department, event.data.position),
        ...workPart({ ...c, ...event.data }),
        status: 'working',
        offer: c.offer,
      };
    case 'TransferOffered':
      return onOffered(c, event);
    case 'TransferAccepted':
      return onAccepted(c, event);
    case 'TransferDeclined':
      return 'offer' in c ? { ...c, offer: null } : c;
    case 'AdjudicationOpened':
      return onAdjudicationOpened(c, event);
    case 'CaseAdjudicated':
      return onAdjudicated(c, event);
    case 'CaseHeld':
      if (c.status !== 'working') return c;
      return { ...filedPart(c), ...workPart(c), status: 'held', hold: event.data.hold };
    case 'CaseResumed':
      if (c.status !== 'held') return c;
      return { ...filedPart(c), ...workPart(c), status: 'working', offer: null };
    case 'DecisionRequested':
      if (c.status !== 'working') return c;
      return {
        ...filedPart(c),
        ...stated(c.department, event.data.position),
        ...workPart(c),
        status: 'deciding',
        request: event.data.request,
      };
    case 'DecisionMade':
      if (c.status !== 'deciding') return c;
      return {
        ...filedPart(c),
        ...workPart(c),
        status: 'working',
        offer: null,
        decisions: [...c.decisions, event.data.decision],
      };
    case 'CaseFixed':
      return onFixed(c, event);
    case 'CustomerReplied':
      return onReplied(c, event);
    case 'CaseClosed':
      return onClosed(c, event);
    case 'HappyCallMade':
      return c.status === 'closed' ? { ...c, happyCall: event.data.call } : c;
    case 'CaseReopened':
      return onReopened(c, event);
    case 'CaseRefused':
      return onRefused(c, event);
    case 'RefusalCountersigned':
      return onCountersigned(c, event);
    case 'RefusalOverturned':
      if (c.status !== 'refused') return c;
      return { ...filedPart(c), ...workPart(c), status: 'working', offer: null };
    case 'CaseMerged':
    case 'CaseWithdrawn':
    case 'VoidProposed':
    case 'CaseVoided':
      return onEnded(c, event);
    case 'ObstacleRaised':
      return { ...c, obstacles: [...c.obstacles, event.data.obstacle] };
    case 'ObstacleAnswered':
      return onObstacleAnswered(c, event);
    case 'SeverityReassessed':
      return { ...c, assessment: event.data.assessment };
    case 'CaseLinked':
      return { ...c, cluster: event.data.cluster };
    case 'CaseUnlinked':
      return unlinked(c);
    case 'LikenessDenied': {
      const alikes = without(c.alikes, event.data.other);
      return { ...c, ...(alikes && { alikes }), notAlike: [...(c.notAlike ?? []), event.data.other] };
    }
    case 'ClusterWeighed':
      return weighed(c, event);
    case 'ChangeLinked': {
      const { change, cameBack } = event.data;
      return { ...c, changeAnswer: { type: 'change', change }, ...(cameBack && { cameBack }) };
    }
    case 'ChangeUnlinked':
      return withoutChange(c);
    case 'NoChangeSigned':
      return { ...c, changeAnswer: { type: 'none', reason: event.data.reason, by: event.by ?? c.filer, at: event.at } };
    case 'NoteAdded':
      return { ...c, notes: c.notes + 1 };
    case 'NoteHeard':
      return { ...c, heard: { ...c.heard, [saidKey(event.data.said)]: event.data.asOf } };
    case 'RemedyGranted':
    case 'RemedyRequested':
    case 'RemedyApproved':
    case 'RemedyDeclined':
    case 'RemedyWithdrawn':
      return onRemedy(c, event);
    case 'CaseContained':
      return { ...c, contained: event.data.measure };
    case 'ConductFlagged':
    case 'ConductConfirmed':
    case 'LimitProposed':
    case 'ContactLimited':
    case 'ConductLifted':
      return onConduct(c, event);
    case 'ProtectionAsked':
      return { ...c, protections: [...(c.protections ?? []), event.data.request] };
    case 'ProtectionAnswered':
      return onProtectionAnswered(c, event);
    case 'VerdictGiven':
      return { ...c, verdict: event.data.verdict };
    case 'CaseSettled':
      return onSettled(c, event);
    case 'CaseSplit':
      return onSplit(c, event);
    case 'FilerSeen':
    case 'WordsUnfolded':
    case 'OriginalViewed':
    case 'CustomerContacted':
    case 'ProgressConfirmed':
    case 'CaseNudged':
    case 'CaseEscalated':
    case 'NudgesSnoozed':
    case 'NewDueSet':
    case 'StatutoryAttached':
    case 'StatutoryDischarged':
    case 'DuesMoved':
      // Time only: the clocks keep the record.
      return c;
    default:
      return unreachable(event);
  }
}
