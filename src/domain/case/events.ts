import type { CaseId, CausationId, ChangeId, ClusterId, CustomerKey, DepartmentCode, MaskedText } from '../ids.ts';
import type { Day, Instant } from '../instant.ts';
import type { Reach } from '../intake/reach.ts';
import type { Assessment } from '../intake/severity.ts';
import type { Voice } from '../intake/voice.ts';
import type { GaugeLevel } from '../learning/gauge.ts';
import type { Struggles } from '../learning/struggles.ts';
import type { PersonRef } from '../people.ts';
import type { ClockKey, SlaClock } from '../sla/sla-clock.ts';
import type { ClockName, RungTarget, Target, Terms } from '../sla/terms.ts';
import type {
  Callback,
  CustomerReply,
  DecisionMade,
  DecisionRequest,
  Fix,
  HappyCall,
  Hold,
  Obstacle,
  Refusal,
  TransferOffer,
} from './case.ts';
import type { Conduct, ContactLimit, ProtectionRequest } from './conduct.ts';
import type { Said } from './note.ts';
import type { Remedy } from './remedy.ts';
import type { GivenVerdict, Outcome } from './request-verdict.ts';

type Event<T extends string, D> = {
  readonly type: T;
  readonly data: D;
  readonly at: Instant;
  readonly by: PersonRef | null;
};

