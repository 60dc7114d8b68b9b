import fc from 'fast-check';
import type { Case } from '../../src/domain/case/case.ts';
import { unfiled } from '../../src/domain/case/case.ts';
import type { CaseCommand, CaseCommandType } from '../../src/domain/case/commands.ts';
import { decide } from '../../src/domain/case/decide.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import { evolve } from '../../src/domain/case/evolve.ts';
import type { CaseRejection } from '../../src/domain/case/rejections.ts';
import { aPlaybook } from './a-playbook.ts';
import { completeForms, press } from './case-commands.ts';
import { later } from './case-events.ts';
import { everybody, likelyPresses, nth } from './likely-presses.ts';

/** One press and what came of it. */
export type Step = {
  readonly command: CaseCommand;
  readonly before: Case;
  readonly after: Case;
  readonly events: readonly CaseEvent[];
  readonly rejection: CaseRejection | null;
};

type Choice = { readonly which: number; readonly n: number; readonly isWild: boolean };

const choice: fc.Arbitrary<Choice> = fc.record({
  which: fc.nat(100_000),
  n: fc.nat(100_000),
  /** One press in six is anybody's, at any moment, whatever the status. */
  isWild: fc.nat(5).map((n) => n === 0),
});

/** A life of a case, pressed at by many people, in and out of turn. */
export const walks: fc.Arbitrary<readonly Step[]> = fc
  .array(choice, { minLength: 1, maxLength: 40, size: 'max' })
  .map((choices) => walk(choices));

const types = Object.keys(completeForms) as readonly CaseCommandType[];

function walk(choices: readonly Choice[]): readonly Step[] {
  const steps: Step[] = [];
  let before: Case = unfiled;
  for (const { which, n, isWild } of choices) {
    const at = later(steps.length * 7);
    const command =
      isWild && before !== unfiled
        ? press(nth(types, which), nth([...everybody, 'clock'] as const, n), {}, at)
        : nth(likelyPresses(before, n, at), which);
    deepFreeze(before);
    const decided = decide(command, before, aPlaybook);
    const events = decided.ok ? decided.value : [];
    const after: Case = events.reduce(evolve, before);
    steps.push({ command, before, after, events, rejection: decided.ok ? null : decided.error });
    before = after;
  }
  return steps;
}

/** Whoever tries to change what it was given fails at once. */
function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
}
