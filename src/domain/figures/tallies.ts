import { type Case, departmentHolding, type FiledCase, hasEnded } from '../case/case.ts';
import type { CaseEvent } from '../case/events.ts';
import { evolve } from '../case/evolve.ts';
import { givenIn } from '../case/remedies.ts';
import { isFinal } from '../case/request-verdict.ts';
import type { DepartmentCode } from '../ids.ts';
import { days, type Instant, plus } from '../instant.ts';
import type { Tier } from '../intake/severity.ts';
import { effortOf } from '../learning/effort.ts';
import type { Playbook } from '../playbook.ts';
import { dueAt, momentOf } from '../sla/clock-times.ts';
import type { SlaClock } from '../sla/sla-clock.ts';
import { fixCalendar } from '../sla/time-in-departments.ts';
import { workingTime } from '../sla/working-hours.ts';
import { leavingMark, type Tally, type TallyMark, type TallyName, wantMark } from './tally.ts';

/* Every figure's definition begins here: what of a case is counted, and at which moment. */

/** Of the definitions in this file: when they change, everything is tallied anew. */
export const talliesVersion = 2;

type Rest = { readonly n?: number } & Partial<Pick<Tally, 'department' | 'kept' | 'value' | 'marks'>>;

const of =
  (c: FiledCase) =>
  (what: TallyName, at: Instant, { n = 0, ...rest }: Rest = {}): Tally => ({
    what,
    n,
    at,
    department: departmentHolding(c),
    kind: c.voice.kind,
    tier: c.assessment.tier,
    kept: null,
    value: null,
    marks: [],
    ...rest,
  });

const when = (is: boolean, mark: TallyMark): readonly TallyMark[] => (is ? [mark] : []);

/** What follows from the case as it is, by the calendars of now. A case that was none is counted as that, and as nothing else. */
export function standingTalliesOf(c: FiledCase, playbook: Playbook): readonly Tally[] {
  const tally = of(c);
  if (c.status === 'void') return [tally('voided', c.at)];
  return [
    tally('filed', c.filedAt, { marks: filedMarks(c, playbook) }),
    ...promises(c, playbook),
    ...waiting(c),
    ...answers(c, playbook),
    ...givenIn(c).flatMap(({ number, amount, answer, at }) =>
      amount === null ? [] : [tally('paid', answer?.at ?? at, { n: number, value: amount })],
    ),
  ];
}

/** Who is loud is heard anyway. */
const isQuiet = ({ assessment, voice }: FiledCase): boolean => assessment.tier === 'S4' || voice.kind === 'inquiry';

const leavingSignals = ({ assessment }: FiledCase, { severity }: Playbook): readonly string[] =>
  severity.signals
    .filter(({ code, leaving }) => leaving === true && assessment.confirmed.includes(code))
    .map(({ code }) => code);

const filedMarks = (c: FiledCase, playbook: Playbook): readonly string[] => [
  ...(c.assessment.leaving === true && isQuiet(c) ? ['leaving', ...leavingSignals(c, playbook).map(leavingMark)] : []),
  ...when(c.voice.touchpoint === 'pre' || c.voice.touchpoint === 'post', 'around'),
  ...c.voice.wants.map(wantMark),
];

const counted = ['acknowledge', 'fix', 'obstacle', 'decide'] as const;
type Counted = (typeof counted)[number];
const isCounted = (name: string): name is Counted => counted.some((known) => known === name);

/**
 * A promise counts when it is due, whether or not anybody has kept it by then: what is open and overdue stays among those
 * that were missed. One that became pointless before it was due was none.
 */
function promises(c: FiledCase, playbook: Playbook): readonly Tally[] {
  const named = new Map<Counted, number>();
  return c.sla.clocks.flatMap((clock) => {
    const { name, ended } = clock;
    if (!isCounted(name)) return [];
    const n = named.get(name) ?? 0;
    named.set(name, n + 1);
    const due = dueAt(clock, playbook);
    if (due === null || (ended !== undefined && !ended.met && ended.at <= due)) return [];
    const kept = ended === undefined ? null : ended.met && ended.at <= due;
    // Who did not take it is who was asked; what is to be done is owed by who has it.
    const department = name === 'acknowledge' ? departmentOfClock(clock) : departmentHolding(c);
    const marks = [
      ...when(kept === true && name === 'fix' && isLastMinute(clock, playbook), 'lastMinute'),
      ...when(ended?.met === true && name === 'acknowledge', 'met'),
    ];
    return [of(c)(name, due, { n, kept, department, marks })];
  });
}

