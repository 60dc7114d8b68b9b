import { dayNumber } from '../calendar.ts';
import type { DepartmentCode, MaskedText } from '../ids.ts';
import type { Day, Instant } from '../instant.ts';
import type { PersonRef } from '../people.ts';
import { refOf } from '../people.ts';
import type { Term } from '../playbook.ts';
import { departmentOf, personOf, termOf } from '../playbook.ts';
import { businessDaysUntil, type WorkingHours } from '../sla/working-hours.ts';
import type { Asked } from './decision.ts';
import type { FieldProblem } from './rejections.ts';

type Problem = FieldProblem['problem'];

/**
 * One form's fields, checked together: a person sees every problem at once, each at its field. Every check answers the
 * field's value, or null when it cannot be used; `problems` then is not empty.
 */
export type Checks = {
  readonly problems: readonly FieldProblem[];
  readonly report: (field: string, problem: Problem) => null;
  readonly given: <T>(field: string, value: T | null) => T | null;
  readonly text: (field: string, value: MaskedText, min?: number) => MaskedText | null;
  readonly term: <T extends Term>(field: string, code: string | null, terms: readonly T[]) => T | null;
  readonly department: (
    field: string,
    code: DepartmentCode | null,
    not: DepartmentCode | null,
  ) => DepartmentCode | null;
  readonly member: (field: string, person: PersonRef | null, of: DepartmentCode) => PersonRef | null;
  /** Codes of a list, in its order. */
  readonly codes: (field: string, chosen: readonly string[], terms: readonly Term[]) => readonly string[];
  /** A moment that may be left open, but not lie behind us. */
  readonly ahead: (field: string, moment: Instant | null) => Instant | null;
  /** At most so many business days ahead. */
  readonly businessDay: (field: string, day: Day | null, from: Day, most: number, hours: WorkingHours) => Day | null;
  /** Not behind us and, where there is an end, not past it. */
  readonly dayUpTo: (field: string, day: Day | null, from: Day, to: Day | null) => Day | null;
};

export function checks({ playbook, person, at }: Asked): Checks {
  const problems: FieldProblem[] = [];
  const report: Checks['report'] = (field, problem) => {
    problems.push({ field, problem });
    return null;
  };
  const given: Checks['given'] = (field, value) => value ?? report(field, { type: 'required' });
  const dayFrom = (field: string, day: Day | null, from: Day): Day | null => {
    if (given(field, day) === null || day === null) return null;
    const distance = daysFrom(from, day);
    if (distance === null) return report(field, { type: 'unknown' });
    return distance < 0 ? report(field, { type: 'inThePast' }) : day;
  };
  return {
    problems,
    report,
    given,
    text: (field, value, min = 1) => {
      const length = [...value.trim()].length;
      if (length === 0) return report(field, { type: 'required' });
      return length < min ? report(field, { type: 'tooShort', min }) : value;
    },
    term: (field, code, terms) => {
      if (given(field, code) === null || code === null) return null;
      return termOf(terms, code) ?? report(field, { type: 'unknown' });
    },
    codes: (field, chosen, terms) => {
      if (chosen.some((code) => termOf(terms, code) === null)) report(field, { type: 'unknown' });
      return terms.filter(({ code }) => chosen.includes(code)).map(({ code }) => code);
    },
    department: (field, code, not) => {
      if (given(field, code) === null || code === null) return null;
      if (departmentOf(playbook, code) === null) return report(field, { type: 'unknown' });
      return code === not ? report(field, { type: 'sameDepartment' }) : code;
    },
    member: (field, ref, department) => {
      if (given(field, ref) === null || ref === null) return null;
      const known = ref.id === person.id ? person : personOf(playbook, ref.id);
      return known?.department === department ? refOf(known) : report(field, { type: 'notMember' });
    },
    ahead: (field, moment) => (moment !== null && moment <= at ? report(field, { type: 'inThePast' }) : moment),
    businessDay: (field, day, from, most, hours) => {
      const ahead = dayFrom(field, day, from);
      if (ahead === null || businessDaysUntil(from, ahead, hours) <= most) return ahead;
      return report(field, { type: 'tooManyBusinessDays', most });
    },
    dayUpTo: (field, day, from, to) => {
      const ahead = dayFrom(field, day, from);
      if (ahead === null || to === null || ahead <= to) return ahead;
      return report(field, { type: 'tooLate', maxDays: daysFrom(from, to) ?? 0 });
    },
  };
}

/** Calendar days from one day to another; null when either is no day. */
export function daysFrom(from: Day, to: Day): number | null {
  const [start, end] = [dayNumber(from), dayNumber(to)];
  return start === null || end === null ? null : end - start;
}
