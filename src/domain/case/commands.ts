import type { CaseId, ClusterId, CustomerKey, DepartmentCode, MaskedText } from '../ids.ts';
import type { Day, Instant } from '../instant.ts';
import type { Particulars } from '../intake/particulars.ts';
import type { Reach } from '../intake/reach.ts';
import type { Touchpoint, Voice, VoiceKind } from '../intake/voice.ts';
import type { PersonRef } from '../people.ts';
import type { ClockKey } from '../sla/sla-clock.ts';
import type { DecisionOption, HappyCallAnswer, Verdict } from './case.ts';
import type { Command, Nothing } from './command.ts';
import type { CommandOfItself } from './commands-of-itself.ts';
import type { LimitMeasure } from './conduct.ts';
import type { Said } from './note.ts';
import type { CustomerSum } from './remedy.ts';
import type { RequestVerdict } from './request-verdict.ts';

/**
 * What a person (or the clock) asks of a case. Texts arrive masked; what a form left open arrives as null (or '' for a
 * required text) and is refused by `decide` with the field's name, so that every platform answers at the field.
 * Property names here are the field names of the forms.
 */
export type CaseCommand =
  | Command<
      'FileCase',
      {
        readonly kind: VoiceKind | null;
        readonly channel: string | null;
        readonly touchpoint: Touchpoint | null;
        readonly words: MaskedText;
        readonly experience: MaskedText;
        readonly wants: readonly string[];
        readonly opinion: MaskedText | null;
        readonly product: MaskedText | null;
        readonly masked: Voice['masked'];
        readonly customer: CustomerKey | null;
        /** Cases of the same customer before this one, newest first. */
        readonly earlier: readonly CaseId[];
        readonly permalink: string | null;
        /** Confirmed by the filer. */
        readonly signals: readonly string[];
        /** Codes of `struggles`: what it had cost the customer by then. */
        readonly struggled: readonly string[];
        /** Minutes the customer waited to reach us, on the phone menu or in a queue. */
        readonly waited: number | null;
        readonly reach: Reach | null;
        /** Confirmed by the filer; null: the VOC desk decides. */
        readonly department: DepartmentCode | null;
        readonly particulars?: Particulars;
        /** Earlier cases that look the same, likeliest first. */
        readonly alikes?: readonly CaseId[];
        /** The case that the surge it comes in began with. */
        readonly surge?: CaseId;
      }
    >
  | Command<'RouteCase', { readonly department: DepartmentCode | null; readonly reason: MaskedText | null }>
  | Command<
      'AcknowledgeCase',
      {
        /** null: the person who pressed. */
        readonly owner: PersonRef | null;
        readonly eta: Instant | null;
        readonly caller: PersonRef | null;
        readonly callbackAt: Instant | null;
      }
    >
  | Command<'ReassignOwner', { readonly owner: PersonRef | null }>
  | Command<
      'StartWork',
      { readonly plan: MaskedText; readonly eta: Instant | null; readonly position: MaskedText | null }
    >
  | Command<
      'OfferTransfer',
      { readonly department: DepartmentCode | null; readonly reason: string | null; readonly why: MaskedText }
    >
  | Command<
      'AcceptTransfer',
      {
        readonly owner: PersonRef | null;
        readonly eta: Instant | null;
        readonly caller: PersonRef | null;
        readonly callbackAt: Instant | null;
      }
    >
  | Command<'DeclineTransfer', { readonly department: DepartmentCode | null; readonly why: MaskedText }>
  | Command<'AdjudicateCase', { readonly department: DepartmentCode | null; readonly reason: MaskedText }>
  | Command<
      'HoldCase',
      {
        readonly reason: string | null;
        readonly until: Day | null;
        readonly nextUpdate: Day | null;
      }
    >
  | Command<'ResumeCase', Nothing>
  | Command<
      'RequestDecision',
      {
        readonly question: MaskedText;
        readonly options: readonly DecisionOption[];
        readonly recommended: number | null;
        readonly neededBy: Day | null;
        /** 부서 입장: replaces the one stated before; null leaves that. */
        readonly position: MaskedText | null;
      }
    >
  | Command<'MakeDecision', { readonly choice: number | null; readonly reason: MaskedText }>
  | Command<
      'FixCase',
      {
        readonly fixType: string | null;
        readonly done: MaskedText;
        readonly evidence: MaskedText;
        /** `l1/l2`, as the form offers it. */
        readonly rootCause: string | null;
        readonly amount: number | null;
        readonly basis: MaskedText | null;
        /** What the customer was given in other cases. */
        readonly sum: CustomerSum;
        readonly informationMissing: boolean | null;
        /** When it was really done, where that is told afterwards. */
        readonly doneAt: Instant | null;
      }
    >
  | Command<
      'ReplyToCustomer',
      {
        readonly channel: string | null;
        readonly toldAt: Instant | null;
        readonly gist: MaskedText;
        readonly verdict: Verdict | null;
        /** Attempts made so far; asked for with `unreachable` only. */
        readonly attempts: number | null;
        /** Whether the customer believes that it will happen again. */
        readonly again: boolean | null;
        /** Codes of `struggles`, as the customer told of them now. */
        readonly struggled: readonly string[];
      }
    >
  | Command<'CloseCase', Nothing>
  | Command<
      'RecordHappyCall',
      {
        readonly answer: HappyCallAnswer | null;
        readonly calledAt: Instant | null;
        readonly effort: number | null;
        readonly again: boolean | null;
        readonly note: MaskedText | null;
      }
    >
  | Command<'ReopenCase', { readonly reason: MaskedText }>
  | Command<
      'MergeCase',
      {
        readonly into: CaseId | null;
        /** The other case as it is now; null: there is none of that number. */
        readonly target: { readonly customer: CustomerKey | null; readonly ended: boolean } | null;
        /** The person says: the same incident, not just the same problem. */
        readonly sameIncident: boolean;
        readonly self: CaseId;
      }
    >
  | Command<
      'RefuseCase',
      {
        readonly reason: string | null;
        readonly evidence: MaskedText;
        readonly explanation: MaskedText;
        readonly whyUnreasonable: MaskedText;
      }
    >
  | Command<'CountersignRefusal', Nothing>
  | Command<'OverturnRefusal', { readonly reason: MaskedText }>
  | Command<'WithdrawCase', { readonly words: MaskedText; readonly cause: MaskedText }>
  | Command<'VoidCase', { readonly reason: MaskedText }>
  | Command<'RaiseObstacle', { readonly text: MaskedText }>
  | Command<'AnswerObstacle', { readonly number: number; readonly text: MaskedText }>
  | Command<'ReassessSeverity', { readonly signals: readonly string[]; readonly reason: MaskedText }>
  /** A person says: the same problem. `other` is who it was found with. */
  | Command<
      'LinkCase',
      {
        readonly cluster: ClusterId;
        readonly other: CaseId;
        /** Said of many at once: nobody has turned to this one. */
        readonly together?: true;
      }
    >
  | Command<'UnlinkCase', Nothing>
  | Command<'SignNoChange', { readonly reason: MaskedText }>
  /** A person says: another problem. */
  | Command<'DenyLikeness', { readonly other: CaseId }>
  | Command<'AddNote', { readonly text: MaskedText; readonly happenedAt: Instant | null }>
  | Command<
      'HearNote',
      {
        readonly said: Said;
        /** null: taken back. */
        readonly text: MaskedText | null;
        /** Since when it reads so: what is older than what was heard last says nothing new. */
        readonly asOf: Instant;
        readonly files: number;
        readonly permalink: string | null;
      }
    >
  | Command<'ViewOriginal', { readonly reason: MaskedText }>
  | Command<
      'ContactCustomer',
      {
        readonly channel: string | null;
        readonly contactedAt: Instant | null;
        readonly gist: MaskedText;
        /** Codes of `struggles`, as the customer told of them now. */
        readonly struggled: readonly string[];
        /** As it shall be from now on; null: at any time. */
        readonly reach: Reach | null;
      }
    >
  | Command<'ContainCase', { readonly measure: MaskedText }>
  | Command<
      'GrantRemedy',
      {
        readonly what: string | null;
        /** In won; for money and points only. */
        readonly amount: number | null;
        readonly basis: MaskedText | null;
        readonly sum: CustomerSum;
      }
    >
  | Command<
      'ApproveRemedy',
      {
        readonly number: number;
        /** null: as it was asked for. */
        readonly change: { readonly amount: number | null; readonly reason: MaskedText } | null;
        readonly sum: CustomerSum;
      }
    >
  | Command<'DeclineRemedy', { readonly number: number; readonly reason: MaskedText }>
  | Command<'WithdrawRemedy', { readonly number: number; readonly reason: MaskedText }>
  | Command<'ConfirmProgress', { readonly note: MaskedText | null }>
  | Command<
      'SnoozeNudges',
      { readonly clock: ClockKey; readonly until: SnoozeChoice | null; readonly reason: MaskedText }
    >
  | Command<'SetNewDue', { readonly clock: ClockKey; readonly until: Instant | null; readonly reason: MaskedText }>
  | Command<'AttachStatutory', { readonly code: string | null; readonly since: Instant | null }>
  | Command<'DischargeStatutory', { readonly code: string; readonly note: MaskedText }>
  | Command<'FlagConduct', { readonly types: readonly string[]; readonly evidence: MaskedText }>
  | Command<'ConfirmConduct', { readonly evidence: MaskedText; readonly isWarned: boolean }>
  | Command<
      'ProposeLimit',
      {
        readonly measure: LimitMeasure | null;
        readonly until: Day | null;
        readonly reason: MaskedText;
        readonly appeal: MaskedText;
      }
    >
  | Command<'AgreeToLimit', Nothing>
  | Command<'LiftConduct', { readonly reason: MaskedText }>
  | Command<'UnfoldWords', Nothing>
  | Command<'AskProtection', Nothing>
  | Command<'AnswerProtection', { readonly number: number }>
  | Command<
      'GiveVerdict',
      { readonly verdict: RequestVerdict | null; readonly reason: MaskedText; readonly until: Day | null }
    >
  /** `isAway`: whom the praise is for is not at work. */
  | Command<'SettlePraise', { readonly share: boolean; readonly isAway: boolean }>
  | Command<
      'CloseRepeat',
      {
        /** Other cases that a person names, as they are now. */
        readonly earlier: readonly EarlierCase[];
        readonly noNewFacts: boolean;
        readonly statement: MaskedText;
        readonly self: CaseId;
      }
    >
  | Command<'SeeFiler', Nothing>
  /** `into`: the case that now has the other half; null: it is yet to be filed. */
  | Command<'RecordSplit', { readonly into: CaseId | null }>
  | CommandOfItself;

/** An hour from now; today's last bundle; the first bundle of the next business day. */
export const snoozeChoices = ['hour', 'today', 'tomorrow'] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];

/** A case named by another: whose it is, and whether its customer was given a full answer. */
export type EarlierCase = { readonly id: CaseId; readonly customer: CustomerKey | null; readonly isAnswered: boolean };

export type CaseCommandType = CaseCommand['type'];
export type CaseCommandOf<T extends CaseCommandType> = Extract<CaseCommand, { type: T }>;
