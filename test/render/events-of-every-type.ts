import type { CaseEvent, CaseEventType } from '../../src/domain/case/events.ts';
import { caseId, changeId, clusterId } from '../../src/domain/ids.ts';
import { day } from '../../src/domain/instant.ts';
import { logistics, quality } from '../support/a-playbook.ts';
import { at, cases, filed, masked, offer, refusal, request, someone } from './cases-of-every-status.ts';

const { duri, hana, aram, yuna } = someone;
const callback = { caller: duri, at: at(300) };

const remedy = { number: 1, what: 'money', amount: 30_000, basis: masked('약관 12조'), by: duri, at: at(-5) };
const conduct = {
  level: 1,
  types: ['threat'],
  evidence: masked('매장을 찾아오겠다고 함, 녹음 3번'),
  by: duri,
  at: at(-30),
  until: at(60 * 24 * 14),
} as const;
const limit = {
  measure: 'writtenOnly',
  until: day('2026-11-27'),
  reason: masked('경고 뒤에도 이어짐'),
  appeal: masked('이메일로 이의를 받음'),
  by: hana,
  at: at(-10),
} as const;

const data: { readonly [T in CaseEventType]: Extract<CaseEvent, { type: T }>['data'] } = {
  CaseFiled: {
    voice: filed.voice,
    assessment: filed.assessment,
    filer: duri,
    customerOwner: duri,
    customer: filed.customer,
    permalink: null,
    taxonomy: 'words-1',
  },
  CaseRouted: { department: logistics, reason: masked('배송 중 파손') },
  CaseAcknowledged: { department: logistics, owner: hana, eta: at(60 * 80), callback },
  OwnerReassigned: { owner: yuna },
  WorkStarted: { plan: masked('완충재를 바꿔 다시 보낸다'), eta: at(60 * 80) },
  TransferOffered: { offer, from: logistics, hop: 1 },
  TransferAccepted: { from: quality, department: logistics, owner: hana, eta: at(60), callback },
  TransferDeclined: { from: logistics, to: quality, proposed: logistics, why: masked('포장은 물류 기준을 따릅니다') },
  AdjudicationOpened: { department: logistics, proposed: [quality], why: masked('의견이 다릅니다') },
  CaseAdjudicated: { department: quality, reason: masked('포장 기준은 품질이 정합니다') },
  CaseHeld: { hold: cases.held.hold },
  CaseResumed: {},
  DecisionRequested: { request },
  DecisionMade: {
    decision: {
      question: request.question,
      choice: masked('바꾼다'),
      reason: masked('파손이 더 비싸다'),
      by: aram,
      at: at(0),
    },
  },
  CaseFixed: { fix: cases.fixed.fix },
  CustomerReplied: { reply: cases.replied.reply },
  CaseClosed: {},
  HappyCallMade: {
    call: {
      answer: 'solved',
      calledAt: at(200),
      effort: 3,
      again: true,
      note: masked('빨라서 좋았다'),
      tries: 2,
      over: true,
      by: filed.filer,
      at: at(200),
    },
  },
  CaseReopened: { reason: masked('또 깨져서 왔다'), cause: 'asked' },
  CaseMerged: { into: caseId(12) },
  CaseRefused: { refusal, department: logistics },
  RefusalCountersigned: {},
  RefusalOverturned: { reason: masked('사진이 다른 건입니다') },
  CaseWithdrawn: { words: masked('이제 괜찮아요'), cause: masked('포장') },
  VoidProposed: { reason: masked('시험 접수') },
  CaseVoided: { reason: masked('광고') },
  ObstacleRaised: { obstacle: { number: 1, text: masked('인력이 모자랍니다'), by: hana, at: at(-5), answer: null } },
  ObstacleAnswered: { number: 1, text: masked('내일부터 두 명이 갑니다') },
  SeverityReassessed: { assessment: filed.assessment, reason: masked('세 번째 연락입니다') },
  CaseLinked: { cluster: clusterId(3), other: caseId(3) },
  CaseUnlinked: { cluster: clusterId(3) },
  ChangeLinked: { change: changeId(2) },
  ChangeUnlinked: { change: changeId(2) },
  NoChangeSigned: { reason: masked('8월에 바꾼 상자가 이 건 뒤에 들어왔습니다') },
  LikenessDenied: { other: caseId(4) },
  ClusterWeighed: {
    cluster: clusterId(3),
    level: 'alert',
    customers: 12,
    raised: { assessment: filed.assessment, terms: null },
  },
  NoteAdded: { text: masked('고객이 오후에 통화를 원합니다') },
  NoteHeard: {
    said: { platform: 'slack', tenant: 'T1', conversation: 'C1', message: '1.1' },
    text: masked('고객이 사진을 더 보냈습니다'),
    asOf: at(-5),
  },
  OriginalViewed: { reason: masked('회신할 번호 확인') },
  CustomerContacted: { channel: 'phone', contactedAt: at(-20), gist: masked('오늘 안에 다시 보낸다고 알림') },
  CaseContained: { measure: masked('같은 상자의 출고를 멈춤') },
  RemedyGranted: { remedy: { ...remedy, elsewhere: { since: at(-60 * 24 * 90), amount: 50_000, times: 2 } } },
  RemedyRequested: {
    remedy: { ...remedy, amount: 50_000, before: ['csLead', 'deptLead', 'executive'] },
    target: { unit: 'days', days: 1 },
  },
  RemedyApproved: { number: 1, what: 'money', amount: 40_000, reason: masked('약관 12조의 한도') },
  RemedyDeclined: { number: 1, what: 'visit', amount: null, reason: masked('사진으로 충분합니다') },
  RemedyWithdrawn: { number: 1, what: 'points', amount: 5_000, reason: masked('다른 건에 적을 것이었습니다') },
  ProgressConfirmed: { note: masked('완충재를 시험하고 있음') },
  CaseNudged: { clock: 'fix', rung: 50, dueAt: at(60 * 80), to: ['thread'], skipped: [] },
  CaseEscalated: { clock: 'fix', rung: 150, dueAt: at(-60), to: ['lead', 'csLead'], skipped: [80, 100] },
  NudgesSnoozed: { clock: 'fix', until: at(60), reason: masked('협력사 답을 기다림') },
  NewDueSet: { clock: 'fix', until: at(60 * 104), reason: masked('완충재가 금요일에 들어옴') },
  StatutoryAttached: { code: 'privacy_leak', since: at(-60), target: { unit: 'wall', minutes: 72 * 60 } },
  StatutoryDischarged: { code: 'privacy_leak', note: masked('위원회에 신고함') },
  VerdictGiven: { verdict: { verdict: 'partly', reason: masked('화면부터 고침'), until: null, by: hana, at: at(-5) } },
  CaseSettled: { outcome: 'repeated', statement: masked('두 번 답한 내용입니다'), earlier: [caseId(3)] },
  FilerSeen: {},
  CaseSplit: { into: caseId(12) },
  ConductFlagged: { conduct },
  ConductConfirmed: { conduct: { ...conduct, level: 2 } },
  LimitProposed: { limit },
  ContactLimited: { limit, until: at(60 * 24 * 5) },
  ConductLifted: { reason: masked('실제 파손에 화가 난 말이었음') },
  WordsUnfolded: {},
  ProtectionAsked: {
    request: { number: 1, by: hana, at: at(-5), answer: null },
    target: { unit: 'wall', minutes: 5 },
  },
  ProtectionAnswered: { number: 1 },
  DuesMoved: {
    moves: [
      { clock: 'fix', from: at(60 * 80), to: at(60 * 104) },
      { clock: 'obstacle:2', from: at(60 * 8), to: at(60 * 32) },
    ],
  },
};

/** One event of every type, as a person's. */
export const everyEvent: readonly CaseEvent[] = Object.entries(data).map(
  ([type, d]) => ({ type, data: d, at: at(-5), by: hana }) as CaseEvent,
);
export const eventOf = (type: CaseEventType): CaseEvent => {
  const found = everyEvent.find((e) => e.type === type);
  if (found === undefined) throw new Error(type);
  return found;
};
