import type { CaseRecord, Filed, FiledCase, InWork, Status } from '../../src/domain/case/case.ts';
import type { CaseEvent, CaseEventType } from '../../src/domain/case/events.ts';
import { caseId, changeId, customerKey, type MaskedText } from '../../src/domain/ids.ts';
import { day, type Instant, instant } from '../../src/domain/instant.ts';
import { assess } from '../../src/domain/intake/triage.ts';
import { type Person, refOf } from '../../src/domain/people.ts';
import type { Locale, PlaybookPerson } from '../../src/domain/playbook.ts';
import { clocksAfter } from '../../src/domain/sla/clock-effects.ts';
import { type Sla, untimed } from '../../src/domain/sla/sla-clock.ts';
import { termsFor } from '../../src/domain/sla/terms.ts';
import { type Reading, reading } from '../../src/render/reading.ts';
import { aPlaybook, logistics, people, quality } from '../support/a-playbook.ts';

/** Monday 2026-11-23 10:00 in Seoul. */
export const now = instant(1_795_395_600_000);
export const at = (minutes: number): Instant => instant(now + minutes * 60_000);
export const masked = (text: string): MaskedText => text as MaskedText;
export const inLocale = (locale: Locale): Reading =>
  reading(locale, 'Asia/Seoul', aPlaybook, aPlaybook.taxonomies, now);
export const ko = inLocale('ko');
export const en = inLocale('en');

export const asPerson = ({ id, name, department, roles }: PlaybookPerson): Person => ({ id, name, department, roles });
const duri = refOf(asPerson(people.duri));
const hana = refOf(asPerson(people.hana));
const aram = refOf(asPerson(people.aram));
const yuna = refOf(asPerson(people.yuna));

export const filed: Filed = {
  filedAt: at(-120),
  filer: duri,
  customerOwner: duri,
  voice: {
    kind: 'complaint',
    channel: 'phone',
    touchpoint: 'last',
    words: masked('새벽배송으로 시킨 계란 30구가 절반 넘게 깨져서 왔어요. 연락은 010-••••-1234로 주세요.'),
    experience: masked('계란이 절반 넘게 깨져서 왔다'),
    wants: ['refund', 'prevention'],
    opinion: masked('완충재가 종이 한 장뿐인 것 같습니다'),
    masked: { phone: 1 },
  },
  customer: customerKey('k1'),
  permalink: 'https://chat.test/archives/C1/p1',
  taxonomy: 'words-1',
  assessment: assess('complaint', ['B1', 'F1', 'H2'], aPlaybook.severity),
  hops: 1,
  seenBy: [quality, logistics],
  binding: false,
  reopened: 0,
  dissatisfied: 0,
  obstacles: [],
  decisions: [],
  callback: { caller: duri, at: at(300) },
  notes: 0,
  sla: untimed,
};

const inWork: InWork = {
  department: logistics,
  owner: hana,
  acknowledgedBy: hana,
  acknowledgedAt: at(-60),
  eta: at(60 * 80),
  plan: masked('완충재를 바꿔 다시 보낸다'),
};
const fix = {
  fixType: 'refunded',
  done: masked('새 계란을 보내고 환불했다'),
  evidence: masked('송장 1234'),
  rootCause: { l1: 'product', l2: 'packaging' },
  compensation: { amount: 12_000, basis: masked('약관 12조') },
  informationMissing: null,
  by: hana,
  at: at(-30),
};
const reply = {
  channel: 'phone',
  toldAt: at(-20),
  gist: masked('다시 보내 드린다고 알림'),
  verdict: 'accepted' as const,
  by: duri,
  at: at(-10),
};
export const refusal = {
  reason: 'not-factual',
  evidence: masked('출고 사진 3건'),
  explanation: masked('포장 사진을 함께 보았다'),
  whyUnreasonable: masked('출고 때는 깨지지 않았다'),
  by: hana,
  at: at(-5),
};
export const offer = {
  to: quality,
  by: hana,
  at: at(-15),
  reason: 'other-cause',
  why: masked('포장 불량이라 품질에서 봐야 합니다'),
};
export const request = {
  question: masked('완충재를 바꿀까요?'),
  options: [
    { label: masked('바꾼다'), cost: masked('월 410만 원'), customerEffect: masked('파손이 준다') },
    { label: masked('그대로 둔다'), cost: null, customerEffect: null },
  ],
  recommended: 0,
  neededBy: day('2026-11-26'),
  by: hana,
  at: at(-15),
};

