import type { CaseEvent, CaseEventOf } from '../case/events.ts';
import { caseNumber, changeNumber, type DepartmentCode } from '../ids.ts';
import type { Day, Instant } from '../instant.ts';
import type { Tier } from '../intake/severity.ts';
import { unreachable } from '../result.ts';
import { clockIn, keyOf } from '../sla/sla-clock.ts';
import { isAmongUs } from '../sla/terms.ts';

/** What an event says, in cells of its own. `happenedAt`: when it was done, where that was told afterwards. */
export type EventCells = {
  readonly code?: string;
  readonly of?: string | number;
  readonly from?: DepartmentCode;
  readonly to?: DepartmentCode;
  readonly until?: Day | Instant | null;
  readonly happenedAt?: Instant | undefined;
  readonly detail?: string | null;
};

const tiers: readonly (Tier | null)[] = ['S1', 'S2', 'S3', 'S4', null];

/** Whether it is graver than before. */
function direction(before: Tier | null, after: Tier | null): 'raised' | 'lowered' | 'same' {
  const by = tiers.indexOf(before) - tiers.indexOf(after);
  if (by === 0) return 'same';
  return by > 0 ? 'raised' : 'lowered';
}

/** `tier`: before the event. Null: told among those who protect each other, and in no table. */
export function eventCells(event: CaseEvent, tier: Tier | null): EventCells | null {
  switch (event.type) {
    case 'CaseFiled': {
      const { voice } = event.data;
      return { code: voice.kind, happenedAt: voice.experiencedAt, detail: voice.experience };
    }
    case 'CaseRouted':
      return { to: event.data.department, detail: event.data.reason };
    case 'CaseAcknowledged':
      return { to: event.data.department, until: event.data.eta };
    case 'WorkStarted':
      return { until: event.data.eta, detail: event.data.plan };
    case 'TransferOffered': {
      const { offer, from, hop } = event.data;
      return { code: offer.reason, of: hop, from, to: offer.to, detail: offer.why };
    }
    case 'TransferAccepted':
      return { from: event.data.from, to: event.data.department, until: event.data.eta };
    case 'TransferDeclined': {
      const { from, to, proposed, why } = event.data;
      return { code: proposed, from, to, detail: why };
    }
    case 'AdjudicationOpened':
      return { code: event.data.proposed.join('|'), from: event.data.department, detail: event.data.why };
    case 'CaseAdjudicated':
      return { to: event.data.department, detail: event.data.reason };
    case 'CaseHeld': {
      const { reason, until, forCustomer } = event.data.hold;
      return { code: reason, of: forCustomer === true ? 'customer' : '', until };
    }
    case 'DecisionRequested':
      return { until: event.data.request.neededBy, detail: event.data.request.question };
    case 'DecisionMade':
      return { code: event.data.decision.choice, detail: event.data.decision.reason };
    case 'CaseFixed': {
      const { fixType, rootCause, doneAt, done } = event.data.fix;
      return {
        code: fixType,
        of: rootCause ? `${rootCause.l1}/${rootCause.l2}` : '',
        happenedAt: doneAt,
        detail: done,
      };
    }
    case 'CustomerReplied': {
      const { verdict, channel, toldAt, gist } = event.data.reply;
      return { code: verdict, of: channel, happenedAt: toldAt, detail: gist };
    }
    case 'HappyCallMade': {
      const { answer, effort, calledAt, note } = event.data.call;
      return { code: answer, of: effort ?? '', happenedAt: calledAt, detail: note };
    }
    case 'CaseReopened':
      return { code: event.data.cause, detail: event.data.reason };
    case 'CaseMerged':
    case 'CaseSplit':
      return { of: caseNumber(event.data.into) };
    case 'CaseRefused':
      return {
        code: event.data.refusal.reason,
        from: event.data.department,
        detail: event.data.refusal.whyUnreasonable,
      };
    case 'CaseWithdrawn':
      return { detail: event.data.cause };
    case 'RefusalOverturned':
    case 'VoidProposed':
    case 'CaseVoided':
    case 'NoChangeSigned':
    case 'OriginalViewed':
      return { detail: event.data.reason };
    case 'ObstacleRaised':
      return { of: event.data.obstacle.number, detail: event.data.obstacle.text };
    case 'ObstacleAnswered':
      return { of: event.data.number, detail: event.data.text };
    case 'SeverityReassessed':
      return { code: direction(tier, event.data.assessment.tier), detail: event.data.reason };
    case 'CaseLinked':
      return { code: caseNumber(event.data.other), of: event.data.cluster };
    case 'CaseUnlinked':
      return { of: event.data.cluster };
    case 'LikenessDenied':
      return { code: caseNumber(event.data.other) };
    case 'ClusterWeighed':
      return { code: event.data.level ?? '', of: event.data.cluster };
    case 'ChangeLinked':
      return { code: event.data.cameBack === true ? 'cameBack' : '', of: changeNumber(event.data.change) };
    case 'ChangeUnlinked':
      return { of: changeNumber(event.data.change) };
    case 'NoteAdded':
      return { happenedAt: event.data.happenedAt, detail: event.data.text };
    case 'NoteHeard':
      return { detail: event.data.text };
    case 'CustomerContacted':
      return { of: event.data.channel, happenedAt: event.data.contactedAt, detail: event.data.gist };
    case 'CaseContained':
      return { detail: event.data.measure };
    case 'RemedyGranted':
    case 'RemedyRequested':
      return { code: event.data.remedy.what, of: event.data.remedy.number, detail: event.data.remedy.basis };
    case 'RemedyApproved':
    case 'RemedyDeclined':
    case 'RemedyWithdrawn':
      return { code: event.data.what, of: event.data.number, detail: event.data.reason };
    case 'ProgressConfirmed':
      return { detail: event.data.note };
    default:
      return timeCells(event);
  }
}

