import type { Fix, HappyCall, TransferOffer, Verdict } from '../../src/domain/case/case.ts';
import type { CaseEvent, CaseEventOf, CaseEventType } from '../../src/domain/case/events.ts';
import type { Remedy } from '../../src/domain/case/remedy.ts';
import type { CaseId, CustomerKey, DepartmentCode, MaskedText } from '../../src/domain/ids.ts';
import { day, type Instant, instant, minutes, plus } from '../../src/domain/instant.ts';
import type { Assessment, Tier } from '../../src/domain/intake/severity.ts';
import type { Voice } from '../../src/domain/intake/voice.ts';
import { type Person, type PersonRef, refOf } from '../../src/domain/people.ts';
import { type ClockName, type RungTarget, termsFor } from '../../src/domain/sla/terms.ts';
import { aPlaybook, logistics, people, quality } from './a-playbook.ts';

/** Monday 2026-11-23, 10:00 in Seoul: when the cases of the tests are filed. */
export const filedAt: Instant = instant(Date.UTC(2026, 10, 23, 1));
/** So many minutes after filing. */
export const later = (n: number): Instant => plus(filedAt, minutes(n));

/** Test text carries nobody's data. */
export const masked = (text: string): MaskedText => text as MaskedText;

const event = <T extends CaseEventType>(
  type: T,
  data: CaseEventOf<T>['data'],
  by: PersonRef | null,
  at: Instant,
): CaseEvent => ({ type, data, by, at }) as CaseEvent;

export const aVoice: Voice = {
  kind: 'complaint',
  channel: 'phone',
  touchpoint: 'last',
  words: masked('주문한 접시가 세 장이나 깨져서 왔어요.'),
  experience: masked('접시 세 장이 깨진 채 배송됨'),
  wants: ['exchange'],
  opinion: null,
  masked: {},
};

export const noSignals: Assessment = {
  confirmed: [],
  counted: [],
  score: 0,
  tier: 'S4',
  gated: false,
  floor: null,
  roundTheClock: false,
  needsHuman: [],
};
export const ofTier = (tier: Tier): Assessment => ({ ...noSignals, tier });

type FiledOptions = {
  readonly voice?: Partial<Voice>;
  readonly assessment?: Assessment;
  readonly filer?: Person;
  readonly customerOwner?: Person;
  readonly customer?: CustomerKey | null;
  readonly surge?: CaseId;
};

export const filed = (options: FiledOptions = {}): CaseEvent => {
  const filer = options.filer ?? people.duri;
  const voice = { ...aVoice, ...options.voice };
  const assessment = options.assessment ?? noSignals;
  return event(
    'CaseFiled',
    {
      voice,
      assessment,
      filer: refOf(filer),
      customerOwner: refOf(options.customerOwner ?? people.duri),
      customer: options.customer ?? null,
      permalink: null,
      taxonomy: aPlaybook.taxonomies.version,
      terms: termsFor(voice.kind, assessment, aPlaybook.sla),
      ...(options.surge === undefined ? {} : { surge: options.surge }),
    },
    refOf(filer),
    filedAt,
  );
};

/** By default as the filer does it: in the same moment as filing. */
export const routedTo = (department: DepartmentCode = logistics, by: Person = people.duri, at = filedAt): CaseEvent =>
  event('CaseRouted', { department, reason: null }, refOf(by), at);

export const acknowledged = (owner: Person = people.hana, department = logistics, at = later(10)): CaseEvent =>
  event('CaseAcknowledged', { department, owner: refOf(owner), eta: null, callback: null }, refOf(owner), at);

export const started = (owner: Person = people.hana, at = later(20)): CaseEvent =>
  event('WorkStarted', { plan: masked('포장재 교체 후 재발송'), eta: later(600) }, refOf(owner), at);

export const anOffer = (to: DepartmentCode = quality, by: Person = people.hana, at = later(30)): TransferOffer => ({
  to,
  by: refOf(by),
  at,
  reason: 'other-cause',
  why: masked('포장이 아니라 제품 두께가 원인입니다'),
});

export const offered = (
  to: DepartmentCode = quality,
  by: Person = people.hana,
  from = logistics,
  hop = 1,
  at = later(30),
): CaseEvent => event('TransferOffered', { offer: anOffer(to, by, at), from, hop }, refOf(by), at);

export const accepted = (by: Person = people.yuna, department = quality, from = logistics, at = later(40)): CaseEvent =>
  event('TransferAccepted', { from, department, owner: refOf(by), eta: null, callback: null }, refOf(by), at);

export const declined = (
  by: Person,
  to: DepartmentCode,
  proposed: DepartmentCode,
  from = logistics,
  at = later(40),
): CaseEvent =>
  event('TransferDeclined', { from, to, proposed, why: masked('제품 두께는 기준 안에 있습니다') }, refOf(by), at);