type Cases = { readonly [S in Status]: Extract<FiledCase, { status: S }> };
const leadsTo = { changeAnswer: { type: 'change', change: changeId(2) } } as const;

const still: Cases = {
  new: { ...filed, status: 'new', callback: null, voidProposed: null },
  routed: { ...filed, status: 'routed', callback: null, department: logistics, offer: null },
  acknowledged: { ...filed, ...inWork, status: 'acknowledged', offer: null },
  working: { ...filed, ...inWork, status: 'working', offer: null },
  held: {
    ...filed,
    ...inWork,
    status: 'held',
    hold: { reason: 'parts', until: day('2026-11-30'), nextUpdate: day('2026-11-25'), by: hana, at: at(-15) },
  },
  adjudication: { ...filed, status: 'adjudication', department: logistics, proposed: [quality], openedAt: at(-15) },
  deciding: { ...filed, ...inWork, status: 'deciding', request },
  fixed: { ...filed, ...inWork, ...leadsTo, status: 'fixed', fix },
  replied: { ...filed, ...inWork, ...leadsTo, status: 'replied', fix, reply },
  closed: { ...filed, ...inWork, ...leadsTo, status: 'closed', fix, reply, closedBy: aram, closedAt: at(-1) },
  refused: { ...filed, ...inWork, status: 'refused', refusal, countersigned: null },
  merged: { ...filed, status: 'merged', into: caseId(12), by: aram, at: at(-1) },
  withdrawn: {
    ...filed,
    status: 'withdrawn',
    words: masked('이제 괜찮아요'),
    cause: masked('포장'),
    by: duri,
    at: at(-1),
    department: logistics,
  },
  settled: {
    ...filed,
    status: 'settled',
    department: logistics,
    work: inWork,
    outcome: 'repeated',
    statement: masked('두 번 답한 내용입니다'),
    by: aram,
    at: at(-1),
  },
  void: { ...filed, status: 'void', reason: masked('광고'), by: aram, at: at(-1) },
};

/** What has happened to the case of each status so far, as far as its clocks care. */
const happened: Readonly<Record<Status, readonly CaseEvent[]>> = (() => {
  const event = (type: CaseEventType, minute: number, data: object = {}): CaseEvent =>
    ({ type, at: at(minute), by: hana, data }) as CaseEvent;
  const terms = termsFor(filed.voice.kind, filed.assessment, aPlaybook.sla);
  const made = event('CaseFiled', -120, { terms });
  const routed = [made, event('CaseRouted', -120, { department: logistics })];
  const acknowledged = [...routed, event('CaseAcknowledged', -60)];
  const working = [...acknowledged, event('WorkStarted', -45)];
  const fixed = [...working, event('CaseFixed', -30, { fix })];
  const replied = [...fixed, event('CustomerReplied', -10, { reply })];
  return {
    new: [made],
    routed,
    acknowledged,
    working,
    held: [...working, event('CaseHeld', -15, { hold: still.held.hold })],
    adjudication: [...routed, event('AdjudicationOpened', -15)],
    deciding: [...working, event('DecisionRequested', -15, { request })],
    fixed,
    replied,
    closed: [...replied, event('CaseClosed', -1)],
    refused: [...working, event('CaseRefused', -5)],
    merged: [...routed, event('CaseMerged', -1)],
    withdrawn: [...routed, event('CaseWithdrawn', -1)],
    settled: [...working, event('CaseSettled', -1)],
    void: [made, event('CaseVoided', -1)],
  };
})();

/** The clocks of a case after these events; each finds the case as it was then. */
export const slaAfter = (c: FiledCase, ...events: readonly CaseEvent[]): Sla =>
  events.reduce((sla, event) => clocksAfter(sla, event, { ...stageOf(event, c), sla }), c.sla);

const stageOf = ({ type }: CaseEvent, c: FiledCase): FiledCase =>
  type === 'CaseFiled' ? still.new : type === 'CaseRouted' ? still.routed : c;

/** One case of every status, with everything a card may have to show, its clocks too. */
export const cases = Object.fromEntries(
  Object.values(still).map((c) => [c.status, { ...c, sla: slaAfter(c, ...happened[c.status]) }]),
) as unknown as Cases;

export const recordOf = (state: FiledCase, id = 413): CaseRecord => ({ id: caseId(id), version: 3, state });
export const everyRecord: readonly CaseRecord[] = Object.values(cases).map((state) => recordOf(state));
export const someone = { duri, hana, aram, yuna };
