import { addDays } from '../../src/domain/calendar.ts';
import { type Case, departmentHolding, type FiledCase, offerOf, ownerOf } from '../../src/domain/case/case.ts';
import type { CaseCommand, CaseCommandOf, CaseCommandType } from '../../src/domain/case/commands.ts';
import { openRequest } from '../../src/domain/case/remedies.ts';
import { caseId, customerKey, type DepartmentCode } from '../../src/domain/ids.ts';
import { type Day, type Instant, minutes, plus } from '../../src/domain/instant.ts';
import { hasRole, isLead, refOf } from '../../src/domain/people.ts';
import type { PlaybookPerson } from '../../src/domain/playbook.ts';
import { dayIn } from '../../src/domain/zone.ts';
import { aPlaybook, cs, it, logistics, people, product, quality } from './a-playbook.ts';
import { press } from './case-commands.ts';
import { masked } from './case-events.ts';

/** Picks the n-th of a list, round and round; a list here is never empty. */
export function nth<T>(list: readonly T[], n: number): T {
  const found = list[n % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
}

export const everybody: readonly PlaybookPerson[] = Object.values(people);
const departments: readonly DepartmentCode[] = [logistics, quality, it, product, cs];
const membersOf = (code: DepartmentCode) => everybody.filter((p) => p.department === code);
const anna = customerKey('anna');

export type Press = <T extends CaseCommandType>(
  type: T,
  by: PlaybookPerson | 'clock',
  data?: Partial<CaseCommandOf<T>['data']>,
) => CaseCommand;

/**
 * What somebody may well do next to a case as it is: complete forms, by people who may. `n` varies people, departments
 * and choices. The steps that lead on come twice, so that walks get far.
 */
export function likelyPresses(c: Case, n: number, at: Instant): readonly CaseCommand[] {
  const go: Press = (type, by, data = {}) => press(type, by, data, at);
  if (c.status === 'unfiled') return [go('FileCase', nth([people.duri, people.garam, people.hana], n), filing(n))];
  return [...leadingOn(c, n, at, go), ...leadingOn(c, n, at, go), ...aside(c, n, at, go)];
}

const filing = (n: number) => ({
  kind: nth(['complaint', 'claim', 'inquiry', 'voe', 'praise', 'void', 'requirement', 'complaint'] as const, n),
  particulars: n % 3 === 0 ? { unnamed: '이름을 밝히지 않은 직원' } : {},
  department: nth([...departments, null], n),
  customer: nth([anna, null], n),
  signals: nth([[], ['B1'], ['A3'], ['C2', 'B1', 'F1']], n),
});

const promise = (by: PlaybookPerson, at: Instant) => ({
  eta: plus(at, minutes(240)),
  caller: refOf(by),
  callbackAt: plus(at, minutes(60)),
});

const daysAfter = (at: Instant, n: number): Day => addDays(dayIn(at, aPlaybook.zone), n);

/** Steps along the way of a case. */
function leadingOn(c: FiledCase, n: number, at: Instant, go: Press): readonly CaseCommand[] {
  const owner = everybody.find((p) => p.id === ownerOf(c)?.id) ?? people.gyuri;
  const department = departmentHolding(c);
  const member = department === null ? people.gyuri : nth(membersOf(department), n);
  const lead = everybody.find((p) => department !== null && isLead(p, department)) ?? people.gyuri;
  switch (c.status) {
    case 'new':
      return [
        go('RouteCase', people.aram, { department: nth(departments, n) }),
        go('RouteCase', people.aram, { department: nth(departments, n + 1) }),
        go('VoidCase', nth([people.aram, people.hangyeol, people.mirae], n)),
      ];
    case 'routed':
      return [go('AcknowledgeCase', member, n % 3 === 0 ? {} : promise(member, at)), ...offering(c, n, at, go)];
    case 'acknowledged':
      return [go('StartWork', owner, { eta: plus(at, minutes(500)) }), ...offering(c, n, at, go)];
    case 'working':
      return [
        go('FixCase', owner, { informationMissing: true }),
        go('FixCase', owner, { informationMissing: true }),
        go('HoldCase', c.assessment.tier === 'S1' ? lead : owner, {
          reason: nth(['parts', 'customer'], n),
          until: daysAfter(at, 5),
          nextUpdate: daysAfter(at, 3),
        }),
        go('RequestDecision', nth([owner, lead, people.aram], n), { neededBy: daysAfter(at, 2) }),
        ...offering(c, n, at, go),
      ];
    case 'held':
      return [go('ResumeCase', owner)];
    case 'deciding':
      return [go('MakeDecision', nth([people.dain, people.hyunwoo], n), { choice: n % 2 })];
    case 'adjudication':
      return [go('AdjudicateCase', people.aram, { department: nth(departments, n) })];
    case 'fixed':
      return [
        go('ReplyToCustomer', nth([people.duri, people.garam], n), {
          verdict: nth(['accepted', 'dissatisfied', 'unreachable', 'notDue'] as const, n),
          attempts: 3,
          toldAt: at,
        }),
      ];
    case 'replied':
      return [go('CloseCase', nth([people.garam, people.mirae], n)), go('SignNoChange', nth([lead, people.garam], n))];
    case 'closed':
      return [
        go('ReopenCase', people.duri),
        go('RecordHappyCall', nth([people.duri, people.mirae], n), {
          answer: nth(['solved', 'unreachable', 'unsolved', 'unreachable'] as const, n),
          calledAt: at,
          note: masked('아직 그대로라고 함'),
        }),
      ];
    case 'refused':
      return [go(nth(['CountersignRefusal', 'OverturnRefusal', 'ReopenCase'] as const, n), people.aram)];
    case 'merged':
    case 'settled':
    case 'withdrawn':
    case 'void':
      return [go('AddNote', people.duri)];
  }
}

/** Handing over, and what the other department answers. */
function offering(c: FiledCase, n: number, at: Instant, go: Press): readonly CaseCommand[] {
  const offer = offerOf(c);
  const owner = everybody.find((p) => p.id === ownerOf(c)?.id);
  const holding = departmentHolding(c);
  if (offer !== null) {
    const target = nth(membersOf(offer.to), n);
    const better = nth(
      departments.filter((d) => d !== offer.to),
      n,
    );
    return [go('AcceptTransfer', target, promise(target, at)), go('DeclineTransfer', target, { department: better })];
  }
  if (c.binding || holding === null) return [];
  const to = nth(
    departments.filter((d) => d !== holding),
    n,
  );
  return [go('OfferTransfer', owner ?? nth(membersOf(holding), n), { department: to })];
}

/** Steps beside the way, and out of it. */
function aside(c: FiledCase, n: number, at: Instant, go: Press): readonly CaseCommand[] {
  const holding = departmentHolding(c);
  const lead = everybody.find((p) => hasRole(p, 'deptLead') && p.department === holding) ?? people.gyuri;
  const colleague = holding === null ? people.gyuri : nth(membersOf(holding), n + 1);
  return [
    nth(
      [
        go('RefuseCase', lead),
        go('WithdrawCase', people.duri),
        go('MergeCase', people.aram, { target: { customer: anna, ended: false }, into: caseId(3) }),
        go('ReassignOwner', lead, { owner: refOf(colleague) }),
        go('RaiseObstacle', people.aram),
        go('AnswerObstacle', lead, { number: 1 + (n % 2) }),
        go('ReassessSeverity', people.mirae, { signals: nth([['B1'], ['A3'], []], n) }),
        go('AddNote', nth(everybody, n), { text: masked(`메모 ${at}`) }),
        go('ViewOriginal', people.eunsol),
      ],
      n,
    ),
    ...('owner' in c ? [makingGood(c, lead, n, go)] : []),
    nth(
      [
        go('GiveVerdict', everybody.find((p) => p.id === ownerOf(c)?.id) ?? lead, {
          verdict: nth(['accepted', 'partly', 'notAccepted', 'underReview'] as const, n),
          until: daysAfter(at, 6),
        }),
        go('SettlePraise', lead, { share: n % 2 === 0 }),
        go('CloseRepeat', people.garam, {
          earlier: [1, 2].map((id) => ({ id: caseId(id), customer: anna, isAnswered: true })),
        }),
        go('SeeFiler', people.aram),
        go('RecordSplit', people.duri),
        go('FlagConduct', nth([people.duri, people.garam], n)),
        go('ConfirmConduct', nth([people.mirae, people.garam], n)),
        go('ProposeLimit', people.mirae, { until: daysAfter(at, 4) }),
        go('AgreeToLimit', people.eunsol),
        go('LiftConduct', people.garam),
        go('UnfoldWords', people.aram),
        go('AskProtection', nth([people.duri, people.hana], n)),
        go('AnswerProtection', nth([people.garam, people.aram], n), { number: 1 + (n % 2) }),
      ],
      n,
    ),
  ];
}

/** Giving at once or asking for more, and what becomes of that. */
function makingGood(c: FiledCase, lead: PlaybookPerson, n: number, go: Press): CaseCommand {
  const owner = everybody.find((p) => p.id === ownerOf(c)?.id) ?? people.sora;
  const open = openRequest(c);
  // Apart from `n`, which has chosen this step already.
  const [first, second, third] = [Math.floor(n / 7), Math.floor(n / 31), Math.floor(n / 101)];
  const number = open?.number ?? 1 + (third % 3);
  if (open === null && first % 4 > 0) {
    const what = nth(['money', 'money', 'points', 'visit'], third);
    const amount = what === 'visit' ? null : nth([10_000, 30_000, 30_001, 400_000], second);
    return go('GrantRemedy', nth([people.duri, people.sora, owner, lead, people.dain], first), { what, amount });
  }
  const change = nth([null, null, { amount: 20_000, reason: masked('약관의 한도') }], third);
  const by = nth([people.garam, lead, people.dain], second);
  return nth(
    [
      go('ApproveRemedy', by, { number, change }),
      go('DeclineRemedy', by, { number }),
      go('WithdrawRemedy', by, { number }),
    ],
    first,
  );
}
