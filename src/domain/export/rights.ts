import type { DepartmentCode } from '../ids.ts';
import { hasRole, type Person } from '../people.ts';

/** Whose records somebody may take out: everybody's, or those of the department they lead. Null: nobody's. */
export function mayTakeOut(person: Person): { readonly department: DepartmentCode | null } | null {
  if (hasRole(person, 'executive', 'vocDesk', 'admin')) return { department: null };
  if (person.department !== null && hasRole(person, 'deptLead')) return { department: person.department };
  return null;
}
