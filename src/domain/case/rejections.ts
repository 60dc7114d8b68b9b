import type { CaseId, ClusterId, DepartmentCode } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { VoiceKind } from '../intake/voice.ts';
import type { PersonRef, Role } from '../people.ts';
import type { ClockKey } from '../sla/sla-clock.ts';
import type { Status } from './case.ts';
import type { CaseCommandType } from './commands.ts';

/** Who may do it, when the presser may not. */
export type Authority =
  | { readonly type: 'member'; readonly department: DepartmentCode }
  | { readonly type: 'lead'; readonly department: DepartmentCode }
  | { readonly type: 'owner'; readonly owner: PersonRef | null }
  | { readonly type: 'roles'; readonly roles: readonly Role[] }
  | { readonly type: 'involved' }
  /** Whom praise is for. */
  | { readonly type: 'praised'; readonly praised: PersonRef }
  /** The privacy officer, and the legal department. */
  | { readonly type: 'law' };

/** What is wrong with one field. `field` is the property name in the command and the field name in the form. */
export type FieldProblem = {
  readonly field: string;
  readonly problem:
    | { readonly type: 'required' }
    | { readonly type: 'tooShort'; readonly min: number }
    | { readonly type: 'tooLong'; readonly max: number }
    | { readonly type: 'unknown' }
    | { readonly type: 'inThePast' }
    | { readonly type: 'inTheFuture' }
    | { readonly type: 'tooLate'; readonly maxDays: number }
    | { readonly type: 'tooManyBusinessDays'; readonly most: number }
    | { readonly type: 'sameDepartment' }
    | { readonly type: 'notMember' }
    | { readonly type: 'needsDecision' }
    | { readonly type: 'needsEvidence' }
    | { readonly type: 'notReasonable' }
    | { readonly type: 'attempts'; readonly min: number }
    | { readonly type: 'optionCount' }
    /** More than the person may give without asking; `left`: what they may. */
    | { readonly type: 'overAuthority'; readonly left: number }
    | { readonly type: 'mustBeTicked' }
    | { readonly type: 'answers'; readonly min: number };
};

/** What still stands between a replied case and its closing. */
export type ClosingGate =
  | 'customerTold'
  | 'evidence'
  | 'rootCause'
  | 'statutory'
  | 'compensation'
  | 'verdict'
  | 'change';

/** Every expected "no", with the data a helpful sentence needs. */
export type CaseRejection =
  | { readonly type: 'NoSuchCase' }
  | { readonly type: 'InvalidInput'; readonly problems: readonly FieldProblem[] }
  | { readonly type: 'NotAllowed'; readonly needs: Authority }
  | { readonly type: 'AlreadyAcknowledged'; readonly by: PersonRef; readonly at: Instant }
  /** The case has moved on (or is not there yet): the answer is where it is now. */
  | {
      readonly type: 'NotNow';
      readonly command: CaseCommandType;
      readonly status: Status;
      readonly by: PersonRef | null;
      readonly at: Instant | null;
    }
  | { readonly type: 'TransferPending'; readonly to: DepartmentCode; readonly by: PersonRef; readonly at: Instant }
  | { readonly type: 'NoTransferOffered' }
  /** The VOC desk has decided: binding. */
  | { readonly type: 'AssignmentIsBinding'; readonly department: DepartmentCode }
  | { readonly type: 'OwnCase' }
  | { readonly type: 'OwnRequest' }
  | { readonly type: 'ClosingGatesOpen'; readonly gates: readonly ClosingGate[] }
  | { readonly type: 'ReopenWindowPassed'; readonly closedAt: Instant; readonly days: number }
  | { readonly type: 'NotSameCustomer'; readonly into: CaseId }
  | { readonly type: 'NotSameIncident'; readonly into: CaseId }
  | { readonly type: 'SecondPersonNeeded'; readonly by: PersonRef }
  | { readonly type: 'NoSuchObstacle' }
  | { readonly type: 'ObstacleAnswered'; readonly by: PersonRef; readonly at: Instant }
  /** One request at a time waits for its answer. */
  | { readonly type: 'RequestPending'; readonly by: PersonRef; readonly at: Instant }
  /** The playbook has nobody whose authority suffices. */
  | { readonly type: 'NobodyApproves' }
  | { readonly type: 'NoSuchRemedy' }
  | { readonly type: 'RemedyAnswered'; readonly by: PersonRef; readonly at: Instant }
  /** It is linked already, with other cases. */
  | { readonly type: 'InAnotherCluster'; readonly cluster: ClusterId }
  /** No voice of a customer, or one that another case stands for: nothing to link. */
  | { readonly type: 'NotLinkable' }
  /** Nobody asks what becomes different, or it has been said. */
  | { readonly type: 'ChangeNotAsked' }
  | { readonly type: 'NothingChanged' }
  /** What was due has been done, or moved. Nobody sees it. */
  | { readonly type: 'StaleTimer' }
  /** Nothing runs there any more that could be put off or given a new date. */
  | { readonly type: 'ClockNotRunning'; readonly clock: ClockKey }
  | { readonly type: 'SnoozedEnough'; readonly most: number }
  | { readonly type: 'SnoozePastDue'; readonly dueAt: Instant }
  /** This step is for another kind of voice. */
  | { readonly type: 'OtherKind'; readonly kind: VoiceKind }
  | { readonly type: 'VerdictStands'; readonly by: PersonRef; readonly at: Instant }
  | { readonly type: 'FilerIsNamed' }
  /** Conduct: what a step builds on is not there, or was done before. */
  | { readonly type: 'NoConduct' }
  | { readonly type: 'ConductKnown'; readonly by: PersonRef; readonly at: Instant }
  | { readonly type: 'NoLimitProposed' }
  /** This person's request stands already. */
  | { readonly type: 'ProtectionStands'; readonly at: Instant }
  | { readonly type: 'ProtectionAnswered'; readonly by: PersonRef; readonly at: Instant }
  | { readonly type: 'NoSuchRequest' }
  /** A new date is for what has passed its first. */
  | { readonly type: 'NotYetDue'; readonly dueAt: Instant };
