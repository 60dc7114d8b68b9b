import { type Day, dayIn, type Instant, instant } from '../../domain/instant.ts';
import type { Tier } from '../../domain/intake/severity.ts';
import { isWeekend, momentAt, partsOf, weekdaysAfter } from '../calendar.ts';
import type { Reading } from '../reading.ts';

/*
 * Values a time field starts with, so that the common case is one press. They bind nobody: the person changes them, and
 * the core checks what comes back.
 */

const hour = 3_600_000;
const opening = 9;
const closing = 18;

const zoneOf = (r: Reading): string => r.playbook.zone;
const today = (r: Reading): Day => dayIn(r.now, zoneOf(r));
export const weekday = (r: Reading, after: number): Day => weekdaysAfter(today(r), after);

const halfHourAfter = (at: number): Instant => instant(Math.ceil(at / (hour / 2)) * (hour / 2));

/** Weekdays to the end of which a fix is first proposed. */
const days: Record<Exclude<Tier, 'S1'>, number> = { S2: 2, S3: 5, S4: 7 };

/** An emergency: in four hours. Otherwise the end of a weekday not far off. */
export const suggestedEta = (tier: Tier | null, r: Reading): Instant =>
  tier === 'S1' ? halfHourAfter(r.now + 4 * hour) : momentAt(weekday(r, days[tier ?? 'S4']), closing, 0, zoneOf(r));

/** In an hour, or at ten on the next weekday when nobody should be called then. */
export function suggestedCall(tier: Tier | null, r: Reading): Instant {
  const soon = halfHourAfter(r.now + hour);
  const at = partsOf(soon, zoneOf(r)).hour;
  const asleep = at < opening || at >= closing || isWeekend(dayIn(soon, zoneOf(r)));
  return asleep && tier !== 'S1' ? momentAt(weekday(r, 1), opening + 1, 0, zoneOf(r)) : soon;
}

/** Now, to the minute, and not a moment later: it has happened already. */
export const justNow = (r: Reading): Instant => instant(Math.floor(r.now / 60_000) * 60_000);
