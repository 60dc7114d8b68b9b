import { addDays } from '../../../src/domain/calendar.ts';
import type { FiledCase } from '../../../src/domain/case/case.ts';
import { isChangeAnswered } from '../../../src/domain/case/change-answer.ts';
import type { CaseCommand } from '../../../src/domain/case/commands.ts';
import { openRequest } from '../../../src/domain/case/remedies.ts';
import { isAnsweredByVerdict, isFinal } from '../../../src/domain/case/request-verdict.ts';
import { type CaseId, customerKey, type DepartmentCode } from '../../../src/domain/ids.ts';
import { type Instant, instant } from '../../../src/domain/instant.ts';
import { touchpoints, type VoiceKind } from '../../../src/domain/intake/voice.ts';
import { type Person, refOf } from '../../../src/domain/people.ts';
import type { Playbook } from '../../../src/domain/playbook.ts';
import { dueAt } from '../../../src/domain/sla/clock-times.ts';
import { runningClock } from '../../../src/domain/sla/sla-clock.ts';
import { dayIn } from '../../../src/domain/zone.ts';
import { aPlaybook, cs, it, logistics, people, product, quality, security } from '../a-playbook.ts';
import { press } from '../case-commands.ts';
import { masked } from '../case-events.ts';
import { randomStep } from '../random-history.ts';
import type { Chance } from '../seeded.ts';

export const departments = [cs, logistics, quality, it, product, security] as const;
const text = masked('그동안 있었던 일');
const minuteMs = 60_000;
const later = (at: Instant, minutes: number): Instant => instant(at + minutes * minuteMs);

const kinds = [
  ...(['complaint', 'complaint', 'complaint', 'claim', 'inquiry', 'inquiry'] as const),
  ...(['suggestion', 'requirement', 'requirement', 'voe', 'praise'] as const),
];
/** Of every severity, and some that leave without a word. */
const severities = [
  [],
  [],
  ['H1'],
  ['H2'],
  ['H1', 'H2'],
  ['B1'],
  ['B2'],
  ['B2', 'C2'],
  ['A2'],
  ['A3'],
  ['F1'],
] as const;

export const membersOf = (department: DepartmentCode): readonly Person[] =>
  aPlaybook.people.filter((person) => person.department === department);
export const leadOf = (department: DepartmentCode | null): Person =>
  (department === null ? [] : membersOf(department)).find(({ roles }) => roles.includes('deptLead')) ?? people.mirae;
const personWith = (id: string): Person => aPlaybook.people.find((person) => person.id === id) ?? people.duri;

/** Few customers, so that they come back. */
export function filing(c: Chance, at: Instant, playbook: Playbook): CaseCommand {
  const kind: VoiceKind = c.percent(3) ? 'void' : c.pick(kinds);
  const known = c.percent(75) ? customerKey(`customer-${c.below(4)}`) : null;
  const renewal = addDays(dayIn(at, playbook.zone), c.between(5, 190));
  const data = {
    kind,
    signals: c.pick(severities),
    department: c.percent(75) ? c.pick(departments) : null,
    customer: known,
    touchpoint: c.percent(80) ? c.pick(touchpoints) : null,
    wants: c.percent(50) ? ['refund'] : ['exchange', 'prevention'],
    struggled: c.percent(25) ? [c.pick(['contact', 'channel', 'explained'])] : [],
    waited: c.percent(15) ? c.between(5, 30) : null,
    particulars: {
      ...(kind === 'requirement' && c.percent(75) ? { renewal } : {}),
      ...(kind === 'praise' && c.percent(60) ? { praised: refOf(c.pick([people.hana, people.yuna])) } : {}),
    },
  };
  return press('FileCase', c.percent(70) ? people.duri : people.sora, data, at);
}

type Known = { readonly id: CaseId; readonly state: FiledCase };

/** What people do next with it: `zeal` times out of a hundred what brings it on, else anything. What does not fit is refused. */
export function nextStep(
  { id, state }: Known,
  others: readonly Known[],
  c: Chance,
  at: Instant,
  { playbook, zeal }: { readonly playbook: Playbook; readonly zeal: number },
): CaseCommand {
  if (c.percent(zeal)) return onward(state, c, at, playbook);
  const dice = c.below(100);
  if (dice < 50) return now(state, c, at);
  return dice < 60 ? merging(id, state, others, c, at) : randomStep(state, c, at);
}

const reply = (c: Chance, at: Instant): CaseCommand => {
  const verdict = c.pick(['accepted', 'accepted', 'accepted', 'dissatisfied', 'unreachable', 'notDue'] as const);
  const struggled = c.percent(20) ? ['explained'] : [];
  return press('ReplyToCustomer', people.duri, { toldAt: at, verdict, attempts: 3, struggled }, at);
};

const dayAround = (at: Instant, n: number) => addDays(dayIn(at, 'UTC'), n);

const asking = (owner: Person, c: Chance, at: Instant): CaseCommand =>
  press('RequestDecision', owner, { neededBy: dayAround(at, c.between(1, 12)) }, at);

const holding = (owner: Person, c: Chance, at: Instant): CaseCommand => {
  const days = { until: dayAround(at, 6), nextUpdate: dayAround(at, 4) };
  return press('HoldCase', owner, { reason: c.pick(['customer', 'parts']), ...days }, at);
};

const offer = (from: DepartmentCode, by: Person, c: Chance, at: Instant): CaseCommand =>
  press('OfferTransfer', by, { department: c.pick(departments.filter((to) => to !== from)) }, at);

