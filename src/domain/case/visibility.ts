import { hasRole, isMember, type Person } from '../people.ts';
import { isAmongUs } from '../sla/terms.ts';
import { departmentHolding, type FiledCase } from './case.ts';
import { knowsTheLaw } from './conduct.ts';
import type { RecordedEvent } from './events.ts';

/** Serves the whole company's customers, so reads every case. Everybody else reads their own and their department's. */
export const seesEverything = (person: Person): boolean =>
  hasRole(person, 'csAgent', 'csLead', 'vocDesk', 'executive', 'privacyOfficer', 'admin');

/** Told between those who protect each other: neither in a thread nor in anybody else's history of the case. */
export function mayRead(person: Person, { event }: RecordedEvent, c: FiledCase): boolean {
  if (event.by?.id === person.id || hasRole(person, 'csLead')) return true;
  switch (event.type) {
    case 'ConductFlagged':
    case 'ConductLifted':
      return knowsTheLaw(person);
    case 'ConductConfirmed':
    case 'LimitProposed':
    case 'ContactLimited':
      return hasRole(person, 'csAgent', 'vocDesk') || knowsTheLaw(person);
    case 'ProtectionAsked':
      return hasRole(person, 'vocDesk');
    case 'ProtectionAnswered':
      return (
        hasRole(person, 'vocDesk') ||
        (c.protections ?? []).some((p) => p.number === event.data.number && p.by.id === person.id)
      );
    case 'CaseNudged':
    case 'CaseEscalated':
      return !isAmongUs(event.data.clock) || hasRole(person, 'vocDesk');
    default:
      return true;
  }
}

export function maySee(person: Person, c: FiledCase): boolean {
  if (seesEverything(person) || c.filer.id === person.id || c.praised?.id === person.id) return true;
  const holder = departmentHolding(c);
  return (holder !== null && isMember(person, holder)) || c.seenBy.some((d) => isMember(person, d));
}
