import { addDays } from '../domain/calendar.ts';
import type { Instant } from '../domain/instant.ts';
import type { Playbook } from '../domain/playbook.ts';
import { firstDayOf, quarterOf } from '../domain/quarter.ts';
import { calendarHolding } from '../domain/sla/clock-times.ts';
import { isWorked } from '../domain/sla/working-hours.ts';
import { dayIn } from '../domain/zone.ts';
import type { Inbox, Log } from '../ports/ambient.ts';
import type { Directory } from '../ports/directory.ts';
import { reviewCard } from '../render/review-card.ts';
import type { Tell } from './tell.ts';

export type RemindDesk = (at: Instant) => Promise<void>;

/** Days of a new quarter in which it may be said: shorter than what has been said is remembered. */
const window = 7;

/**
 * Once a quarter, in its first working hours, the VOC desk is asked to look at the categories. Asked every hour or so by
 * every replica; the first that asks in the company's working hours speaks.
 */
export function remindDeskWith(deps: {
  readonly playbook: Playbook;
  readonly directory: Pick<Directory, 'withRole'>;
  readonly inbox: Inbox;
  readonly tell: Tell;
  readonly log: Log;
}): RemindDesk {
  const { playbook, directory, inbox, tell, log } = deps;
  return async (at) => {
    const company = calendarHolding(null, playbook);
    if (!isWorked(at, company)) return;
    const today = dayIn(at, company.zone);
    const { year, n: quarter } = quarterOf(today);
    if (today >= addDays(firstDayOf({ year, n: quarter }), window)) return;
    const id = `categories:${year}-${quarter}`;
    if (!(await inbox.first(id))) return;
    const desk = directory.withRole('vocDesk', null);
    const told = await Promise.all(desk.map((person) => tell(person, id, (r) => reviewCard(year, quarter, r))));
    if (!told.some((took) => took))
      log.warn('the VOC desk could not be asked to look at the categories', { year, quarter });
  };
}
