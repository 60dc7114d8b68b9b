import { addDays } from '../../domain/calendar.ts';
import type { FiledCase } from '../../domain/case/case.ts';
import { type Day, type Instant, instant, minutes, plus } from '../../domain/instant.ts';
import type { Tier } from '../../domain/intake/severity.ts';
import { calendarOf, dueAt } from '../../domain/sla/clock-times.ts';
import { goesBy } from '../../domain/sla/present-clock.ts';
import { runningClock } from '../../domain/sla/sla-clock.ts';
import type { TieredClock } from '../../domain/sla/terms.ts';
import { businessDayAfter, isWorked, nextWorked, type WorkingHours } from '../../domain/sla/working-hours.ts';
import { dayIn } from '../../domain/zone.ts';
import type { Reading } from '../reading.ts';

/*
 * Values a time field starts with, so that the common case is one press. They bind nobody: the person changes them, and
 * the core checks what comes back. Every number is the playbook's own.
 */

const company = { of: 'company' } as const;
const hoursIn = (r: Reading): WorkingHours => calendarOf(company, r.playbook);

const halfHour = 1_800_000;
const halfHourAfter = (at: number): Instant => instant(Math.ceil(at / halfHour) * halfHour);

/** The n-th business day from today, holidays left out. */
export function weekday(r: Reading, n: number): Day {
  const hours = hoursIn(r);
  const today = dayIn(r.now, hours.zone);
  // A calendar without working days in sight still gets a day to start with.
  return businessDayAfter(today, n, hours) ?? addDays(today, n);
}

/** When a fix is first proposed: what its severity allows, counted from now. An emergency shows a plan that soon. */
export function suggestedEta(tier: Tier | null, r: Reading): Instant {
  const name: TieredClock = tier === 'S1' ? 'plan' : 'fix';
  const target = r.playbook.sla.tiers[tier ?? 'S4'][name];
  const due =
    target === undefined ? null : dueAt({ name, from: r.now, target, hours: company, reached: 0 }, r.playbook);
  return halfHourAfter(due ?? plus(r.now, minutes(60)));
}

/** The same, but not later than the case has been promised. */
export function suggestedStartEta(c: FiledCase, r: Reading): Instant {
  const suggested = suggestedEta(c.assessment.tier, r);
  const fix = runningClock(c.sla, 'fix');
  const by = fix === null ? null : goesBy(fix, r.playbook);
  return by !== null && by > r.now && by < suggested ? by : suggested;
}

/** In an hour; an hour after the next opening when nobody should be called then. An emergency does not wait. */
export function suggestedCall(tier: Tier | null, r: Reading): Instant {
  const hours = hoursIn(r);
  const soon = halfHourAfter(plus(r.now, minutes(60)));
  const opening = nextWorked(soon, hours);
  return tier === 'S1' || opening === null || isWorked(soon, hours) ? soon : plus(opening, minutes(60));
}

/** Now, to the minute, and not a moment later: it has happened already. */
export const justNow = (r: Reading): Instant => instant(Math.floor(r.now / 60_000) * 60_000);
