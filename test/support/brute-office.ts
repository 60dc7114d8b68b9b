import type { DepartmentCode } from '../../src/domain/ids.ts';
import { departmentOf, type Playbook } from '../../src/domain/playbook.ts';
import { type Minutes, minutesOf } from './brute-time.ts';

/** An office with every minute of its calendars looked up. */
export type BruteOffice = {
  readonly playbook: Playbook;
  readonly company: Minutes;
  readonly department: (code: DepartmentCode) => Minutes;
  readonly daytime: Minutes;
};

export function bruteOffice(playbook: Playbook): BruteOffice {
  const calendars = new Map(playbook.calendars.map((calendar) => [calendar.code, minutesOf(calendar)]));
  const [company] = calendars.values();
  if (company === undefined) throw new Error('an office without a calendar');
  const { zone, sla } = playbook;
  return {
    playbook,
    company,
    department: (code) => calendars.get(departmentOf(playbook, code)?.calendar ?? '') ?? company,
    daytime: minutesOf({ zone, week: Array.from({ length: 7 }, () => [sla.daytime]), days: new Map() }),
  };
}
