import { dayNumber } from '../calendar.ts';
import type { DepartmentCode, PersonId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import { type Calendar, departmentOf, type Playbook, personOf } from '../playbook.ts';
import { dayIn } from '../zone.ts';
import { calendarHolding } from './clock-times.ts';
import type { Recipient } from './nudge-plan.ts';

/** Whoever is on duty for a department this week: the rota turns on Mondays. Those after them stand in, in order. */
export function onDuty(code: DepartmentCode, at: Instant, playbook: Playbook): readonly PersonId[] {
  const duty = departmentOf(playbook, code)?.duty ?? [];
  if (duty.length === 0) return [];
  const { zone } = calendarHolding(code, playbook);
  // 1970-01-01 was a Thursday: three days later a week begins.
  const week = Math.floor(((dayNumber(dayIn(at, zone)) ?? 0) + 3) / 7);
  const first = week % duty.length;
  return [...duty.slice(first), ...duty.slice(0, first)];
}

/** When a person works: their own calendar, their department's, or the company's. */
export function hoursOfPerson(id: PersonId, playbook: Playbook): Calendar {
  const person = personOf(playbook, id);
  const own = playbook.calendars.find((calendar) => calendar.code === person?.calendar);
  return own ?? calendarHolding(person?.department ?? null, playbook);
}

/** A person as the one a reminder is for. */
export const recipientOf = (id: PersonId, playbook: Playbook): Recipient => ({
  hours: hoursOfPerson(id, playbook),
  isExecutive: personOf(playbook, id)?.roles.includes('executive') === true,
});
