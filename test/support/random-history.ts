import type { FiledCase } from '../../src/domain/case/case.ts';
import type { CaseCommand } from '../../src/domain/case/commands.ts';
import type { DepartmentCode } from '../../src/domain/ids.ts';
import { type Instant, instant } from '../../src/domain/instant.ts';
import { type Person, refOf } from '../../src/domain/people.ts';
import { keyOf } from '../../src/domain/sla/sla-clock.ts';
import { aPlaybook, cs, it, logistics, people, product, quality, security } from './a-playbook.ts';
import { dayOfNumber } from './brute-time.ts';
import { press } from './case-commands.ts';
import { masked } from './case-events.ts';
import type { Chance } from './seeded.ts';

const departments = [cs, logistics, quality, it, product, security] as const;
const minuteMs = 60_000;
const dayMs = 86_400_000;
const later = (at: Instant, ms: number): Instant => instant(at + ms);
const text = masked('시간이 지나는 동안 있었던 일');

/** What brings a case to each severity. */
const severities = [[], ['B1'], ['B2'], ['B2', 'F2'], ['A2'], ['D2'], ['A3'], ['J1'], ['C2', 'B2', 'F2']] as const;
const kinds = ['complaint', 'complaint', 'claim', 'inquiry', 'suggestion', 'requirement', 'voe', 'praise'] as const;

/** Days on which clocks are changed somewhere, or nobody works for long: there it is easiest to be wrong. */
const delicate = [
  Date.UTC(2026, 2, 8),
  Date.UTC(2026, 2, 29),
  Date.UTC(2026, 3, 5),
  Date.UTC(2026, 9, 4),
  Date.UTC(2026, 9, 25),
  Date.UTC(2026, 10, 1),
  Date.UTC(2027, 2, 14),
  Date.UTC(2027, 2, 28),
  Date.UTC(2027, 3, 4),
];

/** When a case is filed: any minute of a year and a half, half of them near a delicate day. */
export const randomStart = (c: Chance): Instant =>
  c.percent(50)
    ? instant(c.pick(delicate) + c.between(-9 * 1440, 2 * 1440) * minuteMs)
    : instant(Date.UTC(2026, 0, 6) + c.below(480 * 1440) * minuteMs);

/** How long until somebody does something next. */
export function randomGap(c: Chance): number {
  const ranges = [
    [0, 3],
    [1, 90],
    [30, 600],
    [300, 2880],
    [1440, 8640],
  ] as const;
  const [from, to] = c.pick(ranges);
  return c.between(from, to) * minuteMs;
}

export function randomFiling(c: Chance, at: Instant): CaseCommand {
  const department = c.percent(65) ? c.pick(departments) : null;
  return press('FileCase', people.duri, { kind: c.pick(kinds), signals: c.pick(severities), department }, at);
}

const membersOf = (department: DepartmentCode): readonly Person[] =>
  aPlaybook.people.filter((person) => person.department === department);
const leadOf = (department: DepartmentCode): Person =>
  membersOf(department).find((person) => person.roles.includes('deptLead')) ?? people.mirae;
const personWith = (id: string): Person => aPlaybook.people.find((person) => person.id === id) ?? people.duri;

