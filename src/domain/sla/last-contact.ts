import type { FiledCase } from '../case/case.ts';
import type { Instant } from '../instant.ts';
import { runningClock } from './sla-clock.ts';

/**
 * When the customer last heard from us, as far as the clocks know. News to the customer starts the interim clock; so do a
 * reopening, which is no news, and a hold, before which there may have been news that no clock remembers: then null.
 */
export function lastContact(c: FiledCase): Instant | null {
  const interim = runningClock(c.sla, 'interim');
  if (interim?.target.unit === 'until') return null;
  const isReopening = interim !== null && runningClock(c.sla, 'fix')?.from === interim.from;
  if (interim !== null && !isReopening) return interim.from;
  const told = c.sla.clocks.flatMap(({ name, ended }) =>
    (name === 'contact' || name === 'reply') && ended?.met === true ? [ended.at] : [],
  );
  return told.toSorted((a, b) => b - a)[0] ?? null;
}
