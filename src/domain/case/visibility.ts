import { hasRole, isMember, type Person } from '../people.ts';
import { departmentHolding, type FiledCase } from './case.ts';

/** Serves the whole company's customers, so reads every case. Everybody else reads their own and their department's. */
export const seesEverything = (person: Person): boolean =>
  hasRole(person, 'csAgent', 'csLead', 'vocDesk', 'executive', 'privacyOfficer', 'admin');

export function maySee(person: Person, c: FiledCase): boolean {
  if (seesEverything(person) || c.filer.id === person.id) return true;
  const holder = departmentHolding(c);
  return (holder !== null && isMember(person, holder)) || c.seenBy.some((d) => isMember(person, d));
}
