import type { Instant } from '../domain/instant.ts';
import { missingYears } from '../domain/sla/calendars-with.ts';
import { isWorked } from '../domain/sla/working-hours.ts';
import { dayIn } from '../domain/zone.ts';
import type { Inbox, Log } from '../ports/ambient.ts';
import type { Calendars } from '../ports/calendars.ts';
import type { Directory } from '../ports/directory.ts';
import { calendarWarningCard } from '../render/calendar-cards.ts';
import type { Tell } from './tell.ts';

export type WarnAdmins = (at: Instant) => Promise<void>;

/**
 * Once a working day, while a year's holidays are missing: from 1 November for the next year. Asked every hour or so by
 * every replica; the first that asks in the company's working hours speaks.
 */
export function warnAdminsWith(deps: {
  readonly calendars: Calendars;
  readonly directory: Pick<Directory, 'withRole'>;
  readonly inbox: Inbox;
  readonly tell: Tell;
  readonly log: Log;
}): WarnAdmins {
  const { calendars, directory, inbox, tell, log } = deps;
  return async (at) => {
    const [company] = calendars.current();
    if (company === undefined || !isWorked(at, company)) return;
    await calendars.refresh();
    const today = dayIn(at, company.zone);
    const missing = missingYears(calendars.current(), calendars.entries(), today);
    const id = `calendar-warning:${today}`;
    if (missing.length === 0 || !(await inbox.first(id))) return;
    const admins = directory.withRole('admin', null);
    const told = await Promise.all(admins.map((person) => tell(person, id, (r) => calendarWarningCard(missing, r))));
    if (!told.some((took) => took)) log.warn('holidays are missing, and no administrator could be told', { missing });
  };
}