export const adjudicationOpened = (
  department: DepartmentCode,
  proposed: readonly DepartmentCode[],
  by: Person,
  at = later(50),
): CaseEvent =>
  event('AdjudicationOpened', { department, proposed, why: masked('원인이 확인되지 않음') }, refOf(by), at);

export const adjudicated = (department: DepartmentCode, by: Person = people.aram, at = later(60)): CaseEvent =>
  event('CaseAdjudicated', { department, reason: masked('출고 기록으로 보아 배송 중 파손') }, refOf(by), at);

export const held = (by: Person = people.hana, at = later(30)): CaseEvent => {
  const hold = { reason: 'parts', until: day('2026-11-30'), nextUpdate: day('2026-11-26'), by: refOf(by), at };
  return event('CaseHeld', { hold }, refOf(by), at);
};

export const resumed = (by: Person | null, at: Instant): CaseEvent =>
  event('CaseResumed', {}, by === null ? null : refOf(by), at);

const options = ['모든 상품 재포장', '깨지기 쉬운 상품만'].map((label) => ({
  label: masked(label),
  cost: null,
  customerEffect: null,
}));

export const decisionRequested = (by: Person = people.hana, at = later(30)): CaseEvent => {
  const request = { question: masked('재포장 범위'), options, recommended: 1, neededBy: day('2026-11-25') };
  return event('DecisionRequested', { request: { ...request, by: refOf(by), at } }, refOf(by), at);
};

export const decisionMade = (by: Person = people.dain, at = later(40)): CaseEvent => {
  const decision = {
    question: masked('재포장 범위'),
    choice: masked('깨지기 쉬운 상품만'),
    reason: masked('비용 대비 효과가 큼'),
    askedBy: refOf(people.hana),
  };
  return event('DecisionMade', { decision: { ...decision, by: refOf(by), at } }, refOf(by), at);
};

export const aFix = (by: Person = people.hana, at = later(60)): Fix => ({
  fixType: 'solved',
  done: masked('새 상품을 완충재와 함께 다시 보냄'),
  evidence: masked('출고 사진 1장'),
  rootCause: { l1: 'product', l2: 'packaging' },
  compensation: null,
  informationMissing: null,
  by: refOf(by),
  at,
});

export const reassigned = (owner: Person = people.jiho, by: Person = people.sechan, at = later(65)): CaseEvent =>
  event('OwnerReassigned', { owner: refOf(owner) }, refOf(by), at);

export const fixed = (by: Person = people.hana, fix: Partial<Fix> = {}, at = later(60)): CaseEvent =>
  event('CaseFixed', { fix: { ...aFix(by, at), ...fix } }, refOf(by), at);

export const replied = (verdict: Verdict = 'accepted', by: Person = people.duri, at = later(90)): CaseEvent => {
  const gist = masked('새 상품 발송과 포장 변경을 안내함');
  const reply = { channel: 'phone', toldAt: later(85), gist, verdict, by: refOf(by), at };
  return event('CustomerReplied', { reply }, refOf(by), at);
};

export const closed = (by: Person = people.garam, at = later(120)): CaseEvent => event('CaseClosed', {}, refOf(by), at);

export const happyCalled = (call: Partial<HappyCall> = {}, by: Person = people.duri, at = later(3_000)): CaseEvent => {
  const said = {
    answer: 'solved' as const,
    calledAt: at,
    effort: 2,
    again: false,
    note: null,
    tries: 1,
    over: true as const,
  };
  return event('HappyCallMade', { call: { ...said, by: refOf(by), at, ...call } }, refOf(by), at);
};

export const reopened = (
  cause: 'asked' | 'dissatisfied' = 'asked',
  by: Person = people.duri,
  at = later(130),
): CaseEvent => event('CaseReopened', { reason: masked('또 깨져서 왔다고 함'), cause }, refOf(by), at);

export const refusedBy = (by: Person = people.sechan, department = logistics, at = later(30)): CaseEvent => {
  const refusal = {
    reason: 'not-factual',
    evidence: masked('출고 전 영상에 파손 없음'),
    explanation: masked('출고 기록을 함께 보여 드림'),
    whyUnreasonable: masked('보관 중 파손은 약속 범위 밖'),
  };
  return event('CaseRefused', { refusal: { ...refusal, by: refOf(by), at }, department }, refOf(by), at);
};

export const countersigned = (by: Person = people.aram, at = later(40)): CaseEvent =>
  event('RefusalCountersigned', {}, refOf(by), at);

export const voidProposed = (by: Person = people.aram, at = later(5)): CaseEvent =>
  event('VoidProposed', { reason: masked('광고 문자') }, refOf(by), at);

export const obstacleRaised = (by: Person = people.hana, number = 1, at = later(25)): CaseEvent => {
  const obstacle = { number, text: masked('완충재 예산이 없습니다'), by: refOf(by), at, answer: null };
  return event('ObstacleRaised', { obstacle }, refOf(by), at);
};

