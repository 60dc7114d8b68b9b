import type { Party, Person, Role } from '../src/domain/people.ts';
import { unreachable } from '../src/domain/result.ts';

const roleKey = (role: Role, department: string | null): string =>
  department === null ? `role:${role}` : `role:${role}@${department}`;

/** How a party stands in the columns `awaits` and `accountable`. */
export function partyKey(party: Party): string {
  switch (party.type) {
    case 'person':
      return `person:${party.person.id}`;
    case 'department':
      return `department:${party.department}`;
    case 'role':
      return roleKey(party.role, party.department);
    default:
      return unreachable(party);
  }
}

/** Every party key that means this person. */
export const keysOf = (person: Person): readonly string[] => [
  `person:${person.id}`,
  ...person.roles.map((role) => roleKey(role, null)),
  ...(person.department === null
    ? []
    : [`department:${person.department}`, ...person.roles.map((role) => roleKey(role, person.department))]),
];
