import type { PersonId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { NudgeNotice, Reader } from '../domain/notices.ts';
import type { Playbook } from '../domain/playbook.ts';
import { type Absence, absenceOf, standIn } from '../domain/sla/absence.ts';
import { hoursOfPerson, onDuty, recipientOf } from '../domain/sla/duty.ts';
import { leavesToReach } from '../domain/sla/nudge-plan.ts';
import { clockIn, keyOf } from '../domain/sla/sla-clock.ts';
import { isWorked } from '../domain/sla/working-hours.ts';
import { dayIn } from '../domain/zone.ts';
import type { Log } from '../ports/ambient.ts';
import type { Directory } from '../ports/directory.ts';
import type { OwedNudge } from '../ports/nudges.ts';

export type NudgeAddressDeps = {
  readonly playbook: Playbook;
  readonly directory: Pick<Directory, 'withRole' | 'placesOf'>;
  readonly absences: (at: Instant) => Promise<readonly Absence[]>;
  readonly log: Log;
};

/**
 * From "who owes the step" to the people who hear of it, and when. Whoever is away is stood in for; whoever has left, and
 * a role that nobody has, gives way to the next above: a reminder never goes to nobody.
 */
export async function addressNudges(
  { playbook, directory, absences, log }: NudgeAddressDeps,
  notices: readonly NudgeNotice[],
  at: Instant,
): Promise<readonly OwedNudge[]> {
  if (notices.length === 0) return [];
  const away = await absences(at);
  // Several clocks may have become due at once: each is a reminder of its own.
  const told = new Set<string>();
  const owed: OwedNudge[] = [];
  for (const notice of notices) {
    for (const person of await reached(notice)) {
      const once = `${person} ${keyOf(clockIn(notice.nudge))}`;
      if (told.has(once)) continue;
      told.add(once);
      owed.push({
        person,
        nudge: notice.nudge,
        leavesAt: leavesToReach(notice.nudge, at, recipientOf(person, playbook), playbook.sla, playbook.zone),
        owedAt: at,
      });
    }
  }
  return owed;

  async function reached({ audience, instead, nudge }: NudgeNotice): Promise<readonly PersonId[]> {
    const steps: readonly Reader[] = [
      audience,
      instead,
      { to: 'role', role: 'csLead', department: null },
      { to: 'role', role: 'vocDesk', department: null },
    ];
    for (const step of steps) {
      const people = await reachable(named(step, nudge.urgent));
      if (people.length > 0) return people;
      log.warn('nobody could be reminded; whoever is next is', { audience: step, clock: nudge.clock });
    }
    log.error('a reminder reaches nobody at all', { clock: nudge.clock, rung: nudge.rung });
    return [];
  }

  function named(reader: Reader, urgent: boolean): readonly PersonId[] {
    switch (reader.to) {
      case 'person':
        return [reader.person];
      case 'role':
        return directory.withRole(reader.role, reader.department);
      case 'duty':
        return duty(reader.department, urgent);
    }
  }

  /** This week's; where there is no rota the lead, and at night the CS lead beside them. */
  function duty(department: Extract<Reader, { to: 'duty' }>['department'], urgent: boolean): readonly PersonId[] {
    const rota = onDuty(department, at, playbook);
    const present = rota.find((id) => !isAway(id)) ?? rota[0];
    if (present !== undefined) return [present];
    const leads = directory.withRole('deptLead', department);
    const [lead] = leads;
    const asleep = lead === undefined || !isWorked(at, hoursOfPerson(lead, playbook));
    return urgent && asleep ? [...leads, ...directory.withRole('csLead', null)] : leads;
  }

  function isAway(id: PersonId): boolean {
    return absenceOf(id, { from: dayOf(id), until: dayOf(id) }, away) !== null;
  }

  function dayOf(id: PersonId) {
    return dayIn(at, hoursOfPerson(id, playbook).zone);
  }

  /** Who is away is stood in for; who has left is no longer in the playbook and has no chat. */
  async function reachable(people: readonly PersonId[]): Promise<readonly PersonId[]> {
    const present = people.flatMap((id) => standIn(id, dayOf(id), away, playbook) ?? []);
    const places = await Promise.all(present.map((id) => directory.placesOf(id)));
    return [...new Set(present.filter((_, i) => (places[i]?.length ?? 0) > 0))];
  }
}
