import type { RootCause } from '../case/case.ts';
import type { CaseId, ChangeId, ClusterId, DepartmentCode, MaskedText, PersonId } from '../ids.ts';
import type { Day, Instant } from '../instant.ts';
import type { Touchpoint } from '../intake/voice.ts';
import type { GaugeLevel } from '../learning/gauge.ts';
import type { PersonRef } from '../people.ts';
import type { Sla } from '../sla/sla-clock.ts';

/** 시정: removes this cause. 예방: keeps it from happening elsewhere, or next. */
export const actionKinds = ['corrective', 'preventive'] as const;
export type ActionKind = (typeof actionKinds)[number];

/** Something to be done on the way, by one person and by a day. */
export type Action = {
  readonly number: number;
  readonly kind: ActionKind;
  readonly what: MaskedText;
  readonly owner: PersonRef;
  readonly due: Day;
  readonly done: { readonly evidence: MaskedText; readonly by: PersonRef; readonly at: Instant } | null;
};

/** What is to become different, and for whom. */
export type Proposal = {
  /** Said as the change: "상판 모서리 보호대 1개 추가". */
  readonly title: MaskedText;
  /** Codes of `learning.change.means`: what it changes. */
  readonly means: readonly string[];
  readonly rootCause: RootCause;
  readonly touchpoint: Touchpoint | null;
  readonly cost: MaskedText | null;
  readonly effect: MaskedText;
  /** What the customer will notice. */
  readonly notices: MaskedText | null;
  /** 동행·코칭: where the cause lies with people, how they are helped along. */
  readonly coaching: MaskedText | null;
  readonly by: PersonRef;
  /** By who leads the department and may not judge it: an executive does. */
  readonly byLead?: true;
  readonly at: Instant;
};

export type Refusal = { readonly reason: MaskedText; readonly by: PersonRef; readonly at: Instant };

/** In force, and being looked at. */
export type Deployment = {
  readonly evidence: MaskedText;
  /** From when on a complaint counts against it. */
  readonly deployedAt: Instant;
  /** Customers in the days before: what it is measured by; at least 1. */
  readonly baseline: number;
  /** Counted by: severe cases, or weak signals where there were no others. */
  readonly counts: 'severe' | 'all';
  /** Days after `deployedAt` at which the figures are told; the last ends the watch. */
  readonly marks: readonly number[];
  /** Marks that have been told. */
  readonly told: number;
  /** Customers who complained lately, as told last. */
  readonly since?: number;
  readonly by: PersonRef;
};

/** What came of the watch. */
export type Effect = {
  readonly outcome: 'effective' | 'partial';
  readonly total: number;
  readonly allowed: number;
  readonly note: MaskedText | null;
  readonly by: PersonRef;
  readonly at: Instant;
};

export type Status =
  | 'demanded'
  | 'proposed'
  | 'accepted'
  | 'planned'
  | 'doing'
  | 'deployed'
  | 'effective'
  | 'partial'
  | 'declined';

/** What every change carries, whatever its status. */
export type Begun = {
  readonly begunAt: Instant;
  /** The problem it is about. */
  readonly cluster: ClusterId;
  /** The case from which it was proposed or demanded. */
  readonly from: CaseId;
  readonly department: DepartmentCode;
  /** The pile of look-alikes that asked for it; null: somebody proposed it unasked. */
  readonly demanded: { readonly level: GaugeLevel; readonly customers: number; readonly at: Instant } | null;
  /** 1, and one more with each relapse. */
  readonly round: number;
  readonly actions: readonly Action[];
  readonly proposal: Proposal | null;
  readonly owner: PersonRef | null;
  /** The executive who said that it is to be done. */
  readonly sponsor: PersonRef | null;
  readonly direction: {
    readonly asked: Instant;
    readonly answer: { readonly reason: MaskedText; readonly by: PersonRef; readonly at: Instant } | null;
  } | null;
  readonly due: Day | null;
  readonly deployment: Deployment | null;
  readonly relapses: readonly {
    readonly at: Instant;
    readonly why: RelapseReason;
    readonly cases: readonly CaseId[];
  }[];
  readonly effect: Effect | null;
  readonly refusal: Refusal | null;
  /** Asked a year on: does it still delight, or is it taken for granted? */
  readonly review?: { readonly asked: Instant; readonly answer: Review | null };
  /** A single severe case since it took effect that is no relapse yet: told to the owner once each. */
  readonly warned: readonly CaseId[];
  readonly sla: Sla;
};

/** What once delighted becomes ordinary; then something new is wanted. */
export const appeals = ['delights', 'ordinary'] as const;
export type Appeal = (typeof appeals)[number];
export type Review = { readonly appeal: Appeal; readonly by: PersonRef; readonly at: Instant };

/** `severe`: an S1. `many`: as many as half of before within the window. `again`: a customer who had complained before. */
export type RelapseReason = 'severe' | 'many' | 'again';

export type Change = Begun & { readonly status: Status };
export type ChangeState = { readonly status: 'unbegun' } | Change;
export const unbegun: ChangeState = { status: 'unbegun' };

export type ChangeRecord = { readonly id: ChangeId; readonly version: number; readonly state: Change };

/** Nothing more is owed: it held, it was refused, or what is left is somebody's next change. */
export const isOver = ({ status }: Change): boolean =>
  status === 'effective' || status === 'declined' || status === 'partial';

/** What removes this cause and is still to be done: before it is, nothing can take effect. */
export const openCorrections = ({ actions }: Pick<Change, 'actions'>): readonly Action[] =>
  actions.filter(({ kind, done }) => kind === 'corrective' && done === null);

export const isOwner = ({ owner }: Change, id: PersonId): boolean => owner?.id === id;
