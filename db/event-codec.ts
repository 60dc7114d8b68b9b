import type { CaseRecord, FiledCase, Status } from '../src/domain/case/case.ts';
import type { CaseEvent, CaseEventType, RecordedEvent } from '../src/domain/case/events.ts';
import type { ChangeEvent } from '../src/domain/change/events.ts';
import { caseId, caseNumber, causationId, personId } from '../src/domain/ids.ts';
import { instant } from '../src/domain/instant.ts';
import { type Sla, untimed } from '../src/domain/sla/sla-clock.ts';
import { DatabaseFault } from './faults.ts';

/** An event on its way into `case_events`; `at` in milliseconds. */
export type EventRow = {
  readonly type: string;
  readonly at: number;
  readonly by_id: string | null;
  readonly by_name: string | null;
  readonly data: unknown;
};
export type StoredEventRow = EventRow & {
  readonly case_id: number;
  readonly version: number;
  readonly causation_id: string;
};
export type CaseRow = { readonly id: number; readonly version: number; readonly state: FiledCase };

/** A type added to the vocabulary stops the build here until the database knows it. */
const eventTypes: Readonly<Record<CaseEventType, true>> = {
  CaseFiled: true,
  ChangeLinked: true,
  ChangeUnlinked: true,
  NoChangeSigned: true,
  CaseRouted: true,
  CaseAcknowledged: true,
  OwnerReassigned: true,
  WorkStarted: true,
  TransferOffered: true,
  TransferAccepted: true,
  TransferDeclined: true,
  AdjudicationOpened: true,
  CaseAdjudicated: true,
  CaseHeld: true,
  CaseResumed: true,
  DecisionRequested: true,
  DecisionMade: true,
  CaseFixed: true,
  CustomerReplied: true,
  CaseClosed: true,
  HappyCallMade: true,
  CaseReopened: true,
  CaseMerged: true,
  CaseRefused: true,
  RefusalCountersigned: true,
  RefusalOverturned: true,
  CaseWithdrawn: true,
  VoidProposed: true,
  CaseVoided: true,
  ObstacleRaised: true,
  ObstacleAnswered: true,
  SeverityReassessed: true,
  CaseLinked: true,
  CaseUnlinked: true,
  LikenessDenied: true,
  ClusterWeighed: true,
  NoteAdded: true,
  NoteHeard: true,
  OriginalViewed: true,
  CustomerContacted: true,
  CaseContained: true,
  RemedyGranted: true,
  RemedyRequested: true,
  RemedyApproved: true,
  RemedyDeclined: true,
  RemedyWithdrawn: true,
  ProgressConfirmed: true,
  CaseNudged: true,
  CaseEscalated: true,
  NudgesSnoozed: true,
  NewDueSet: true,
  StatutoryAttached: true,
  StatutoryDischarged: true,
  DuesMoved: true,
  VerdictGiven: true,
  CaseSettled: true,
  FilerSeen: true,
  CaseSplit: true,
  ConductFlagged: true,
  ConductConfirmed: true,
  LimitProposed: true,
  ContactLimited: true,
  ConductLifted: true,
  WordsUnfolded: true,
  ProtectionAsked: true,
  ProtectionAnswered: true,
};

const statuses: Readonly<Record<Status, true>> = {
  new: true,
  routed: true,
  acknowledged: true,
  working: true,
  held: true,
  adjudication: true,
  deciding: true,
  fixed: true,
  replied: true,
  closed: true,
  refused: true,
  merged: true,
  withdrawn: true,
  settled: true,
  void: true,
};

export const encodeEvent = (event: CaseEvent | ChangeEvent): EventRow => ({
  type: event.type,
  at: event.at,
  by_id: event.by?.id ?? null,
  by_name: event.by?.name ?? null,
  data: event.data,
});

/** @throws DatabaseFault `WRITTEN_BY_NEWER` for a type this Meari does not know */
export function decodeEvent(row: StoredEventRow): RecordedEvent {
  if (!Object.hasOwn(eventTypes, row.type)) throw newer(row.case_id, `the event ${row.type}`);
  const event = {
    type: row.type,
    data: row.data,
    at: instant(row.at),
    by: row.by_id === null ? null : { id: personId(row.by_id), name: row.by_name ?? '' },
  };
  // The log is written by `encodeEvent` alone, under a type whose data is only ever added to.
  return { version: row.version, causationId: causationId(row.causation_id), event: event as CaseEvent };
}

/** @throws DatabaseFault `WRITTEN_BY_NEWER` for a status this Meari does not know */
export function decodeCase(row: CaseRow): CaseRecord {
  if (!Object.hasOwn(statuses, row.state.status)) throw newer(row.id, `the status ${row.state.status}`);
  const { sla } = row.state as { readonly sla?: Sla };
  // Filed before there were clocks: nothing was promised.
  return { id: caseId(row.id), version: row.version, state: { ...row.state, sla: sla ?? untimed } };
}

const newer = (id: number, what: string): DatabaseFault =>
  new DatabaseFault(
    'WRITTEN_BY_NEWER',
    `${caseNumber(caseId(id))} has ${what}, which this Meari does not know: a newer one wrote it. Run that version here too.`,
  );
