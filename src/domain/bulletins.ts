import { addDays } from './calendar.ts';
import type { CaseId, DepartmentCode } from './ids.ts';
import type { Day } from './instant.ts';
import type { Month } from './month.ts';

/**
 * What people are told when its time has come, and not because of something that happened to one case. `changed`: what
 * became different in a month because of customers. `surge`: cases come in at once that look the same. The others are
 * digests: see `digests.ts`.
 */
export type Bulletin =
  | { readonly about: 'changed'; readonly month: Month }
  | { readonly about: 'surge'; readonly head: CaseId }
  /** `week`: its Monday. */
  | { readonly about: 'weekly'; readonly week: Day }
  | { readonly about: 'monthly'; readonly month: Month }
  | { readonly about: 'scorecard'; readonly department: DepartmentCode; readonly month: Month }
  | { readonly about: 'today'; readonly department: DepartmentCode; readonly day: Day }
  | { readonly about: 'customers'; readonly department: DepartmentCode; readonly day: Day };

export type BulletinOf<A extends Bulletin['about']> = Extract<Bulletin, { readonly about: A }>;

/** Tells one from every other: each is told once. */
export function keyOfBulletin(b: Bulletin): string {
  switch (b.about) {
    case 'surge':
      return `surge:${b.head}`;
    case 'weekly':
      return `weekly:${b.week}`;
    case 'changed':
    case 'monthly':
      return `${b.about}:${b.month}`;
    case 'scorecard':
      return `scorecard:${b.month}:${b.department}`;
    case 'today':
    case 'customers':
      return `${b.about}:${b.day}:${b.department}`;
  }
}

/** Monday to Sunday. */
export const lastDayOf = (week: Day): Day => addDays(week, 6);
