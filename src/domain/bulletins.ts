import type { CaseId } from './ids.ts';
import type { Instant } from './instant.ts';
import { firstDayOf, type Month, monthBefore, monthIn } from './month.ts';
import type { Playbook } from './playbook.ts';
import { calendarHolding, openingOn } from './sla/clock-times.ts';

/**
 * What people are told when its time has come, and not because of something that happened to one case. `changed`: what
 * became different in a month because of customers. `surge`: cases come in at once that look the same.
 */
export type Bulletin =
  | { readonly about: 'changed'; readonly month: Month }
  | { readonly about: 'surge'; readonly head: CaseId };

/** Tells one from every other: each is told once. */
export const keyOfBulletin = (b: Bulletin): string => `${b.about}:${b.about === 'surge' ? b.head : b.month}`;

/** What should have been told by now: from the first working morning of a month on, however late we come to it, as long as the month lasts. */
export function bulletinsDue(at: Instant, playbook: Playbook): readonly Bulletin[] {
  const company = calendarHolding(null, playbook);
  const month = monthIn(at, company.zone);
  const opening = openingOn(firstDayOf(month), company);
  return opening === null || at < opening ? [] : [{ about: 'changed', month: monthBefore(month) }];
}
