import { expect, it } from 'vitest';
import { duel } from '../support/brute-duel.ts';

it('the engine and a simulator that counts minute by minute agree in 100,000 random cases', () => {
  const tally = { cases: 0, firings: 0, told: 0, steps: 0 };
  const mismatches = duel(0, 100_000, tally);
  process.stdout.write(`${JSON.stringify(tally)}, ${mismatches.length} mismatches\n`);
  expect(mismatches).toEqual([]);
  expect(tally.cases).toBe(100_000);
}, 14_400_000);
