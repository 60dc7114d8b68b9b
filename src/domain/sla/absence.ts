import type { PersonId } from '../ids.ts';
import type { Day } from '../instant.ts';
import { hasRole, isLead, type Person } from '../people.ts';
import { type Playbook, type PlaybookPerson, personOf } from '../playbook.ts';

/** Somebody is away, both days included. Their cases stay theirs; their reminders go to whoever stands in. */
export type Absence = {
  readonly id: number;
  readonly person: PersonId;
  readonly from: Day;
  readonly until: Day;
  /** Stands in. Null: the department lead does. */
  readonly delegate: PersonId | null;
  readonly setBy: PersonId;
};

type Days = Pick<Absence, 'from' | 'until'>;

const meet = (a: Days, b: Days): boolean => a.from <= b.until && b.from <= a.until;

/** The absence of a person that has a day in common with these days; null: they are there throughout. */
export const absenceOf = (person: PersonId, days: Days, absences: readonly Absence[]): Absence | null =>
  absences.find((a) => a.person === person && meet(a, days)) ?? null;

/** Everybody for themselves, a department lead also for the members of the department. */
export function maySetAbsence(setter: Person, person: PersonId, playbook: Playbook): boolean {
  const department = personOf(playbook, person)?.department ?? null;
  return setter.id === person || (department !== null && isLead(setter, department));
}

/** Delegates of delegates are followed so far: whoever hands on further has forgotten for whom. */
const longestChain = 5;

/**
 * Who receives a person's reminders on a day: themselves when there; their delegate, or that one's delegate in turn; the
 * lead of their department; another in the same role, a CS lead, the VOC desk. Where none of these is there, anybody
 * who is, colleagues first; where everybody is away it waits for them. Null: the playbook has nobody at all.
 */
export function standIn(person: PersonId, on: Day, absences: readonly Absence[], playbook: Playbook): PersonId | null {
  for (const id of inOrder(person, on, absences, playbook)) {
    if (absenceOf(id, { from: on, until: on }, absences) === null) return id;
  }
  return playbook.people.length === 0 ? null : person;
}

function* inOrder(
  person: PersonId,
  on: Day,
  absences: readonly Absence[],
  { people }: Pick<Playbook, 'people'>,
): Generator<PersonId> {
  yield person;
  yield* delegatesOf(person, on, absences);
  const self = people.find(({ id }) => id === person) ?? null;
  const others = people.filter(({ id }) => id !== person);
  for (const lead of others.filter((p) => leads(p, self))) {
    yield lead.id;
    yield* delegatesOf(lead.id, on, absences);
  }
  for (const role of self?.roles ?? []) {
    // The lead of another department may not even see the case.
    if (role !== 'deptLead') yield* idsOf(others.filter((p) => p.roles.includes(role)));
  }
  yield* idsOf(others.filter((p) => hasRole(p, 'csLead')));
  yield* idsOf(others.filter((p) => hasRole(p, 'vocDesk')));
  yield* idsOf(others.filter((p) => p.department === (self?.department ?? null)));
  yield* idsOf(others);
}

const idsOf = (people: readonly PlaybookPerson[]): readonly PersonId[] => people.map(({ id }) => id);

const leads = (lead: PlaybookPerson, of: PlaybookPerson | null): boolean =>
  of !== null && of.department !== null && isLead(lead, of.department);

/** Nearest first; ends where it comes back to somebody, or somebody named no delegate. */
function delegatesOf(person: PersonId, on: Day, absences: readonly Absence[]): readonly PersonId[] {
  const chain: PersonId[] = [];
  let at: PersonId | null = person;
  while (at !== null && chain.length < longestChain) {
    const delegate: PersonId | null = absenceOf(at, { from: on, until: on }, absences)?.delegate ?? null;
    if (delegate === null || delegate === person || chain.includes(delegate)) break;
    chain.push(delegate);
    at = delegate;
  }
  return chain;
}
