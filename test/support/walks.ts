import fc from 'fast-check';
import type { Case } from '../../src/domain/case/case.ts';
import { unfiled } from '../../src/domain/case/case.ts';
import type { CaseCommand, CaseCommandType } from '../../src/domain/case/commands.ts';
import { decide } from '../../src/domain/case/decide.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import { evolve } from '../../src/domain/case/evolve.ts';
import type { CaseRejection } from '../../src/domain/case/rejections.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { nextDue } from '../../src/domain/sla/next-due.ts';
import { aPlaybook } from './a-playbook.ts';
import { completeForms, press } from './case-commands.ts';
import { later } from './case-events.ts';
import { everybody, likelyPresses, nth } from './likely-presses.ts';
import { timelyPress } from './timely-presses.ts';

/** One press and what came of it. */
export type Step = {
  readonly command: CaseCommand;
  readonly before: Case;
  readonly after: Case;
  readonly events: readonly CaseEvent[];
  readonly rejection: CaseRejection | null;
};

type Choice = {
  readonly which: number;
  readonly n: number;
  readonly isWild: boolean;
  readonly isTimely: boolean;
  /** Minutes since the press before. */
  readonly wait: number;
  /** What was due meanwhile was swept up, minute by minute so to speak; otherwise nobody was there to do it. */
  readonly isSwept: boolean;
};

const choice: fc.Arbitrary<Choice> = fc.record({
  which: fc.nat(100_000),
  n: fc.nat(100_000),
  /** One press in six is anybody's, at any moment, whatever the status. */
  isWild: fc.nat(5).map((n) => n === 0),
  isTimely: fc.nat(3).map((n) => n === 0),
  wait: fc.nat(1_000).map((n) => nth([7, 7, 7, 7, 7, 7, 31, 190, 24 * 60, 4 * 24 * 60], n)),
  isSwept: fc.nat(2).map((n) => n > 0),
});

/** A life of a case, pressed at by many people, in and out of turn. */
export const walks: fc.Arbitrary<readonly Step[]> = fc
  .array(choice, { minLength: 1, maxLength: 40, size: 'max' })
  .map((choices) => walk(choices));

const types = Object.keys(completeForms) as readonly CaseCommandType[];

function walk(choices: readonly Choice[]): readonly Step[] {
  const steps: Step[] = [];
  let before: Case = unfiled;
  let passed = 0;
  const take = (command: CaseCommand): void => {
    deepFreeze(before);
    const decided = decide(command, before, aPlaybook);
    const events = decided.ok ? decided.value : [];
    const after: Case = events.reduce(evolve, before);
    steps.push({ command, before, after, events, rejection: decided.ok ? null : decided.error });
    before = after;
  };
  for (const choice of choices) {
    passed += before === unfiled ? 0 : choice.wait;
    const at = later(passed);
    const due = before.status === 'unfiled' || !choice.isSwept ? null : nextDue(before, aPlaybook);
    if (due !== null && due.at <= at) take(press('RunTimer', 'clock', { expected: due }, at));
    take(pressed(before, choice, at));
  }
  return steps;
}

function pressed(c: Case, { which, n, isWild, isTimely }: Choice, at: Instant): CaseCommand {
  if (c.status === 'unfiled') return nth(likelyPresses(c, n, at), which);
  if (isWild) return press(nth(types, which), nth([...everybody, 'clock'] as const, n), {}, at);
  return isTimely ? timelyPress(c, which, at) : nth(likelyPresses(c, n, at), which);
}

/** Whoever tries to change what it was given fails at once. */
function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
}
