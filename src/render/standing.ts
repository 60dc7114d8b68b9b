import type { DepartmentCode, PersonId } from '../domain/ids.ts';
import { personOf } from '../domain/playbook.ts';
import type { Action } from '../ports/card.ts';
import type { Reading } from './reading.ts';

/** What somebody is asked to do next, and the buttons for it: one, but for a decision, whose options are the buttons. */
export type Owed = { readonly sentence: string; readonly actions: readonly Action[] };

export type Standing = {
  readonly id: PersonId;
  readonly memberOf: (d: DepartmentCode) => boolean;
  readonly leads: (d: DepartmentCode) => boolean;
  readonly has: (role: 'vocDesk' | 'executive' | 'csLead' | 'deptLead') => boolean;
};

export function standingOf(id: PersonId, r: Reading): Standing {
  const person = personOf(r.playbook, id);
  return {
    id,
    memberOf: (d) => person?.department === d,
    leads: (d) => person?.department === d && person.roles.includes('deptLead'),
    has: (role) => person?.roles.includes(role) ?? false,
  };
}
