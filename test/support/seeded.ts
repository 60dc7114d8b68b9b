/** Chance that can be had again: the same seed, the same choices. */
export type Chance = {
  /** A whole number from 0 to below `n`. */
  readonly below: (n: number) => number;
  readonly between: (from: number, to: number) => number;
  /** True so many times out of a hundred. */
  readonly percent: (n: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
};

/** Mulberry32. */
export function chance(seed: number): Chance {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    below,
    between: (from, to) => from + below(to - from + 1),
    percent: (n) => next() * 100 < n,
    pick: <T>(from: readonly T[]): T => {
      const picked = from[below(from.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
  };
}
