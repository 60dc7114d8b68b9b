import { expect } from 'vitest';
import type { Case, FiledCase } from '../../src/domain/case/case.ts';
import { unfiled } from '../../src/domain/case/case.ts';
import type { CaseCommand } from '../../src/domain/case/commands.ts';
import { decide } from '../../src/domain/case/decide.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import { evolve } from '../../src/domain/case/evolve.ts';
import type { CaseRejection, FieldProblem } from '../../src/domain/case/rejections.ts';
import type { Playbook } from '../../src/domain/playbook.ts';
import { aPlaybook } from './a-playbook.ts';

export const replay = (events: readonly CaseEvent[]): Case => events.reduce(evolve, unfiled);

/** The case after these events. */
export function caseAfter(...events: readonly CaseEvent[]): FiledCase {
  const state = replay(events);
  if (state.status === 'unfiled') throw new Error('a case begins with CaseFiled');
  return state;
}

/** `given(events).when(command).then(events)`: what happened, what is asked, what follows. */
export function given(...history: readonly CaseEvent[]) {
  return {
    when: (command: CaseCommand, playbook: Playbook = aPlaybook) => {
      const before = replay(history);
      const decision = decide(command, before, playbook);
      const then = (...events: readonly CaseEvent[]): void => {
        expect(decision).toEqual({ ok: true, value: events });
      };
      return {
        then,
        /** The case after whatever follows. */
        leaves: (expected: Partial<FiledCase>): void => {
          expect(decision).toMatchObject({ ok: true });
          const events = decision.ok ? decision.value : [];
          expect(events.reduce(evolve, before)).toMatchObject(expected);
        },
        refuses: (rejection: CaseRejection): void => {
          expect(decision).toEqual({ ok: false, error: rejection });
        },
        /** Refused at the fields, all at once, in the order of the form. */
        asksFor: (...problems: readonly (readonly [string, FieldProblem['problem']])[]): void => {
          const expected = problems.map(([field, problem]) => ({ field, problem }));
          expect(decision).toEqual({ ok: false, error: { type: 'InvalidInput', problems: expected } });
        },
      };
    },
  };
}
