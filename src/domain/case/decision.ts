import type { Instant } from '../instant.ts';
import type { Person, PersonRef } from '../people.ts';
import type { Playbook } from '../playbook.ts';
import type { Err, Ok, Result } from '../result.ts';
import { err, ok } from '../result.ts';
import type { CaseCommandOf, CaseCommandType } from './commands.ts';
import type { CaseEvent } from './events.ts';
import type { CaseRejection, FieldProblem } from './rejections.ts';

/** What follows from a command: events, or one reason why not. */
export type Decision = Result<readonly CaseEvent[], CaseRejection>;

/** The fields of a command. */
export type DataOf<T extends CaseCommandType> = CaseCommandOf<T>['data'];

/** Who asks, when, and under which rules. `by` is how the log will remember `person`. */
export type Asked = {
  readonly person: Person;
  readonly by: PersonRef;
  readonly at: Instant;
  readonly playbook: Playbook;
};

export const happened = (...events: readonly CaseEvent[]): Ok<readonly CaseEvent[]> => ok(events);
export const refused = (rejection: CaseRejection): Err<CaseRejection> => err(rejection);
export const invalid = (problems: readonly FieldProblem[]): Err<CaseRejection> =>
  err({ type: 'InvalidInput', problems });
