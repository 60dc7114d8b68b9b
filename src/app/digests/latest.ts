import { addDays } from '../../domain/calendar.ts';
import type { DigestName } from '../../domain/digests.ts';
import type { DepartmentCode } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { monthBefore, monthIn } from '../../domain/month.ts';
import type { Playbook } from '../../domain/playbook.ts';
import { calendarHolding } from '../../domain/sla/clock-times.ts';
import { mondayOf } from '../../domain/week.ts';
import { dayIn } from '../../domain/zone.ts';
import type { Digest } from './draw-digest.ts';

/** The one that is read now: of the week or month that ended last, or of today. Null: a department is missing. */
export function latestDigest(
  name: DigestName,
  department: DepartmentCode | null,
  at: Instant,
  playbook: Playbook,
): Digest | null {
  const { zone } = playbook;
  if (name === 'weekly') return { about: name, week: addDays(mondayOf(at, zone), -7) };
  if (name === 'monthly') return { about: name, month: monthBefore(monthIn(at, zone)) };
  if (department === null) return null;
  if (name === 'scorecard') return { about: name, department, month: monthBefore(monthIn(at, zone)) };
  return { about: name, department, day: dayIn(at, calendarHolding(department, playbook).zone) };
}