export const obstacleAnswered = (by: Person = people.sechan, number = 1, at = later(35)): CaseEvent =>
  event('ObstacleAnswered', { number, text: masked('이번 주에 예산을 배정했습니다') }, refOf(by), at);

export const contacted = (by: Person = people.duri, at = later(80)): CaseEvent =>
  event(
    'CustomerContacted',
    { channel: 'phone', contactedAt: at, gist: masked('내일까지 원인을 알려 드리기로 함') },
    refOf(by),
    at,
  );

export const contained = (by: Person = people.hana, at = later(80)): CaseEvent =>
  event('CaseContained', { measure: masked('같은 상자에 든 상품의 출고를 멈춤') }, refOf(by), at);

export const aRemedy = (by: Person = people.duri, remedy: Partial<Remedy> = {}, at = later(30)): Remedy => ({
  number: 1,
  what: 'money',
  amount: 30_000,
  basis: masked('약관 12조'),
  by: refOf(by),
  at,
  ...remedy,
});

export const granted = (by: Person = people.duri, remedy: Partial<Remedy> = {}, at = later(30)): CaseEvent =>
  event('RemedyGranted', { remedy: aRemedy(by, remedy, at) }, refOf(by), at);

/** ₩50,000, for the CS lead to approve. */
export const remedyAsked = (by: Person = people.duri, remedy: Partial<Remedy> = {}, at = later(30)): CaseEvent => {
  const before = ['csLead', 'deptLead', 'executive'] as const;
  const target = aPlaybook.authority.answer.otherwise;
  return event(
    'RemedyRequested',
    { remedy: aRemedy(by, { amount: 50_000, before, ...remedy }, at), target },
    refOf(by),
    at,
  );
};

type Answered = { readonly number?: number; readonly amount?: number; readonly reason?: MaskedText };
export const remedyApproved = (
  by: Person = people.garam,
  { number = 1, amount = 50_000, reason }: Answered = {},
  at = later(40),
): CaseEvent => event('RemedyApproved', { number, what: 'money', amount, reason: reason ?? null }, refOf(by), at);

export const remedyDeclined = (by: Person = people.garam, at = later(40)): CaseEvent => {
  const reason = masked('약관 12조에 닿지 않음');
  return event('RemedyDeclined', { number: 1, what: 'money', amount: 50_000, reason }, refOf(by), at);
};

export const remedyWithdrawn = (by: Person = people.duri, amount = 30_000, at = later(45)): CaseEvent => {
  const reason = masked('금액을 잘못 적음');
  return event('RemedyWithdrawn', { number: 1, what: 'money', amount, reason }, refOf(by), at);
};

/** A rung of a clock, reached by nobody but time. `dueAt` matters to whoever reads it, not to the case. */
export const rungReached = (
  clock: ClockName,
  rung: number,
  to: readonly RungTarget[],
  at: Instant,
  of?: string,
): CaseEvent => {
  const named = { clock, ...(of === undefined ? {} : { of }) };
  const climbs = to.some((target) => target !== 'thread' && target !== 'owner' && target !== 'asker');
  return event(climbs ? 'CaseEscalated' : 'CaseNudged', { ...named, rung, dueAt: at, to, skipped: [] }, null, at);
};

export const snoozed = (until: Instant, at: Instant, clock = 'fix', by: Person = people.hana): CaseEvent =>
  event('NudgesSnoozed', { clock, until, reason: masked('협력사 답을 기다리는 중') }, refOf(by), at);

export const newDueSet = (until: Instant, at: Instant, clock = 'fix', by: Person = people.sechan): CaseEvent =>
  event('NewDueSet', { clock, until, reason: masked('완충재가 다음 주에 들어옴') }, refOf(by), at);

export const statutoryAttached = (by: Person = people.duri, code = 'privacy_leak', at = later(15)): CaseEvent => {
  const target = aPlaybook.sla.statutory.find((rule) => rule.code === code)?.target;
  if (target === undefined) throw new Error(`no duty ${code}`);
  return event('StatutoryAttached', { code, since: filedAt, target }, refOf(by), at);
};

export const statutoryDischarged = (by: Person = people.mirae, code = 'privacy_leak', at = later(100)): CaseEvent =>
  event('StatutoryDischarged', { code, note: masked('위원회에 신고함, 접수 번호 12') }, refOf(by), at);

/** The usual way of a case, up to each status. */
export const toRouted: readonly CaseEvent[] = [filed(), routedTo()];
export const toAcknowledged: readonly CaseEvent[] = [...toRouted, acknowledged()];
export const toWorking: readonly CaseEvent[] = [...toAcknowledged, started()];
export const toFixed: readonly CaseEvent[] = [...toWorking, fixed()];
export const toReplied: readonly CaseEvent[] = [...toFixed, replied()];
export const toClosed: readonly CaseEvent[] = [...toReplied, closed()];
