import { addDays } from './calendar.ts';
import type { Day, Instant } from './instant.ts';
import { dayIn, partsOf } from './zone.ts';

/** The Monday with which the week of a moment began. */
export const mondayOf = (at: Instant, zone: string): Day =>
  addDays(dayIn(at, zone), -((partsOf(at, zone).weekday + 6) % 7));
