import { expect, it } from 'vitest';
import { duel } from '../../support/brute-duel.ts';

it('a simulator that counts minute by minute comes to the same moments, rungs and steps in 2,000 random cases', () => {
  const tally = { cases: 0, firings: 0, told: 0, steps: 0 };
  expect(duel(0, 2_000, tally)).toEqual([]);
  // It would agree with anything about cases in which nothing happens.
  expect(tally.cases).toBe(2_000);
  expect(tally.told).toBeGreaterThan(20_000);
}, 240_000);
