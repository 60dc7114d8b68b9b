import type { PersonId } from '../ids.ts';
import type { Person } from '../people.ts';
import { hasRole, isLead } from '../people.ts';
import type { AuthorityLevel, GrantingRole, Playbook, RemedyKind } from '../playbook.ts';
import type { FiledCase } from './case.ts';
import { departmentHolding } from './case.ts';
import { paidIn } from './remedies.ts';
import type { CustomerSum } from './remedy.ts';

/**
 * Who may give how much, by the playbook's levels: so much in a case, and so much to a customer over some days, whoever
 * gave it and in whichever case. So nothing is gained by giving in parts, or by asking a colleague.
 */

/** What somebody may still give, in won. Null: no limit; for the customer also where nobody knows who it is. */
export type AuthorityLeft = { readonly inCase: number | null; readonly toCustomer: number | null };

/** A department lead speaks for cases of their own department only. */
export function holdsRole(person: Person, role: GrantingRole, c: FiledCase): boolean {
  const department = departmentHolding(c);
  return role === 'deptLead' ? department !== null && isLead(person, department) : hasRole(person, role);
}

/** The highest level somebody has on a case; null: they give nothing of their own. */
export const levelOf = (person: Person, c: FiledCase, { authority }: Playbook): AuthorityLevel | null =>
  authority.levels.findLast(({ role }) => holdsRole(person, role, c)) ?? null;

function leftAt(level: AuthorityLevel, c: FiledCase, sum: CustomerSum): AuthorityLeft {
  const left = (limit: number | null, given: number): number | null =>
    limit === null ? null : Math.max(0, limit - given);
  return {
    inCase: left(level.perCase, paidIn(c)),
    toCustomer: c.customer === null ? null : left(level.perCustomer, sum.amount + paidIn(c, sum.since)),
  };
}

/** What a person may still give in a case without asking anybody; null: nothing of their own. */
export function authorityLeft(
  person: Person,
  c: FiledCase,
  sum: CustomerSum,
  playbook: Playbook,
): AuthorityLeft | null {
  const level = levelOf(person, c, playbook);
  return level === null ? null : leftAt(level, c, sum);
}

/** The smaller of the two; null: no limit. */
export function mostOf({ inCase, toCustomer }: AuthorityLeft): number | null {
  if (inCase === null) return toCustomer;
  return toCustomer === null ? inCase : Math.min(inCase, toCustomer);
}

type Kind = Pick<RemedyKind, 'from'>;

/** Whether a level may give this. `amount` counts for money only. */
export function suffices(
  level: AuthorityLevel,
  kind: Kind,
  amount: number,
  c: FiledCase,
  sum: CustomerSum,
  { authority }: Playbook,
): boolean {
  const rank = (role: GrantingRole): number => authority.levels.findIndex((l) => l.role === role);
  if (kind.from !== null) return rank(level.role) >= rank(kind.from);
  const most = mostOf(leftAt(level, c, sum));
  return most === null || amount <= most;
}

/**
 * The roles whose authority suffices, the lowest first, where somebody other than the one who asks has it. Agents give,
 * and approve nothing: that is for those who lead.
 */
export function approversOf(
  kind: Kind,
  amount: number,
  asker: PersonId,
  c: FiledCase,
  sum: CustomerSum,
  playbook: Playbook,
): readonly GrantingRole[] {
  const others = playbook.people.filter(({ id }) => id !== asker);
  return playbook.authority.levels
    .filter(({ role }) => role !== 'csAgent' && others.some((person) => holdsRole(person, role, c)))
    .filter((level) => suffices(level, kind, amount, c, sum, playbook))
    .map(({ role }) => role);
}
