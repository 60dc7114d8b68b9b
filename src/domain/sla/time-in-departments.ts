import { departmentHolding, type FiledCase } from '../case/case.ts';
import type { DepartmentCode } from '../ids.ts';
import type { Duration, Instant } from '../instant.ts';
import type { Calendar, Playbook } from '../playbook.ts';
import { calendarHolding, calendarOf } from './clock-times.ts';
import { workingTime } from './working-hours.ts';

export type TimeInDepartment = { readonly department: DepartmentCode | null; readonly time: Duration };

/** Whose working time the way to the fix is counted in. */
export function fixCalendar(c: FiledCase, playbook: Playbook): Calendar {
  const fix = c.sla.clocks.findLast((clock) => clock.name === 'fix');
  return fix === undefined ? calendarHolding(departmentHolding(c), playbook) : calendarOf(fix.hours, playbook);
}

/**
 * Where the time went: business time with each department, and with the VOC desk (null), until the case ended or `at`.
 * In the order in which they first had it; together it is the business time since filing.
 */
export function timeInDepartments(c: FiledCase, at: Instant, playbook: Playbook): readonly TimeInDepartment[] {
  const calendar = fixCalendar(c, playbook);
  const end = endedAt(c) ?? at;
  const spent = new Map<DepartmentCode | null, Duration>();
  for (const [i, { department, from }] of c.sla.stays.entries()) {
    const until = c.sla.stays[i + 1]?.from ?? end;
    const here = workingTime(from, until, calendar);
    spent.set(department, ((spent.get(department) ?? 0) + here) as Duration);
  }
  return [...spent].map(([department, time]) => ({ department, time }));
}

/** When nothing more was owed to anybody; null while something is. */
export function endedAt(c: FiledCase): Instant | null {
  switch (c.status) {
    case 'closed':
      return c.closedAt;
    case 'merged':
    case 'withdrawn':
    case 'settled':
    case 'void':
      return c.at;
    case 'refused':
      return c.countersigned?.at ?? null;
    default:
      return null;
  }
}
