import { type Case, departmentHolding, type FiledCase, unfiled } from '../case/case.ts';
import type { CaseEvent } from '../case/events.ts';
import { evolve } from '../case/evolve.ts';
import { readableLog } from '../case/thread-notes.ts';
import { caseNumber } from '../ids.ts';
import type { Day, Instant } from '../instant.ts';
import { dueAt, hoursOf } from '../sla/clock-times.ts';
import { runningClock } from '../sla/sla-clock.ts';
import { fixCalendar } from '../sla/time-in-departments.ts';
import { workingTime } from '../sla/working-hours.ts';
import { type EventCells, eventCells } from './event-cells.ts';
import { type Cell, type Counting, type ExportedCase, minutesOf, type RowOf, stamp, type Table } from './table.ts';

export const eventsTable = {
  file: 'events.csv',
  columns: [
    'case',
    'version',
    'type',
    'at',
    'by',
    'status',
    'department',
    'tier',
    'from',
    'to',
    'code',
    'of',
    'until',
    'happenedAt',
    'workedMinutes',
    'fixUsed',
    'detail',
  ],
} as const satisfies Table<string>;
type EventRow = RowOf<typeof eventsTable>;

/** The log of a case as people may read it; `status`, `department` and `tier` are those after the event. */
export function eventRows({ record, history }: ExportedCase, counting: Counting): readonly EventRow[] {
  const readable = new Map(readableLog(history).map(({ version, event }) => [version, event]));
  const rows: EventRow[] = [];
  let before: Case = unfiled;
  for (const { version, event } of history) {
    const after = evolve(before, event);
    const shown = readable.get(version);
    const tier = before.status === 'unfiled' ? null : before.assessment.tier;
    const cells = shown === undefined ? null : eventCells(shown, tier);
    if (cells !== null && after.status !== 'unfiled') {
      rows.push({
        case: caseNumber(record.id),
        version,
        type: event.type,
        at: stamp(event.at, counting),
        by: doneBy(event, record.state),
        status: after.status,
        department: departmentHolding(after) ?? '',
        tier: after.assessment.tier ?? '',
        from: cells.from ?? '',
        to: cells.to ?? '',
        code: cells.code ?? '',
        of: cells.of ?? '',
        until: untilText(cells.until, counting),
        happenedAt: stamp(cells.happenedAt, counting),
        workedMinutes: worked(event, after, counting),
        fixUsed: fixUsed(event, before, counting),
        detail: inOneLine(cells.detail),
      });
    }
    before = after;
  }
  return rows;
}

/** A voice of staff, a point where somebody is stuck: who said so is in nobody's figures. */
const withheld: CaseEvent['type'] = 'ObstacleRaised';

function doneBy(event: CaseEvent, c: FiledCase): string {
  if (event.by === null) return 'system';
  const isVoiceOfTheirs = event.by.id === c.filer.id && (c.unnamed === true || c.voice.kind === 'voe');
  const isQuiet = event.type === withheld || isVoiceOfTheirs;
  return isQuiet ? 'withheld' : event.by.name;
}

const inOneLine = (text: EventCells['detail']): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** A day stands as it was named, a moment as every other. */
const untilText = (until: Day | Instant | null | undefined, counting: Counting): string =>
  typeof until === 'string' ? until : stamp(until, counting);

/** Business time from filing to this fix, or to this verdict. */
function worked(event: CaseEvent, after: FiledCase, { playbook }: Counting): Cell {
  if (event.type !== 'CaseFixed' && event.type !== 'VerdictGiven') return '';
  const doneAt = event.type === 'CaseFixed' ? (event.data.fix.doneAt ?? event.at) : event.at;
  return minutesOf(workingTime(after.filedAt, doneAt, fixCalendar(after, playbook)));
}

/** Percent of the time to the fix that had gone when it was handed on or made to wait: late in it, that is worth a look. */
function fixUsed(event: CaseEvent, before: Case, { playbook }: Counting): Cell {
  if (event.type !== 'TransferOffered' && event.type !== 'CaseHeld') return '';
  const clock = before.status === 'unfiled' ? null : runningClock(before.sla, 'fix');
  if (clock === null) return '';
  const { pauses = [], ...whole } = clock;
  const end = dueAt(whole, playbook);
  const hours = hoursOf(clock, playbook);
  const allowed = end === null ? 0 : workingTime(clock.from, end, hours);
  if (allowed === 0) return '';
  const stood = pauses.reduce((sum, { from, to }) => sum + workingTime(from, to ?? event.at, hours), 0);
  return Math.floor(((workingTime(clock.from, event.at, hours) - stood) * 100) / allowed);
}
