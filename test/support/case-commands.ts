import type { CaseCommandOf, CaseCommandType } from '../../src/domain/case/commands.ts';
import { caseId, causationId, changeId, clusterId } from '../../src/domain/ids.ts';
import { day, type Instant } from '../../src/domain/instant.ts';
import { type Person, refOf } from '../../src/domain/people.ts';
import { logistics, people, quality } from './a-playbook.ts';
import { aVoice, filedAt, later, masked } from './case-events.ts';

type Forms = { readonly [T in CaseCommandType]: CaseCommandOf<T>['data'] };

const choice = (label: string) => ({ label: masked(label), cost: null, customerEffect: null });

/** The customer has been given nothing in other cases. */
export const nothingElsewhere = { since: later(-60 * 24 * 90), amount: 0, times: 0 };

/** Every form filled in as it should be, for a plain complaint of no great severity. */
export const completeForms: Forms = {
  FileCase: {
    kind: aVoice.kind,
    channel: aVoice.channel,
    touchpoint: aVoice.touchpoint,
    words: aVoice.words,
    experience: aVoice.experience,
    wants: aVoice.wants,
    opinion: null,
    product: null,
    masked: {},
    customer: null,
    earlier: [],
    permalink: null,
    signals: [],
    struggled: [],
    waited: null,
    reach: null,
    department: logistics,
  },
  RouteCase: { department: logistics, reason: null },
  AcknowledgeCase: { owner: null, eta: null, caller: null, callbackAt: null },
  ReassignOwner: { owner: refOf(people.jiho) },
  StartWork: { plan: masked('포장재 교체 후 재발송'), eta: later(600), position: null },
  OfferTransfer: {
    department: quality,
    reason: 'other-cause',
    why: masked('포장이 아니라 제품 두께가 원인입니다'),
  },
  AcceptTransfer: { owner: null, eta: null, caller: null, callbackAt: null },
  DeclineTransfer: { department: logistics, why: masked('제품 두께는 기준 안에 있습니다') },
  AdjudicateCase: { department: quality, reason: masked('출고 기록으로 보아 배송 중 파손') },
  HoldCase: { reason: 'parts', until: day('2026-11-30'), nextUpdate: day('2026-11-26') },
  ResumeCase: {},
  RequestDecision: {
    question: masked('재포장 범위'),
    options: [choice('모든 상품 재포장'), choice('깨지기 쉬운 상품만')],
    recommended: 1,
    neededBy: day('2026-11-25'),
    position: null,
  },
  MakeDecision: { choice: 1, reason: masked('비용 대비 효과가 큼') },
  FixCase: {
    fixType: 'solved',
    done: masked('새 상품을 완충재와 함께 다시 보냄'),
    evidence: masked('출고 사진 1장'),
    rootCause: 'product/packaging',
    amount: null,
    basis: null,
    sum: nothingElsewhere,
    informationMissing: null,
    doneAt: null,
  },
  ReplyToCustomer: {
    channel: 'phone',
    toldAt: later(85),
    gist: masked('새 상품 발송과 포장 변경을 안내함'),
    verdict: 'accepted',
    attempts: null,
    again: null,
    struggled: [],
  },
  CloseCase: {},
  RecordHappyCall: { answer: 'solved', calledAt: later(115), effort: 2, again: false, note: null },
  ReopenCase: { reason: masked('또 깨져서 왔다고 함') },
  MergeCase: { into: caseId(7), target: { customer: null, ended: false }, sameIncident: true, self: caseId(8) },
  RefuseCase: {
    reason: 'not-factual',
    evidence: masked('출고 전 영상에 파손 없음'),
    explanation: masked('출고 기록을 함께 보여 드림'),
    whyUnreasonable: masked('보관 중 파손은 약속 범위 밖'),
  },
  CountersignRefusal: {},
  OverturnRefusal: { reason: masked('영상에 모서리가 찍히지 않음') },
  WithdrawCase: { words: masked('괜찮으니 없던 일로 해 주세요'), cause: masked('가족이 이미 새로 샀음') },
  VoidCase: { reason: masked('광고 문자') },
  RaiseObstacle: { text: masked('완충재 예산이 없습니다') },
  AnswerObstacle: { number: 1, text: masked('이번 주에 예산을 배정했습니다') },
  ReassessSeverity: { signals: ['B1'], reason: masked('환불이 늦어 손해가 생김') },
  HearNote: {
    said: { platform: 'slack', tenant: 'T1', conversation: 'C1', message: '1.1' },
    text: masked('사진을 더 받았습니다'),
    asOf: later(0),
    files: 0,
    permalink: null,
  },
  LinkCase: { cluster: clusterId(3), other: caseId(3) },
  UnlinkCase: {},
  LinkChange: { change: changeId(2), answeredAt: filedAt, cameBack: false },
  UnlinkChange: {},
  SignNoChange: { reason: masked('8월에 바꾼 상자가 이 건 뒤에 들어왔습니다') },
  DenyLikeness: { other: caseId(4) },
  WeighCluster: { cluster: clusterId(3), level: 'watch', customers: 3, outage: false, corrected: false },
  AddNote: { text: masked('사진을 받았습니다'), happenedAt: null },
  ViewOriginal: { reason: masked('연락처 확인') },
  ContactCustomer: {
    channel: 'phone',
    contactedAt: later(80),
    gist: masked('내일까지 원인을 알려 드리기로 함'),
    struggled: [],
    reach: null,
  },
  ContainCase: { measure: masked('같은 상자에 든 상품의 출고를 멈춤') },
  GrantRemedy: { what: 'money', amount: 30_000, basis: masked('약관 12조'), sum: nothingElsewhere },
  ApproveRemedy: { number: 1, change: null, sum: nothingElsewhere },
  DeclineRemedy: { number: 1, reason: masked('약관 12조에 닿지 않음') },
  WithdrawRemedy: { number: 1, reason: masked('금액을 잘못 적음') },
  ConfirmProgress: { note: null },
  SnoozeNudges: { clock: 'fix', until: 'hour', reason: masked('협력사 답을 기다리는 중') },
  SetNewDue: { clock: 'fix', until: later(60 * 24 * 20), reason: masked('완충재가 다음 주에 들어옴') },
  AttachStatutory: { code: 'privacy_leak', since: filedAt },
  DischargeStatutory: { code: 'privacy_leak', note: masked('위원회에 신고함, 접수 번호 12') },
  FlagConduct: { types: ['threat'], evidence: masked('14:20 통화에서 매장을 찾아오겠다고 함, 녹음 3번') },
  ConfirmConduct: { evidence: masked('녹음 3번을 들음'), isWarned: true },
  ProposeLimit: {
    measure: 'writtenOnly',
    until: day('2026-11-27'),
    reason: masked('경고 뒤에도 협박이 이어짐'),
    appeal: masked('고객지원 이메일로 이의를 받음'),
  },
  AgreeToLimit: {},
  LiftConduct: { reason: masked('실제 파손에 화가 난 말이었음') },
  UnfoldWords: {},
  AskProtection: {},
  AnswerProtection: { number: 1 },
  GiveVerdict: { verdict: 'accepted', reason: masked('다음 판에 넣기로 함'), until: null },
  SettlePraise: { share: true, isAway: false },
  CloseRepeat: {
    earlier: [],
    noNewFacts: true,
    statement: masked('두 번 알려 드린 내용이며, 새로운 사실이 있으면 다시 살펴봅니다'),
    self: caseId(8),
  },
  SeeFiler: {},
  RecordSplit: { into: caseId(9) },
  RunTimer: { expected: { kind: 'rung fix', at: later(60) } },
  RecountDues: { told: {} },
};

/** A press with a complete form; `data` overrides what the test is about. Two hours after filing unless told. */
export function press<T extends CaseCommandType>(
  type: T,
  by: Person | 'clock',
  data: Partial<CaseCommandOf<T>['data']> = {},
  at: Instant = later(120),
): CaseCommandOf<T> {
  const actor = by === 'clock' ? { type: 'system' } : { type: 'person', person: by };
  const meta = { actor, at, causationId: causationId(`${type}-${at}`) };
  return { type, data: { ...completeForms[type], ...data }, meta } as CaseCommandOf<T>;
}
