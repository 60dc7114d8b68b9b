import type { CaseRejection, FieldProblem } from '../../src/domain/case/rejections.ts';
import { caseId, clusterId } from '../../src/domain/ids.ts';
import { logistics, quality } from '../support/a-playbook.ts';
import { at, cases, someone } from './cases-of-every-status.ts';

const { hana } = someone;
const by = hana;
const before = at(-12);

const problems: { readonly [T in FieldProblem['problem']['type']]: Extract<FieldProblem['problem'], { type: T }> } = {
  required: { type: 'required' },
  tooShort: { type: 'tooShort', min: 10 },
  tooLong: { type: 'tooLong', max: 3000 },
  unknown: { type: 'unknown' },
  inThePast: { type: 'inThePast' },
  inTheFuture: { type: 'inTheFuture' },
  tooLate: { type: 'tooLate', maxDays: 14 },
  tooManyBusinessDays: { type: 'tooManyBusinessDays', most: 10 },
  sameDepartment: { type: 'sameDepartment' },
  notMember: { type: 'notMember' },
  needsDecision: { type: 'needsDecision' },
  needsEvidence: { type: 'needsEvidence' },
  notReasonable: { type: 'notReasonable' },
  attempts: { type: 'attempts', min: 3 },
  optionCount: { type: 'optionCount' },
  overAuthority: { type: 'overAuthority', left: 30_000 },
  mustBeTicked: { type: 'mustBeTicked' },
  answers: { type: 'answers', min: 2 },
};
export const everyProblem: readonly FieldProblem[] = Object.values(problems).map((problem) => ({
  field: 'reason',
  problem,
}));

type Of<T extends CaseRejection['type']> = readonly Extract<CaseRejection, { type: T }>[];

const all: { readonly [T in CaseRejection['type']]: Of<T> } = {
  NoSuchCase: [{ type: 'NoSuchCase' }],
  InvalidInput: everyProblem.map((p) => ({ type: 'InvalidInput', problems: [p] })),
  NotAllowed: [
    { type: 'NotAllowed', needs: { type: 'member', department: logistics } },
    { type: 'NotAllowed', needs: { type: 'lead', department: logistics } },
    { type: 'NotAllowed', needs: { type: 'owner', owner: hana } },
    { type: 'NotAllowed', needs: { type: 'owner', owner: null } },
    { type: 'NotAllowed', needs: { type: 'roles', roles: ['vocDesk'] } },
    { type: 'NotAllowed', needs: { type: 'roles', roles: ['csAgent', 'csLead'] } },
    { type: 'NotAllowed', needs: { type: 'involved' } },
    { type: 'NotAllowed', needs: { type: 'law' } },
    { type: 'NotAllowed', needs: { type: 'praised', praised: hana } },
  ],
  AlreadyAcknowledged: [{ type: 'AlreadyAcknowledged', by, at: before }],
  NotNow: Object.values(cases).flatMap((c) => [
    { type: 'NotNow' as const, command: 'FixCase' as const, status: c.status, by, at: before },
    { type: 'NotNow' as const, command: 'CloseCase' as const, status: c.status, by: null, at: null },
  ]),
  TransferPending: [{ type: 'TransferPending', to: quality, by, at: before }],
  NoTransferOffered: [{ type: 'NoTransferOffered' }],
  AssignmentIsBinding: [{ type: 'AssignmentIsBinding', department: quality }],
  OwnCase: [{ type: 'OwnCase' }],
  OwnRequest: [{ type: 'OwnRequest' }],
  ClosingGatesOpen: [
    { type: 'ClosingGatesOpen', gates: ['customerTold', 'evidence', 'rootCause', 'statutory', 'compensation'] },
    { type: 'ClosingGatesOpen', gates: ['customerTold', 'evidence', 'rootCause', 'statutory', 'verdict'] },
  ],
  ReopenWindowPassed: [{ type: 'ReopenWindowPassed', closedAt: at(-60 * 24 * 40), days: 30 }],
  NotSameCustomer: [{ type: 'NotSameCustomer', into: caseId(12) }],
  NotSameIncident: [{ type: 'NotSameIncident', into: caseId(13) }],
  SecondPersonNeeded: [{ type: 'SecondPersonNeeded', by }],
  NoSuchObstacle: [{ type: 'NoSuchObstacle' }],
  ObstacleAnswered: [{ type: 'ObstacleAnswered', by, at: before }],
  RequestPending: [{ type: 'RequestPending', by, at: before }],
  NobodyApproves: [{ type: 'NobodyApproves' }],
  NoSuchRemedy: [{ type: 'NoSuchRemedy' }],
  RemedyAnswered: [{ type: 'RemedyAnswered', by, at: before }],
  InAnotherCluster: [{ type: 'InAnotherCluster', cluster: clusterId(3) }],
  NotLinkable: [{ type: 'NotLinkable' }],
  ChangeNotAsked: [{ type: 'ChangeNotAsked' }],
  NothingChanged: [{ type: 'NothingChanged' }],
  StaleTimer: [{ type: 'StaleTimer' }],
  ClockNotRunning: [
    { type: 'ClockNotRunning', clock: 'fix' },
    { type: 'ClockNotRunning', clock: 'obstacle:2' },
    { type: 'ClockNotRunning', clock: 'statutory:privacy_leak' },
    { type: 'ClockNotRunning', clock: '' },
  ],
  SnoozedEnough: [
    { type: 'SnoozedEnough', most: 1 },
    { type: 'SnoozedEnough', most: 2 },
  ],
  SnoozePastDue: [{ type: 'SnoozePastDue', dueAt: at(30) }],
  OtherKind: [{ type: 'OtherKind', kind: 'complaint' }],
  VerdictStands: [{ type: 'VerdictStands', by, at: before }],
  FilerIsNamed: [{ type: 'FilerIsNamed' }],
  NoConduct: [{ type: 'NoConduct' }],
  ConductKnown: [{ type: 'ConductKnown', by, at: before }],
  NoLimitProposed: [{ type: 'NoLimitProposed' }],
  ProtectionStands: [{ type: 'ProtectionStands', at: before }],
  ProtectionAnswered: [{ type: 'ProtectionAnswered', by, at: before }],
  NoSuchRequest: [{ type: 'NoSuchRequest' }],
  NotYetDue: [{ type: 'NotYetDue', dueAt: at(60 * 80) }],
};
export const everyRejection: readonly CaseRejection[] = Object.values(all).flat();