/** Now, a while ago, or within a minute of when it was due: there it is easiest to be wrong. */
function doneAt(state: FiledCase, c: Chance, at: Instant, playbook: Playbook): Instant | null {
  if (c.percent(50)) return null;
  const clock = runningClock(state.sla, 'fix');
  const due = clock === null || c.percent(30) ? null : dueAt(clock, playbook);
  const then = due === null ? at - c.between(1, 4000) * minuteMs : due + c.between(-1, 1) * minuteMs;
  return instant(Math.min(at, Math.max(state.filedAt, then)));
}

/** What brings it nearer to its end, or to somebody else. */
function onward(state: FiledCase, c: Chance, at: Instant, playbook: Playbook): CaseCommand {
  const department = 'department' in state ? state.department : null;
  const owner = 'owner' in state ? personWith(state.owner.id) : people.hana;
  const promise = { owner: null, eta: later(at, 1440), caller: refOf(people.duri), callbackAt: later(at, 60) };
  if (state.voice.kind === 'praise') {
    const share = c.percent(70);
    const { praised } = state;
    const by =
      praised === undefined ? (department === null ? people.aram : leadOf(department)) : personWith(praised.id);
    return press('SettlePraise', by, { share, isAway: false }, at);
  }
  const stuck = state.obstacles.find(({ answer }) => answer === null);
  if (stuck !== undefined && c.percent(50)) {
    return press('AnswerObstacle', c.pick([leadOf(department), people.dain]), { number: stuck.number, text }, at);
  }
  const isAsked = isAnsweredByVerdict(state.voice.kind) && !isFinal(state.verdict);
  if (isAsked && 'owner' in state && state.status !== 'refused' && c.percent(state.status === 'replied' ? 100 : 45)) {
    const verdict = c.pick(['accepted', 'partly', 'notAccepted', 'underReview'] as const);
    const until = dayAround(at, 3);
    return press('GiveVerdict', owner, { verdict, until: verdict === 'underReview' ? until : null }, at);
  }
  switch (state.status) {
    case 'new':
      return press('RouteCase', people.aram, { department: c.pick(departments), reason: null }, at);
    case 'routed': {
      if (c.percent(12)) return press('RefuseCase', leadOf(state.department), {}, at);
      return state.offer === null
        ? press('AcknowledgeCase', c.pick(membersOf(state.department)), promise, at)
        : press('AcceptTransfer', c.pick(membersOf(state.offer.to)), promise, at);
    }
    case 'acknowledged':
      if (c.percent(10)) return press('RefuseCase', leadOf(state.department), {}, at);
      if (c.percent(20)) return offer(state.department, owner, c, at);
      return press('StartWork', owner, { plan: text, eta: later(at, 1440), position: null }, at);
    case 'working': {
      if (c.percent(12)) return offer(state.department, owner, c, at);
      if (c.percent(12)) return asking(owner, c, at);
      if (c.percent(12)) return holding(owner, c, at);
      return press('FixCase', owner, { informationMissing: false, doneAt: doneAt(state, c, at, playbook) }, at);
    }
    case 'held':
      return press('ResumeCase', owner, {}, at);
    case 'deciding':
      return press('MakeDecision', people.dain, { choice: 0, reason: text }, at);
    case 'adjudication':
      return press('AdjudicateCase', people.aram, { department: c.pick(departments), reason: text }, at);
    case 'refused':
      return c.percent(70)
        ? press('CountersignRefusal', people.aram, {}, at)
        : press('OverturnRefusal', people.aram, { reason: text }, at);
    case 'fixed':
      return reply(c, at);
    case 'replied': {
      const open = openRequest(state);
      if (open !== null) return press('DeclineRemedy', people.dain, { number: open.number, reason: text }, at);
      if (!isChangeAnswered(state)) return press('SignNoChange', people.mirae, { reason: text }, at);
      return press('CloseCase', people.garam, {}, at);
    }
    case 'closed':
      if (c.percent(45)) return press('ReopenCase', people.duri, { reason: text }, at);
      return press(
        'RecordHappyCall',
        people.sora,
        { answer: c.pick(['solved', 'unsolved'] as const), calledAt: at, note: text },
        at,
      );
    default:
      return press('ReopenCase', people.duri, { reason: text }, at);
  }
}

/** What may happen at any time. */
function now(state: FiledCase, c: Chance, at: Instant): CaseCommand {
  const struggled = [c.pick(['contact', 'channel', 'handover', 'explained', 'waited'])];
  const owner = 'owner' in state ? personWith(state.owner.id) : people.hana;
  return c.pick([
    () => press('ContactCustomer', people.duri, { contactedAt: at, struggled }, at),
    () => press('ReassessSeverity', people.garam, { signals: c.pick(severities), reason: text }, at),
    () => press('ReassessSeverity', people.garam, { signals: [], reason: text }, at),
    () => press('VoidCase', c.pick([people.aram, people.garam]), {}, at),
    () => press('GrantRemedy', people.garam, { amount: c.pick([5_000, 30_000]) }, at),
    () => press('GrantRemedy', c.pick([people.garam, owner]), { amount: c.pick([5_000, 30_000, 90_000]) }, at),
    () => press('RaiseObstacle', owner, { text }, at),
    () => press('WithdrawCase', people.duri, {}, at),
    () => asking(owner, c, at),
    () => holding(owner, c, at),
  ])();
}

function merging(self: CaseId, state: FiledCase, others: readonly Known[], c: Chance, at: Instant): CaseCommand {
  const into = others.find((other) => other.id !== self && other.state.customer === state.customer);
  if (into === undefined) return randomStep(state, c, at);
  const target = { customer: into.state.customer, ended: 'closedAt' in into.state };
  return press('MergeCase', people.sora, { into: into.id, target, sameIncident: true, self }, at);
}
