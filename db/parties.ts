import { departmentHolding, type FiledCase } from '../src/domain/case/case.ts';
import type { Party, Person, Role } from '../src/domain/people.ts';
import { unreachable } from '../src/domain/result.ts';

/** A lead leads one department, so the role alone would call every lead of the company. */
const roleKey = (role: Role, department: string | null): string =>
  role === 'deptLead' && department !== null ? `role:deptLead@${department}` : `role:${role}`;

/** How a party of a case stands in the columns `awaits` and `accountable`. */
export function partyKey(party: Party, c: FiledCase): string {
  switch (party.type) {
    case 'person':
      return `person:${party.person.id}`;
    case 'department':
      return `department:${party.department}`;
    case 'role':
      return roleKey(party.role, departmentHolding(c));
    default:
      return unreachable(party);
  }
}

/** Every party key that means this person. */
export const keysOf = (person: Person): readonly string[] => [
  `person:${person.id}`,
  ...(person.department === null ? [] : [`department:${person.department}`]),
  ...person.roles.map((role) => roleKey(role, person.department)),
];
