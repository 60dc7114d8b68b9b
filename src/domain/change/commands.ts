import type { CommandMeta } from '../case/command.ts';
import type { CaseId, ClusterId, DepartmentCode, MaskedText, PersonId } from '../ids.ts';
import type { Day, Instant } from '../instant.ts';
import type { Touchpoint } from '../intake/voice.ts';
import type { GaugeLevel, Member } from '../learning/gauge.ts';
import type { PersonRef } from '../people.ts';
import type { ActionKind, Appeal } from './change.ts';
import type { ChangeDue } from './next-due.ts';

type Command<T extends string, D> = { readonly type: T; readonly data: D; readonly meta: CommandMeta };

/** Of which problem, and where it stands now. */
type About = {
  readonly cluster: ClusterId;
  readonly from: CaseId;
  /** How far along the problem is. */
  readonly level: GaugeLevel | null;
};

/**
 * What a person, the count or the clock asks of a process change. As with cases, what a form left open arrives as null or
 * '' and is refused with the field's name. What the cases say (`members`, `tell`) comes with the command: the core asks nobody.
 */
export type ChangeCommand =
  | Command<
      'ProposeChange',
      About & {
        /** A change for this problem has not held before. */
        readonly relapsed: boolean;
        readonly title: MaskedText;
        readonly means: readonly string[];
        /** `l1/l2`, as the form offers it. */
        readonly rootCause: string | null;
        readonly touchpoint: Touchpoint | null;
        readonly department: DepartmentCode | null;
        readonly cost: MaskedText | null;
        readonly effect: MaskedText;
        readonly notices: MaskedText | null;
        readonly coaching: MaskedText | null;
      }
    >
  | Command<'AcceptChange', { readonly owner: PersonRef | null }>
  | Command<'DeclineChange', { readonly reason: MaskedText }>
  | Command<'DirectChange', { readonly reason: MaskedText }>
  | Command<'PlanChange', { readonly due: Day | null; readonly actions: readonly PlannedAction[] }>
  | Command<'AddAction', PlannedAction>
  | Command<'FinishAction', { readonly number: number; readonly evidence: MaskedText }>
  | Command<'BeginChange', Record<never, never>>
  | Command<'ChangeOwner', { readonly owner: PersonRef | null }>
  | Command<
      'DeployChange',
      {
        readonly evidence: MaskedText;
        readonly deployedAt: Instant | null;
        readonly members: readonly Member[];
        readonly tell: readonly PersonId[];
      }
    >
  | Command<'VerifyEffect', { readonly note: MaskedText | null; readonly members: readonly Member[] }>
  | Command<'ReviewChange', { readonly appeal: Appeal | null }>
  | Command<'ResumeChange', { readonly reason: MaskedText }>
  /** The count's own: a pile of look-alikes asks for a change, or for an executive. */
  | Command<
      'DemandChange',
      About & { readonly department: DepartmentCode; readonly level: GaugeLevel; readonly customers: number }
    >
  | Command<'AskDirection', { readonly level: GaugeLevel; readonly customers: number }>
  /** The count's own: what came back since the change took effect. */
  | Command<'ReadReturns', { readonly members: readonly Member[]; readonly tell: readonly PersonId[] }>
  /** The clock's own. */
  | Command<'RunTimer', { readonly expected: ChangeDue; readonly members: readonly Member[] }>;

/** `slot`: behind the names of its fields, where a form asks for several. */
export type PlannedAction = {
  readonly slot: string;
  readonly kind: ActionKind | null;
  readonly what: MaskedText;
  readonly owner: PersonRef | null;
  readonly due: Day | null;
};

export type ChangeCommandType = ChangeCommand['type'];
export type ChangeCommandOf<T extends ChangeCommandType> = Extract<ChangeCommand, { type: T }>;
