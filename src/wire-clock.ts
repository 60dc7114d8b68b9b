import type { MovableClock } from '../adapters/sandbox/movable-clock.ts';
import type { ClockJump } from '../adapters/sandbox/protocol.ts';
import type { Instant } from './domain/instant.ts';
import type { Playbook } from './domain/playbook.ts';
import { businessDayAfter, nextWorked } from './domain/sla/working-hours.ts';
import { dayIn, momentAt } from './domain/zone.ts';

/** While the sandbox's clock hurries, an hour passes in a third of a second: a ring a second would be too few. */
const hurriedMs = 50;

/** Where the company's people would want to be next: their next morning at work. */
export function sandboxJumps(at: Instant, { calendars, zone }: Playbook): readonly ClockJump[] {
  const [hours] = calendars;
  const next = hours === undefined ? null : businessDayAfter(dayIn(at, hours.zone), 1, hours);
  const opening = hours === undefined || next === null ? null : nextWorked(momentAt(next, 0, 0, zone), hours);
  if (opening === null) return [];
  return [{ key: 'next-business-day', label: { ko: '다음 영업일 아침', en: 'Next business morning' }, at: opening }];
}

/** Looks at the time after every movement of the sandbox's clock, and often while it hurries. */
export function hurry(clock: MovableClock, look: () => void): { readonly stop: () => void } {
  clock.watch(look);
  const timer = setInterval(() => {
    if (clock.state().rate > 1) look();
  }, hurriedMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