const departmentOfClock = ({ hours }: SlaClock): DepartmentCode | null =>
  hours.of === 'department' ? hours.department : null;

/** Percent of a clock after which its end is near. */
const lastPart = 95;
const isLastMinute = (clock: SlaClock, playbook: Playbook): boolean =>
  clock.ended !== undefined && clock.ended.at >= (momentOf(clock, lastPart, playbook) ?? Number.POSITIVE_INFINITY);

/** What somebody waits for, since when: also where no promise runs, because the case had been closed or is praise. */
function waiting(c: FiledCase): readonly Tally[] {
  const tally = of(c);
  if (hasEnded(c)) return [];
  return [
    ...(c.status === 'deciding' ? [tally('deciding', c.request.at)] : []),
    ...c.obstacles.flatMap(({ number, answer, at }) =>
      answer === null ? [tally('obstructed', at, { n: number })] : [],
    ),
  ];
}

/** What became of it: how long the fix took, what it had cost the customer when it was closed, and the verdict on a demand. */
function answers(c: FiledCase, playbook: Playbook): readonly Tally[] {
  const tally = of(c);
  const hours = fixCalendar(c, playbook);
  const worked = (to: Instant): number => Math.round(workingTime(c.filedAt, to, hours) / 60_000);
  const fixed = 'fix' in c ? (c.fix.doneAt ?? c.fix.at) : null;
  const given = c.verdict;
  return [
    ...(fixed === null
      ? []
      : [tally('fixed', fixed, { value: worked(fixed), marks: when(c.sla.holds.length > 0, 'held') })]),
    ...(c.status === 'closed' ? [closed(c, playbook)] : []),
    ...(given !== undefined && isFinal(given)
      ? [
          tally('verdict', given.at, {
            kept: given.verdict !== 'notAccepted',
            value: worked(given.at),
            marks: [given.verdict],
          }),
        ]
      : []),
  ];
}

function closed(c: FiledCase & { readonly status: 'closed' }, playbook: Playbook): Tally {
  const { verdict } = c.reply;
  return of(c)('closed', c.closedAt, {
    kept: verdict === 'notDue' ? null : verdict !== 'unreachable',
    value: effortOf(c, c.closedAt, playbook).points,
    marks: [...when((c.struggles?.explained ?? 0) > 0, 'explained'), ...when(verdict === 'unreachable', 'unreachable')],
  });
}

/** What these events add for good, after so many that stand in the log already. */
export function happenedTalliesIn(events: readonly CaseEvent[], before: Case, version: number): readonly Tally[] {
  let c: Case = before;
  return events.flatMap((event, i) => {
    const earlier = c;
    c = evolve(c, event);
    return c.status === 'unfiled' ? [] : happened(event, version + i + 1, earlier, c);
  });
}

/** A case that comes back within so long was closed too early. */
const soon = days(7);

function happened(event: CaseEvent, n: number, before: Case, c: FiledCase): readonly Tally[] {
  const tally = (what: TallyName, department = departmentHolding(c), marks: readonly TallyMark[] = []) => [
    of(c)(what, event.at, { n, department, marks }),
  ];
  switch (event.type) {
    case 'CaseClosed':
      return tally('closing');
    case 'CaseReopened': {
      const isSoon = before.status === 'closed' && event.at < plus(before.closedAt, soon);
      return tally('reopened', departmentHolding(c), when(isSoon, 'soon'));
    }
    case 'TransferOffered':
      return tally('handedOver', event.data.from);
    case 'TransferAccepted':
      return tally('taken', event.data.from);
    case 'CaseRefused':
      return tally('refused', event.data.department);
    case 'CaseLinked':
      return tally('linked');
    case 'SeverityReassessed':
      return before.status !== 'unfiled' && isLower(event.data.assessment.tier, before.assessment.tier)
        ? tally('lowered')
        : [];
    default:
      return [];
  }
}

const isLower = (tier: Tier | null, than: Tier | null): boolean => (tier ?? 'S5') > (than ?? 'S5');