/** The vocabulary of the log. Append-only, masked. `by` is null where the system acted. Additions only: never rename. */
export type CaseEvent =
  | Event<
      'CaseFiled',
      {
        readonly voice: Voice;
        readonly assessment: Assessment;
        readonly filer: PersonRef;
        readonly customerOwner: PersonRef;
        readonly customer: CustomerKey | null;
        readonly permalink: string | null;
        readonly taxonomy: string;
        /** What was promised, frozen; null: nothing is timed. Absent in what was filed before there were clocks. */
        readonly terms?: Terms | null;
        readonly praised?: PersonRef;
        /** Praise: within what time it is to be shared. */
        readonly share?: SlaClock['target'];
        /** A day promised to the customer: it replaces the time to the fix. */
        readonly promised?: Day;
        readonly unnamed?: true;
        readonly splitFrom?: CaseId;
        /** What it had cost the customer by then. */
        readonly struggles?: Struggles;
        /** Minutes the customer had waited to reach us. */
        readonly waited?: number;
        readonly reach?: Reach;
        /** Cases of the same customer before this one, newest first. */
        readonly earlier?: readonly CaseId[];
        /** Earlier cases that looked the same. */
        readonly alikes?: readonly CaseId[];
        /** The case that the surge it came in began with. */
        readonly surge?: CaseId;
      }
    >
  | Event<'CaseRouted', { readonly department: DepartmentCode; readonly reason: MaskedText | null }>
  | Event<
      'CaseAcknowledged',
      {
        readonly department: DepartmentCode;
        readonly owner: PersonRef;
        readonly eta: Instant | null;
        readonly callback: Callback | null;
      }
    >
  | Event<'OwnerReassigned', { readonly owner: PersonRef }>
  | Event<'WorkStarted', { readonly plan: MaskedText; readonly eta: Instant; readonly position?: MaskedText }>
  | Event<'TransferOffered', { readonly offer: TransferOffer; readonly from: DepartmentCode; readonly hop: number }>
  | Event<
      'TransferAccepted',
      {
        readonly from: DepartmentCode;
        readonly department: DepartmentCode;
        readonly owner: PersonRef;
        readonly eta: Instant | null;
        readonly callback: Callback | null;
      }
    >
  | Event<
      'TransferDeclined',
      {
        readonly from: DepartmentCode;
        readonly to: DepartmentCode;
        readonly proposed: DepartmentCode;
        readonly why: MaskedText;
      }
    >
  | Event<
      'AdjudicationOpened',
      { readonly department: DepartmentCode; readonly proposed: readonly DepartmentCode[]; readonly why: MaskedText }
    >
  | Event<'CaseAdjudicated', { readonly department: DepartmentCode; readonly reason: MaskedText }>
  | Event<'CaseHeld', { readonly hold: Hold }>
  | Event<'CaseResumed', Record<never, never>>
  | Event<'DecisionRequested', { readonly request: DecisionRequest; readonly position?: MaskedText }>
  | Event<'DecisionMade', { readonly decision: DecisionMade }>
  | Event<'CaseFixed', { readonly fix: Fix }>
  | Event<'CustomerReplied', { readonly reply: CustomerReply; readonly struggles?: Struggles }>
  | Event<'CaseClosed', Record<never, never>>
  | Event<'HappyCallMade', { readonly call: HappyCall }>
  | Event<'CaseReopened', { readonly reason: MaskedText; readonly cause: 'asked' | 'dissatisfied' }>
  | Event<'CaseMerged', { readonly into: CaseId }>
  | Event<'CaseRefused', { readonly refusal: Refusal; readonly department: DepartmentCode }>
  | Event<'RefusalCountersigned', Record<never, never>>
  /** The VOC desk did not countersign: the department goes on working. */
  | Event<'RefusalOverturned', { readonly reason: MaskedText }>
  | Event<'CaseWithdrawn', { readonly words: MaskedText; readonly cause: MaskedText }>
  | Event<'VoidProposed', { readonly reason: MaskedText }>
  | Event<'CaseVoided', { readonly reason: MaskedText }>
  | Event<'ObstacleRaised', { readonly obstacle: Obstacle }>
  | Event<'ObstacleAnswered', { readonly number: number; readonly text: MaskedText }>
  | Event<
      'SeverityReassessed',
      { readonly assessment: Assessment; readonly reason: MaskedText; readonly terms?: Terms | null }
    >
  | Event<'CaseLinked', { readonly cluster: ClusterId; readonly other: CaseId; readonly together?: true }>
  | Event<'CaseUnlinked', { readonly cluster: ClusterId }>
  /** A process change for its problem has been proposed, or declined with its reason. `cameBack`: it is why a change is done anew. */
  | Event<'ChangeLinked', { readonly change: ChangeId; readonly cameBack?: true }>
  | Event<'ChangeUnlinked', { readonly change: ChangeId }>
  | Event<'NoChangeSigned', { readonly reason: MaskedText }>
  | Event<'LikenessDenied', { readonly other: CaseId }>
  /** The cluster has come further along, or a link was taken back. Without an assessment the severity stays. */
  | Event<
      'ClusterWeighed',
      {
        readonly cluster: ClusterId;
        readonly level: GaugeLevel | null;
        readonly customers: number;
        readonly raised?: { readonly assessment: Assessment; readonly terms: Terms | null };
      }
    >
  /** `happenedAt`: what the note tells of was earlier. */
  | Event<'NoteAdded', { readonly text: MaskedText; readonly happenedAt?: Instant }>
  /**
   * A message under a card of the case, as it reads since `asOf`, by the clock of where it was written; text null: taken
   * back. A note changed is heard again.
   */
  | Event<
      'NoteHeard',
      {
        readonly said: Said;
        readonly text: MaskedText | null;
        readonly asOf: Instant;
        readonly files?: number;
        readonly permalink?: string;
      }
    >
  /** Somebody looked at the unmasked original. */
  | Event<'OriginalViewed', { readonly reason: MaskedText }>
  /** The customer was told how it stands, before there was an answer. `contactedAt`: when. */
  | Event<
      'CustomerContacted',
      {
        readonly channel: string;
        readonly contactedAt: Instant;
        readonly gist: MaskedText;
        readonly struggles?: Struggles;
        /** Where the customer now says otherwise; null: at any time again. */
        readonly reach?: Reach | null;
      }
    >
  /** 임시조치: the bleeding is stopped, the cause is not yet removed. */
  | Event<'CaseContained', { readonly measure: MaskedText }>
  /** Within the giver's authority, so done. */
  | Event<'RemedyGranted', { readonly remedy: Remedy }>
  /** Above it: `target` is the time those who are asked have each. */
  | Event<'RemedyRequested', { readonly remedy: Remedy; readonly target: Target }>
  /** Approved is given. `reason`: why the amount is another. */
  | Event<'RemedyApproved', NamedRemedy & { readonly reason: MaskedText | null }>
  | Event<'RemedyDeclined', NamedRemedy & { readonly reason: MaskedText }>
  /** It had been recorded wrongly, or is not wanted any more. */
  | Event<'RemedyWithdrawn', NamedRemedy & { readonly reason: MaskedText }>
  /** The owner, asked after a silence: still on it. */
  | Event<'ProgressConfirmed', { readonly note: MaskedText | null }>
  /** A rung that reached who owes the step, or the thread. */
  | Event<'CaseNudged', RungReached>
  /** A rung that climbed above them. */
  | Event<'CaseEscalated', RungReached>
  | Event<'NudgesSnoozed', { readonly clock: ClockKey; readonly until: Instant; readonly reason: MaskedText }>
  /** The first date has passed; the lead has given another. */
  | Event<'NewDueSet', { readonly clock: ClockKey; readonly until: Instant; readonly reason: MaskedText }>
  /** A duty set by law or contract runs since `since`. */
  | Event<'StatutoryAttached', { readonly code: string; readonly since: Instant; readonly target: SlaClock['target'] }>
  | Event<'StatutoryDischarged', { readonly code: string; readonly note: MaskedText }>
  /** Level 1 or 2, as it stands from now on. */
  | Event<'ConductFlagged', { readonly conduct: Conduct }>
  | Event<'ConductConfirmed', { readonly conduct: Conduct }>
  | Event<'LimitProposed', { readonly limit: ContactLimit }>
  /** Two people together: who proposed it, and `by`. `until`: when the flag falls. */
  | Event<'ContactLimited', { readonly limit: ContactLimit; readonly until: Instant }>
  /** `reason` null: its time was over. */
  | Event<'ConductLifted', { readonly reason: MaskedText | null }>
  /** Somebody looked at words that were folded away. */
  | Event<'WordsUnfolded', Record<never, never>>
  /** `target`: within what time somebody is to answer. */
  | Event<'ProtectionAsked', { readonly request: ProtectionRequest; readonly target: SlaClock['target'] }>
  | Event<'ProtectionAnswered', { readonly number: number }>
  | Event<'VerdictGiven', { readonly verdict: GivenVerdict }>
  /** `statement`, `earlier`: what the customer is told of a demand that was answered before, and where it was. */
  | Event<
      'CaseSettled',
      { readonly outcome: Outcome; readonly statement?: MaskedText; readonly earlier?: readonly CaseId[] }
    >
  /** Somebody of the VOC desk looked who filed it. */
  | Event<'FilerSeen', Record<never, never>>
  | Event<'CaseSplit', { readonly into: CaseId }>
  /** A calendar was changed: what people had been told is due at another moment now. */
  | Event<'DuesMoved', { readonly moves: readonly DueMove[] }>;

/** Which remedy, so that the log reads by itself. */
type NamedRemedy = Pick<Remedy, 'number' | 'what' | 'amount'>;

/** `skipped`: rungs that were owed while nobody could send them; this one stands for them. */
export type RungReached = {
  readonly clock: ClockName;
  readonly of?: string;
  readonly rung: number;
  readonly dueAt: Instant;
  readonly to: readonly RungTarget[];
  readonly skipped: readonly number[];
};

export type DueMove = { readonly clock: ClockKey; readonly from: Instant; readonly to: Instant };

export type CaseEventType = CaseEvent['type'];
export type CaseEventOf<T extends CaseEventType> = Extract<CaseEvent, { type: T }>;

/** An event as the log holds it: `version` is its place in the case, from 1. */
export type RecordedEvent = { readonly version: number; readonly causationId: CausationId; readonly event: CaseEvent };
