import type { DepartmentCode, PersonId } from './ids.ts';

/** Every employee may file; a role adds to that. `deptLead` speaks for `department` only. */
export type Role = 'csAgent' | 'csLead' | 'vocDesk' | 'deptLead' | 'executive' | 'privacyOfficer' | 'admin';

export type Person = {
  readonly id: PersonId;
  readonly name: string;
  readonly department: DepartmentCode | null;
  readonly roles: readonly Role[];
};

/** How the log remembers a person: by name too, so that history reads the same after they leave. */
export type PersonRef = { readonly id: PersonId; readonly name: string };

export type Actor = { readonly type: 'person'; readonly person: Person } | { readonly type: 'system' };

/**
 * Whose next step it is. Stored as `person:…`, `department:…`, `role:…`, and as `role:…@department` where only that
 * department's holder of the role is meant.
 */
export type Party =
  | { readonly type: 'person'; readonly person: PersonRef }
  | { readonly type: 'department'; readonly department: DepartmentCode }
  | { readonly type: 'role'; readonly role: Role; readonly department: DepartmentCode | null };

export const refOf = (p: Person): PersonRef => ({ id: p.id, name: p.name });
export const hasRole = (p: Person, ...roles: readonly Role[]): boolean => roles.some((r) => p.roles.includes(r));
/** Who reads the list of what was refused: those who decide, and those who sign. */
export const readRefusals = ['executive', 'vocDesk'] as const satisfies readonly Role[];
export const isMember = (p: Person, department: DepartmentCode): boolean => p.department === department;
export const isLead = (p: Person, department: DepartmentCode): boolean =>
  isMember(p, department) && hasRole(p, 'deptLead');
