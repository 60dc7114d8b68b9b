import type { DepartmentCode } from '../ids.ts';
import type { Person, PersonRef, Role } from '../people.ts';
import { hasRole, isLead, isMember } from '../people.ts';
import type { FiledCase } from './case.ts';
import { departmentHolding, isPerson } from './case.ts';
import type { Authority, CaseRejection } from './rejections.ts';

/** Why this person may not, or null when they may. */
export type Objection = CaseRejection | null;

const needs = (authority: Authority): CaseRejection => ({ type: 'NotAllowed', needs: authority });

export const mustHaveRole = (person: Person, ...roles: readonly Role[]): Objection =>
  hasRole(person, ...roles) ? null : needs({ type: 'roles', roles });

export const mustBeMember = (person: Person, department: DepartmentCode): Objection =>
  isMember(person, department) ? null : needs({ type: 'member', department });

export const mustLead = (person: Person, department: DepartmentCode): Objection =>
  isLead(person, department) ? null : needs({ type: 'lead', department });

export const mustOwn = (person: Person, owner: PersonRef): Objection =>
  isPerson(owner, person.id) ? null : needs({ type: 'owner', owner });

/** Customer service, whichever of the two roles. */
export const mustServeCustomers = (person: Person): Objection => mustHaveRole(person, 'csAgent', 'csLead');

/** The filer, the customer owner, the department holding the case, and the VOC desk. */
export function mustBeInvolved(person: Person, c: FiledCase): Objection {
  const department = departmentHolding(c);
  const involved =
    isPerson(c.filer, person.id) ||
    isPerson(c.customerOwner, person.id) ||
    (department !== null && isMember(person, department)) ||
    hasRole(person, 'vocDesk');
  return involved ? null : needs({ type: 'involved' });
}
