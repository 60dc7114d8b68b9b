import type { ChangeId, DepartmentCode, MaskedText } from '../ids.ts';
import type { Day, Instant } from '../instant.ts';
import type { PersonRef } from '../people.ts';

/* What people say and settle on the way of a case, each as one fact. */

/** Another department has been asked to take the case; until it does, the sender stays accountable. */
export type TransferOffer = {
  readonly to: DepartmentCode;
  readonly by: PersonRef;
  readonly at: Instant;
  readonly reason: string;
  readonly why: MaskedText;
};

export type Hold = {
  readonly reason: string;
  readonly until: Day;
  readonly nextUpdate: Day;
  /** The customer's turn: the time to the fix stands still meanwhile. */
  readonly forCustomer?: true;
  readonly by: PersonRef;
  readonly at: Instant;
};

export type DecisionOption = {
  readonly label: MaskedText;
  readonly cost: MaskedText | null;
  readonly customerEffect: MaskedText | null;
};

export type DecisionRequest = {
  readonly question: MaskedText;
  /** Two or three. */
  readonly options: readonly DecisionOption[];
  /** Index into `options`. */
  readonly recommended: number;
  readonly neededBy: Day;
  readonly by: PersonRef;
  readonly at: Instant;
};

export type DecisionMade = {
  readonly question: MaskedText;
  readonly choice: MaskedText;
  readonly reason: MaskedText;
  /** Who had asked, and is told. */
  readonly askedBy?: PersonRef;
  readonly by: PersonRef;
  readonly at: Instant;
};

/** Whether something becomes different because of the case: a process change stands for it, or a lead has signed that none is needed. */
export type ChangeAnswer =
  | { readonly type: 'change'; readonly change: ChangeId }
  | { readonly type: 'none'; readonly reason: MaskedText; readonly by: PersonRef; readonly at: Instant };

/** Root cause, level 1 and 2, as codes of `taxonomies.rootCauses`. */
export type RootCause = { readonly l1: string; readonly l2: string };

export type Fix = {
  readonly fixType: string;
  readonly done: MaskedText;
  readonly evidence: MaskedText;
  readonly rootCause: RootCause | null;
  /** In won; only with a fix type that compensates, and then only with a basis. */
  readonly compensation: { readonly amount: number; readonly basis: MaskedText } | null;
  /** When it was really done, where it was recorded afterwards; `at` is when that was. */
  readonly doneAt?: Instant;
  /** Inquiries: was information missing? */
  readonly informationMissing: boolean | null;
  readonly by: PersonRef;
  readonly at: Instant;
};

export const verdicts = ['accepted', 'dissatisfied', 'unreachable', 'notDue'] as const;
/** What the customer made of the answer. `notDue`: anonymous or a review, nobody to tell. */
export type Verdict = (typeof verdicts)[number];

export type CustomerReply = {
  /** Code of `taxonomies.replyChannels`. */
  readonly channel: string;
  /** When the customer was told. */
  readonly toldAt: Instant;
  readonly gist: MaskedText;
  readonly verdict: Verdict;
  /** Whether the customer believes that it will happen again; absent: nobody asked. */
  readonly again?: boolean;
  readonly by: PersonRef;
  readonly at: Instant;
};

export const happyCallAnswers = ['solved', 'unsolved', 'unreachable'] as const;
export type HappyCallAnswer = (typeof happyCallAnswers)[number];

/** 해피콜: what the customer said of it some days after closing. */
export type HappyCall = {
  readonly answer: HappyCallAnswer;
  readonly calledAt: Instant;
  /** 1 to 7, as the customer says; null: not said. */
  readonly effort: number | null;
  /** Whether they believe that it will happen again; null where nobody spoke to them. */
  readonly again: boolean | null;
  readonly note: MaskedText | null;
  /** Calls so far, this one included. */
  readonly tries: number;
  /** Nobody calls again. */
  readonly over?: true;
  readonly by: PersonRef;
  readonly at: Instant;
};

export type Refusal = {
  readonly reason: string;
  readonly evidence: MaskedText;
  /** What the customer may be told. */
  readonly explanation: MaskedText;
  /** Why the expectation was not reasonable. */
  readonly whyUnreasonable: MaskedText;
  readonly by: PersonRef;
  readonly at: Instant;
};

export type Obstacle = {
  readonly number: number;
  readonly text: MaskedText;
  readonly by: PersonRef;
  readonly at: Instant;
  /** The one who would answer raised it: an executive is asked instead. */
  readonly forExecutive?: true;
  readonly answer: { readonly text: MaskedText; readonly by: PersonRef; readonly at: Instant } | null;
};

/** Who calls the customer, and when: required where `needsHuman` says so. */
export type Callback = { readonly caller: PersonRef; readonly at: Instant };
