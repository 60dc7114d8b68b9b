import type { MovableClock } from '../adapters/sandbox/movable-clock.ts';
import type { ClockJump } from '../adapters/sandbox/protocol.ts';
import { addDays } from './domain/calendar.ts';
import { type Day, days, type Instant } from './domain/instant.ts';
import type { Playbook } from './domain/playbook.ts';
import { businessDayAfter, nextWorked } from './domain/sla/working-hours.ts';
import { dayIn, momentAt } from './domain/zone.ts';
import type { Log } from './ports/ambient.ts';
import { faultOf } from './wire-log.ts';

/** While the sandbox's clock hurries, an hour passes in a third of a second: a ring a second would be too few. */
const hurriedMs = 50;
const aDay = days(1);

/** Where the company's people would want to be next: their next morning at work, and the one on which a process change is read again. */
export function sandboxJumps(at: Instant, { calendars, zone }: Playbook): readonly ClockJump[] {
  const [hours] = calendars;
  if (hours === undefined) return [];
  const today = dayIn(at, hours.zone);
  const next = businessDayAfter(today, 1, hours);
  const morningOf = (day: Day | null): Instant | null =>
    day === null ? null : nextWorked(momentAt(day, 0, 0, zone), hours);
  const found = [
    { key: 'next-business-day', label: { ko: '다음 영업일 아침', en: 'Next business morning' }, at: morningOf(next) },
    { key: 'month', label: { ko: '30일 뒤 아침', en: 'A morning 30 days on' }, at: morningOf(addDays(today, 30)) },
  ];
  return found.flatMap(({ at: to, ...jump }) => (to === null ? [] : [{ ...jump, at: to }]));
}

/** Looks at the time after every movement of the sandbox's clock, and often while it hurries; a day that goes by there is no hour of ours. */
export function hurry(
  clock: MovableClock,
  look: () => void,
  dayPassed: () => Promise<unknown>,
  log: Log,
): { readonly stop: () => void } {
  const dayNow = () => Math.floor(clock.state().now / aDay);
  let day = dayNow();
  const looks = () => {
    const today = dayNow();
    if (today !== day) {
      dayPassed().then(look, (fault: unknown) => log.error('a day that passed was not counted', faultOf(fault)));
    }
    day = today;
    look();
  };
  clock.watch(looks);
  const timer = setInterval(() => {
    if (clock.state().rate > 1) looks();
  }, hurriedMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
