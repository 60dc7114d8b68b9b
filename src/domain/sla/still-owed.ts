import type { Nudge } from '../notices.ts';
import { clockIn, isPaused, keyOf, runningClock, type Sla } from './sla-clock.ts';

/**
 * Whether a reminder that waited still asks for something: its clock runs, nobody put it off meanwhile, and no higher
 * rung says more by now.
 */
export function isStillOwed(nudge: Nudge, { sla }: { readonly sla: Sla }): boolean {
  const running = runningClock(sla, keyOf(clockIn(nudge)));
  if (running === null || isPaused(running) || running.reached > nudge.rung) return false;
  if (running.silence === undefined) return true;
  // A snooze silences what comes before the due moment, a new date everything.
  return running.silence.by === 'snooze' && nudge.rung >= 100;
}