/** Something that may well happen to the case now; what does not fit is refused, and changes nothing. */
export function randomStep(c: FiledCase, n: Chance, at: Instant): CaseCommand {
  const department = 'department' in c && c.department !== null ? c.department : logistics;
  const member = n.pick(membersOf(department));
  const owner = 'owner' in c ? personWith(c.owner.id) : member;
  const lead = leadOf(department);
  const desk = people.aram;
  const eta = later(at, dayMs);
  const promise = { owner: null, eta, caller: refOf(people.duri), callbackAt: later(at, 60 * minuteMs) };
  const offer = 'offer' in c ? c.offer : null;
  const today = Math.floor(at / dayMs);

  const steps: (() => CaseCommand)[] = [
    () => press('ContactCustomer', people.duri, { channel: 'phone', contactedAt: backThen(n, c, at), gist: text }, at),
    () => press('AddNote', n.pick([owner, people.duri]), { text, happenedAt: null }, at),
    () => press('ReassessSeverity', people.garam, { signals: n.pick(severities), reason: text }, at),
    () => aSnooze(c, n, at, [owner, lead, member, people.duri, desk, people.mirae]),
    () => aNewDue(c, n, at, [lead, desk]),
    () => press('RaiseObstacle', n.pick([owner, people.duri]), { text }, at),
    () => press('AnswerObstacle', lead, { number: n.between(1, 2), text }, at),
  ];
  if (n.percent(40)) {
    const amount = n.pick([5_000, 30_000, 60_000, 300_000, 2_000_000]);
    const number = n.between(1, 3);
    const leads = [people.garam, lead, people.dain];
    steps.push(
      () => press('GrantRemedy', n.pick([owner, people.duri, ...leads]), { amount }, at),
      () => press('ApproveRemedy', n.pick(leads), { number }, at),
      () => press('DeclineRemedy', n.pick(leads), { number, reason: text }, at),
      () => press('WithdrawRemedy', n.pick([people.duri, people.garam]), { number, reason: text }, at),
    );
  }
  if (n.percent(30)) {
    const code = n.pick(aPlaybook.sla.statutory).code;
    const since = backThen(n, c, at);
    steps.push(() => press('AttachStatutory', people.eunsol, { code, since }, at));
    steps.push(() => press('DischargeStatutory', people.eunsol, { code, note: text }, at));
  }
  const often = (...more: (() => CaseCommand)[]): void => {
    for (let i = 0; i < 3; i += 1) steps.push(...more);
  };
  switch (c.status) {
    case 'new':
      often(() => press('RouteCase', desk, { department: n.pick(departments), reason: null }, at));
      break;
    case 'routed':
      often(() => press('AcknowledgeCase', member, promise, at));
      steps.push(() => anOffer(c.department, member, n, at));
      break;
    case 'acknowledged':
      often(() => press('StartWork', owner, { plan: text, eta, position: null }, at));
      steps.push(() => anOffer(department, owner, n, at));
      break;
    case 'working':
      often(() => aHold(owner, lead, n, at, today));
      steps.push(
        () => anOffer(department, owner, n, at),
        () => aFix(owner, c, n, at),
        () => aFix(owner, c, n, at),
        () => press('ContainCase', owner, { measure: text }, at),
        () => press('ConfirmProgress', owner, { note: null }, at),
        () => press('ReassignOwner', lead, { owner: refOf(member) }, at),
        () => press('RequestDecision', owner, { neededBy: dayOfNumber(today + n.between(0, 9)) }, at),
      );
      break;
    case 'held':
      often(() => press('ResumeCase', owner, {}, at));
      steps.push(() => press('ContainCase', owner, { measure: text }, at));
      break;
    case 'deciding':
      often(() => press('MakeDecision', people.dain, { choice: 0, reason: text }, at));
      break;
    case 'adjudication':
      often(() => press('AdjudicateCase', desk, { department: n.pick(departments), reason: text }, at));
      break;
    case 'fixed':
      often(() => aReply(n, at));
      steps.push(() => press('ReopenCase', people.duri, { reason: text }, at));
      break;
    case 'replied':
      steps.push(() => press('CloseCase', people.garam, {}, at));
      often(() => press('ReopenCase', people.duri, { reason: text }, at));
      break;
    case 'closed':
      often(() => press('ReopenCase', people.duri, { reason: text }, at));
      break;
    default:
      break;
  }
  if (offer !== null) {
    const other = n.pick(membersOf(offer.to));
    often(
      () => press('AcceptTransfer', other, promise, at),
      () => press('DeclineTransfer', other, { department: n.pick(departments), why: text }, at),
    );
  }
  return n.pick(steps)();
}

/** Now, or a while ago: what is told afterwards. */
const backThen = (n: Chance, c: FiledCase, at: Instant): Instant =>
  n.percent(70) ? at : instant(Math.max(c.filedAt, at - n.between(0, 300) * minuteMs));

const anOffer = (from: DepartmentCode, by: Person, n: Chance, at: Instant): CaseCommand =>
  press('OfferTransfer', by, { department: n.pick(departments.filter((d) => d !== from)) }, at);

function aHold(owner: Person, lead: Person, n: Chance, at: Instant, today: number): CaseCommand {
  const until = today + n.between(0, 8);
  const nextUpdate = n.between(today, until);
  const days = { until: dayOfNumber(until), nextUpdate: dayOfNumber(nextUpdate) };
  return press('HoldCase', n.pick([owner, lead]), { reason: n.pick(['customer', 'parts']), ...days }, at);
}

const aFix = (owner: Person, c: FiledCase, n: Chance, at: Instant): CaseCommand =>
  press('FixCase', owner, { informationMissing: false, doneAt: n.percent(80) ? null : backThen(n, c, at) }, at);

function aReply(n: Chance, at: Instant): CaseCommand {
  const verdict = n.pick(['accepted', 'accepted', 'dissatisfied', 'unreachable', 'notDue'] as const);
  return press('ReplyToCustomer', people.duri, { toldAt: at, verdict, attempts: 3 }, at);
}

const aClock = (c: FiledCase, n: Chance): string => {
  const running = c.sla.clocks.filter((clock) => clock.ended === undefined);
  return running.length === 0 ? 'fix' : keyOf(n.pick(running));
};

const aSnooze = (c: FiledCase, n: Chance, at: Instant, who: readonly Person[]): CaseCommand => {
  const until = n.pick(['hour', 'today', 'tomorrow'] as const);
  return press('SnoozeNudges', n.pick(who), { clock: aClock(c, n), until, reason: text }, at);
};

function aNewDue(c: FiledCase, n: Chance, at: Instant, who: readonly Person[]): CaseCommand {
  const until = later(at, n.between(1, n.pick([120, 1440, 12_000])) * minuteMs);
  return press('SetNewDue', n.pick(who), { clock: aClock(c, n), until, reason: text }, at);
}
