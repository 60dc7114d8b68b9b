import type { CaseId, ClusterId, CustomerKey, DepartmentCode, MaskedText, PersonId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { Reach } from '../intake/reach.ts';
import type { Assessment } from '../intake/severity.ts';
import type { Voice } from '../intake/voice.ts';
import type { GaugeLevel } from '../learning/gauge.ts';
import type { CustomerPromise, Struggles } from '../learning/struggles.ts';
import type { PersonRef } from '../people.ts';
import type { Sla } from '../sla/sla-clock.ts';
import type { Conduct, ProtectionRequest } from './conduct.ts';
import type {
  Callback,
  ChangeAnswer,
  CustomerReply,
  DecisionMade,
  DecisionRequest,
  Fix,
  HappyCall,
  Hold,
  Obstacle,
  Refusal,
  TransferOffer,
} from './facts.ts';
import type { Remedy } from './remedy.ts';
import type { GivenVerdict, Outcome } from './request-verdict.ts';

export {
  type Callback,
  type ChangeAnswer,
  type CustomerReply,
  type DecisionMade,
  type DecisionOption,
  type DecisionRequest,
  type Fix,
  type HappyCall,
  type HappyCallAnswer,
  type Hold,
  happyCallAnswers,
  type Obstacle,
  type Refusal,
  type RootCause,
  type TransferOffer,
  type Verdict,
  verdicts,
} from './facts.ts';

/** What every filed case carries, whatever its status. */
export type Filed = {
  readonly filedAt: Instant;
  readonly filer: PersonRef;
  /** The CS person who talks to the customer; never changes by transfer. */
  readonly customerOwner: PersonRef;
  readonly voice: Voice;
  readonly customer: CustomerKey | null;
  /** Where in chat it was filed from, if from a message. */
  readonly permalink: string | null;
  /** Version of the taxonomies it was filed under. */
  readonly taxonomy: string;
  readonly assessment: Assessment;
  /** Transfers offered so far. */
  readonly hops: number;
  /** Departments that showed a card for it, in order; the last is not always the owner (an offer shows one too). */
  readonly seenBy: readonly DepartmentCode[];
  /** The VOC desk showed a card for it too, so that card must keep up as well. */
  readonly seenByDesk?: boolean;
  /** The VOC desk has decided the department: it cannot be handed over again. */
  readonly binding: boolean;
  readonly reopened: number;
  readonly dissatisfied: number;
  readonly obstacles: readonly Obstacle[];
  readonly decisions: readonly DecisionMade[];
  readonly callback: Callback | null;
  readonly notes: number;
  /** Notes written in chat, by the message they stand in: since when each reads as it does. */
  readonly heard?: Readonly<Record<string, Instant>>;
  readonly sla: Sla;
  /** 고객 노력: what the customer told of, and what they were promised. */
  readonly struggles?: Struggles;
  readonly promises?: readonly CustomerPromise[];
  /** Cases of the same customer before this one, newest first; as far as they were known when it was filed. */
  readonly earlier?: readonly CaseId[];
  /** How and when the customer wants to be reached. */
  readonly reach?: Reach;
  /** 임시조치, as last stated. */
  readonly contained?: MaskedText;
  /** Given to the customer to make good, or asked for; numbered from 1. */
  readonly remedies?: readonly Remedy[];
  /** Cases that looked the same when it was filed, likeliest first; without those that are said to be another problem. */
  readonly alikes?: readonly CaseId[];
  /** One of many that came at once and look the same as this case: it calls nobody by itself until somebody turns to it. */
  readonly surge?: CaseId;
  /** Said to be another problem: never offered again. */
  readonly notAlike?: readonly CaseId[];
  /** Linked with others as the same problem; linked, never merged. */
  readonly cluster?: ClusterId;
  /** How far along its cluster was when that last weighed on the case. */
  readonly weighed?: GaugeLevel;
  /** What becomes different because of it, or that nothing has to. */
  readonly changeAnswer?: ChangeAnswer;
  /** Since when it has been open again: what was answered before then counts no more. */
  readonly asksAfresh?: Instant;
  /** It is one of those that a change did not hold back. */
  readonly cameBack?: true;
  /** 부서 입장·제약: what stands beside the customer's view, in the words of the department that had the case. */
  readonly position?: { readonly department: DepartmentCode; readonly text: MaskedText };
  readonly conduct?: Conduct;
  readonly protections?: readonly ProtectionRequest[];
  readonly verdict?: GivenVerdict;
  /** Whom praise is for. */
  readonly praised?: PersonRef;
  /** Filed without a name: `filer` carries what stands in its place, everywhere and for good. */
  readonly unnamed?: true;
  /** The case whose words it shares, and those that share its own. */
  readonly splitFrom?: CaseId;
  readonly splits?: readonly CaseId[];
};

/** An owner has said "we have it". */
export type Owned = {
  readonly department: DepartmentCode;
  readonly owner: PersonRef;
  readonly acknowledgedBy: PersonRef;
  readonly acknowledgedAt: Instant;
  /** Promised at acknowledgement (S1, S2) or with the plan. */
  readonly eta: Instant | null;
};

/** The plan is missing only where a case came back: `ReopenCase` and a dissatisfied customer need no new plan to start. */
export type InWork = Owned & { readonly plan: MaskedText | null };

type In<S extends string, X = unknown> = Filed & { readonly status: S } & X;

export type Unfiled = { readonly status: 'unfiled' };
/** With the VOC desk: no department yet. `voidProposed`: a case of a named customer needs a second person to void it. */
export type NewCase = In<
  'new',
  { readonly voidProposed: { readonly by: PersonRef; readonly reason: MaskedText } | null }
>;
export type RoutedCase = In<'routed', { readonly department: DepartmentCode; readonly offer: TransferOffer | null }>;
export type AcknowledgedCase = In<'acknowledged', Owned & { readonly offer: TransferOffer | null }>;
export type WorkingCase = In<'working', InWork & { readonly offer: TransferOffer | null }>;
export type HeldCase = In<'held', InWork & { readonly hold: Hold }>;
/** Handed over twice, or nearly: the VOC desk decides. `department` was accountable before; `proposed` are the views. */
export type AdjudicationCase = In<
  'adjudication',
  { readonly department: DepartmentCode; readonly proposed: readonly DepartmentCode[]; readonly openedAt: Instant }
>;
export type DecidingCase = In<'deciding', InWork & { readonly request: DecisionRequest }>;
export type FixedCase = In<'fixed', InWork & { readonly fix: Fix }>;
export type RepliedCase = In<'replied', InWork & { readonly fix: Fix; readonly reply: CustomerReply }>;
export type ClosedCase = In<
  'closed',
  InWork & {
    readonly fix: Fix;
    readonly reply: CustomerReply;
    readonly closedBy: PersonRef | null;
    readonly closedAt: Instant;
    readonly happyCall?: HappyCall;
  }
>;
/** The owner is the department lead who refused where nobody had acknowledged it. */
export type RefusedCase = In<
  'refused',
  InWork & {
    readonly refusal: Refusal;
    readonly countersigned: { readonly by: PersonRef; readonly at: Instant } | null;
  }
>;
export type MergedCase = In<'merged', { readonly into: CaseId; readonly by: PersonRef; readonly at: Instant }>;
export type WithdrawnCase = In<
  'withdrawn',
  {
    readonly words: MaskedText;
    readonly cause: MaskedText;
    readonly by: PersonRef;
    readonly at: Instant;
    readonly department: DepartmentCode | null;
  }
>;
/** Ended without a fix: see `Outcome`. `work`: what somebody had taken on. */
export type SettledCase = In<
  'settled',
  {
    readonly department: DepartmentCode | null;
    readonly work: InWork | null;
    readonly outcome: Outcome;
    /** What the customer is told, where their demand was answered before. */
    readonly statement: MaskedText | null;
    readonly by: PersonRef;
    readonly at: Instant;
  }
>;
export type VoidCase = In<'void', { readonly reason: MaskedText; readonly by: PersonRef; readonly at: Instant }>;

/**
 * One piece of customer voice being handled. Each status carries exactly the fields it has: a case without an owner
 * has no `owner` to misread. The number and the version live beside it, in `CaseRecord`.
 */
export type Case = Unfiled | FiledCase;
export type FiledCase =
  | NewCase
  | RoutedCase
  | AcknowledgedCase
  | WorkingCase
  | HeldCase
  | AdjudicationCase
  | DecidingCase
  | FixedCase
  | RepliedCase
  | ClosedCase
  | RefusedCase
  | MergedCase
  | WithdrawnCase
  | SettledCase
  | VoidCase;

export type Status = FiledCase['status'];
export const unfiled: Unfiled = { status: 'unfiled' };

/** A case as the store knows it. `version` counts its events. */
export type CaseRecord = { readonly id: CaseId; readonly version: number; readonly state: FiledCase };

/** Nothing more is owed to anybody. A refusal is an end only once countersigned. */
export function hasEnded(c: FiledCase): boolean {
  switch (c.status) {
    case 'closed':
    case 'merged':
    case 'withdrawn':
    case 'settled':
    case 'void':
      return true;
    case 'refused':
      return c.countersigned !== null;
    default:
      return false;
  }
}

/** Its customer was given a full answer: told what was done, refused with the reason, or told before that it was. */
export function wasAnswered(c: FiledCase): boolean {
  if (c.status === 'closed') return c.reply.verdict === 'accepted' || c.reply.verdict === 'dissatisfied';
  if (c.status === 'settled') return c.outcome === 'told' || c.outcome === 'repeated';
  return c.status === 'refused' && c.countersigned !== null;
}

/** Both are cases of one problem, by what each was linked with. */
export const isLinkedWith = (a: FiledCase, b: FiledCase): boolean => a.cluster !== undefined && a.cluster === b.cluster;

/** The accountable department, or null while the VOC desk holds it. */
export const departmentHolding = (c: FiledCase): DepartmentCode | null => ('department' in c ? c.department : null);
export const ownerOf = (c: FiledCase): PersonRef | null => ('owner' in c ? c.owner : null);
export const offerOf = (c: FiledCase): TransferOffer | null => ('offer' in c ? c.offer : null);
export const isPerson = (ref: PersonRef, id: PersonId): boolean => ref.id === id;
