import type { FiledCase } from '../case/case.ts';
import type { Instant } from '../instant.ts';
import type { Playbook } from '../playbook.ts';
import { unreachable } from '../result.ts';
import { dueAt } from './clock-times.ts';
import { type ClockKey, isRunning, runningClock, type SlaClock } from './sla-clock.ts';

/** The clock that the present step of a case goes by; null where nothing is promised for it. A hold ends on its own day. */
export function presentClock(c: FiledCase): SlaClock | null {
  if (c.voice.kind === 'praise') return first(c, 'share');
  switch (c.status) {
    case 'new':
    case 'routed':
      return first(c, 'acknowledge');
    case 'acknowledged':
      return first(c, 'plan', 'fix');
    case 'working':
      return first(c, 'fix');
    case 'adjudication':
      return first(c, 'adjudicate');
    case 'deciding':
      return first(c, 'decide');
    case 'fixed':
      return first(c, 'reply');
    case 'replied':
      return first(c, 'close');
    case 'refused':
      return first(c, 'countersign');
    case 'held':
    case 'closed':
    case 'merged':
    case 'withdrawn':
    case 'settled':
    case 'void':
      return null;
    default:
      return unreachable(c);
  }
}

const first = (c: FiledCase, ...keys: readonly ClockKey[]): SlaClock | null =>
  keys.map((key) => runningClock(c.sla, key)).find((clock) => clock !== null) ?? null;

/** The moment people go by: the last date its lead gave, else the one that was promised. Null: none is in sight. */
export const goesBy = (clock: SlaClock, playbook: Playbook): Instant | null =>
  clock.newDues?.at(-1)?.until ?? dueAt(clock, playbook);

export function isOverdue(clock: SlaClock | null, at: Instant, playbook: Playbook): boolean {
  if (clock === null || !isRunning(clock)) return false;
  const due = goesBy(clock, playbook);
  return due !== null && due <= at;
}
