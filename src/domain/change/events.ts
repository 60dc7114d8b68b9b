import type { RungReached } from '../case/events.ts';
import type { CaseId, CausationId, ClusterId, DepartmentCode, MaskedText, PersonId } from '../ids.ts';
import type { Day, Instant } from '../instant.ts';
import type { GaugeLevel } from '../learning/gauge.ts';
import type { PersonRef } from '../people.ts';
import type { SlaClock } from '../sla/sla-clock.ts';
import type { Terms } from '../sla/terms.ts';
import type { Action, Appeal, Deployment, Effect, Proposal, RelapseReason } from './change.ts';

type Event<T extends string, D> = {
  readonly type: T;
  readonly data: D;
  readonly at: Instant;
  readonly by: PersonRef | null;
};

/** How a change began: of which problem, where, and what is promised on its way. */
type Beginning = {
  readonly cluster: ClusterId;
  readonly from: CaseId;
  readonly department: DepartmentCode;
  readonly terms: Terms;
};
type Target = SlaClock['target'];

/** The vocabulary of a change's log. Append-only, masked; additions only. `by` is null where the system acted. */
export type ChangeEvent =
  | Event<
      'ChangeDemanded',
      Beginning & { readonly level: GaugeLevel; readonly customers: number; readonly within: Target }
    >
  | Event<
      'ChangeProposed',
      { readonly beginning: Beginning | null; readonly proposal: Proposal; readonly within: Target }
    >
  /** The gauge is critical: an executive says what is to become of it. */
  | Event<'DirectionAsked', { readonly level: GaugeLevel; readonly customers: number; readonly within: Target }>
  | Event<'DirectionGiven', { readonly reason: MaskedText }>
  | Event<'ChangeAccepted', { readonly owner: PersonRef; readonly within: Target }>
  | Event<'ChangeDeclined', { readonly reason: MaskedText }>
  | Event<'ChangePlanned', { readonly due: Day; readonly actions: readonly Action[] }>
  | Event<'ActionAdded', { readonly action: Action }>
  | Event<'ActionDone', { readonly number: number; readonly evidence: MaskedText }>
  | Event<'ChangeBegun', Record<never, never>>
  | Event<'OwnerChanged', { readonly owner: PersonRef }>
  /** `tell`: everybody who ever filed the problem. */
  | Event<'ChangeDeployed', { readonly deployment: Deployment; readonly tell: readonly PersonId[] }>
  | Event<'WatchRead', { readonly day: number; readonly before: number; readonly since: number }>
  /** The last mark has passed: somebody other than the owner says whether it held. */
  | Event<'VerificationAsked', { readonly within: Target; readonly total: number; readonly allowed: number }>
  | Event<'SevereReturned', { readonly caseId: CaseId }>
  | Event<
      'ChangeRelapsed',
      {
        readonly why: RelapseReason;
        readonly cases: readonly CaseId[];
        readonly tell: readonly PersonId[];
        readonly within: Target;
      }
    >
  | Event<'ReviewAsked', Record<never, never>>
  | Event<'ChangeReviewed', { readonly appeal: Appeal }>
  | Event<'EffectVerified', { readonly effect: Effect; readonly before: number }>
  /** Partly effective, or not: it goes on with something else. */
  | Event<'ChangeResumed', { readonly reason: MaskedText; readonly within: Target }>
  | Event<'ChangeNudged', RungReached>
  | Event<'ChangeEscalated', RungReached>;

export type ChangeEventType = ChangeEvent['type'];
export type ChangeEventOf<T extends ChangeEventType> = Extract<ChangeEvent, { type: T }>;

export type RecordedChangeEvent = {
  readonly version: number;
  readonly causationId: CausationId;
  readonly event: ChangeEvent;
};
