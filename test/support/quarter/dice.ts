import { seededRandom } from '../../../adapters/sandbox/random.ts';

/** Chance, from a seed that is printed with what it led to. */
export type Dice = {
  /** 0 ≤ x < 1 */
  readonly roll: () => number;
  readonly chance: (probability: number) => boolean;
  readonly between: (least: number, most: number) => number;
  readonly whole: (least: number, most: number) => number;
  readonly one: <T>(of: readonly T[]) => T;
  /** Each thing as often as its weight says. */
  readonly weighted: <T>(of: readonly (readonly [weight: number, thing: T])[]) => T;
  /** Waiting times of things that happen independently of each other, with this mean. */
  readonly wait: (mean: number) => number;
};

export function dice(seed: number): Dice {
  const roll = seededRandom(seed);
  const one = <T>(of: readonly T[]): T => {
    const chosen = of[Math.floor(roll() * of.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
  return {
    roll,
    chance: (probability) => roll() < probability,
    between: (least, most) => least + roll() * (most - least),
    whole: (least, most) => least + Math.floor(roll() * (most - least + 1)),
    one,
    weighted: (of) => {
      let left = roll() * of.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, thing] of of) {
        left -= weight;
        if (left < 0) return thing;
      }
      return one(of)[1];
    },
    wait: (mean) => -Math.log(1 - roll()) * mean,
  };
}
