import { caseNumber } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { Playbook } from '../playbook.ts';
import { dueAt, hoursOf } from '../sla/clock-times.ts';
import { isPaused, type SlaClock } from '../sla/sla-clock.ts';
import { type WorkingHours, workingTime } from '../sla/working-hours.ts';
import {
  type Cell,
  type Counting,
  type ExportedCase,
  minutesOf,
  type RowOf,
  stamp,
  type Table,
  yesNo,
} from './table.ts';

export const clocksTable = {
  file: 'clocks.csv',
  columns: [
    'case',
    'clock',
    'of',
    'hours',
    'target',
    'from',
    'due',
    'ended',
    'met',
    'inTime',
    'reached',
    'allowedMinutes',
    'usedMinutes',
    'pausedMinutes',
    'standsStill',
    'snoozes',
    'newDue',
  ],
} as const satisfies Table<string>;
type ClockRow = RowOf<typeof clocksTable>;

/** Every promise of a case, in the order in which they began. Who asked to be protected, and when, is nobody's table. */
export const clockRows = ({ record }: ExportedCase, counting: Counting): readonly ClockRow[] =>
  record.state.sla.clocks
    .filter(({ name }) => name !== 'protection')
    .toSorted((a, b) => a.from - b.from)
    .map((clock) => ({ case: caseNumber(record.id), ...clockRow(clock, counting) }));

function clockRow(clock: SlaClock, counting: Counting): Omit<ClockRow, 'case'> {
  const { playbook, now } = counting;
  const { hours, target, from, ended, snoozes = [], newDues = [] } = clock;
  const counted = hoursOf(clock, playbook);
  const until = ended?.at ?? now;
  const paused = pausedUntil(clock, until, counted);
  const due = dueAt(clock, playbook);
  return {
    clock: clock.name,
    of: clock.of ?? '',
    hours: hours.of === 'company' ? 'company' : hours.department,
    target: targetText(target),
    from: stamp(from, counting),
    due: stamp(due, counting),
    ended: stamp(ended?.at, counting),
    met: ended === undefined ? '' : yesNo(ended.met),
    inTime: inTime(clock, due, now),
    reached: clock.reached,
    allowedMinutes: allowed(clock, due, counted, playbook),
    usedMinutes: minutesOf(workingTime(from, until, counted) - paused),
    pausedMinutes: minutesOf(paused),
    standsStill: yesNo(ended === undefined && isPaused(clock)),
    snoozes: snoozes.length,
    newDue: stamp(newDues.at(-1)?.until, counting),
  };
}

/** What stood still after a fix that was told of later was done is none of its time. */
function pausedUntil({ pauses = [] }: SlaClock, until: Counting['now'], hours: WorkingHours): number {
  const end = (to: Counting['now'] | null) => (to === null || to > until ? until : to);
  return pauses.reduce((sum, { from, to }) => sum + workingTime(from, end(to), hours), 0);
}

/** As promised: standing still moves the moment, not the length. */
function allowed(clock: SlaClock, due: Instant | null, hours: WorkingHours, playbook: Playbook): Cell {
  const { target, from, pauses, ...rest } = clock;
  if ('minutes' in target) return target.minutes;
  const end = pauses === undefined ? due : dueAt({ ...rest, target, from }, playbook);
  return end === null ? '' : minutesOf(workingTime(from, end, hours));
}

/** Kept at the due moment is kept; still running then is not. What became pointless, and what is not yet due, says nothing. */
function inTime({ ended }: SlaClock, due: Instant | null, now: Instant): string {
  if (ended === undefined) return due !== null && due <= now ? 'no' : '';
  return ended.met ? yesNo(due === null || ended.at <= due) : '';
}

function targetText(target: SlaClock['target']): string {
  if (target.unit === 'until') return `until ${target.day}`;
  return target.unit === 'days' ? `${target.days} days` : `${target.minutes} ${target.unit} minutes`;
}