/** What is left for `timeCells` once the others have been told. */
type LaterEvent = CaseEventOf<
  | 'CaseNudged'
  | 'CaseEscalated'
  | 'NudgesSnoozed'
  | 'NewDueSet'
  | 'StatutoryAttached'
  | 'StatutoryDischarged'
  | 'DuesMoved'
  | 'VerdictGiven'
  | 'CaseSettled'
  | 'OwnerReassigned'
  | 'CaseResumed'
  | 'CaseClosed'
  | 'RefusalCountersigned'
  | 'FilerSeen'
  | 'WordsUnfolded'
  | 'ConductFlagged'
  | 'ConductConfirmed'
  | 'LimitProposed'
  | 'ContactLimited'
  | 'ConductLifted'
  | 'ProtectionAsked'
  | 'ProtectionAnswered'
>;

/** About time, and how it ended. */
function timeCells(event: LaterEvent): EventCells | null {
  switch (event.type) {
    case 'CaseNudged':
    case 'CaseEscalated': {
      const { clock, rung, to } = event.data;
      return isAmongUs(clock) ? null : { code: keyOf(clockIn(event.data)), of: rung, detail: to.join('|') };
    }
    case 'NudgesSnoozed':
    case 'NewDueSet':
      return { code: event.data.clock, until: event.data.until, detail: event.data.reason };
    case 'StatutoryAttached':
      return { code: event.data.code, happenedAt: event.data.since };
    case 'StatutoryDischarged':
      return { code: event.data.code, detail: event.data.note };
    case 'DuesMoved':
      return { detail: event.data.moves.map(({ clock }) => clock).join('|') };
    case 'VerdictGiven': {
      const { verdict, until, reason } = event.data.verdict;
      return { code: verdict, until, detail: reason };
    }
    case 'CaseSettled':
      return { code: event.data.outcome, detail: event.data.statement ?? null };
    case 'OwnerReassigned':
    case 'CaseResumed':
    case 'CaseClosed':
    case 'RefusalCountersigned':
    case 'FilerSeen':
    case 'WordsUnfolded':
      return {};
    case 'ConductFlagged':
    case 'ConductConfirmed':
    case 'LimitProposed':
    case 'ContactLimited':
    case 'ConductLifted':
    case 'ProtectionAsked':
    case 'ProtectionAnswered':
      return null;
    default:
      return unreachable(event);
  }
}
