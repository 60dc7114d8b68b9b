import { median } from './median.ts';

/** Which side of the ratio is the good one, and how far. */
export type Goal = { readonly atLeast: number } | { readonly atMost: number };

/** One thing measured, beside what was measured in the same run. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What stood beside it, with its own value. */
  readonly beside: string;
  /** `value` to what is beside it: the median over the rounds of the ratio within a round. */
  readonly ratio: number;
  /** Null: reported, not judged. */
  readonly goal: Goal | null;
};

type Compared = {
  readonly name: string;
  readonly unit: string;
  readonly ours: readonly number[];
  readonly beside: string;
  readonly theirs: readonly number[];
  readonly goal?: Goal;
};

/** `ours` and `theirs` are one number a round, in the same order. */
export function compared({ name, unit, ours, beside, theirs, goal }: Compared): Figure {
  const ratios = ours.map((value, round) => value / (theirs[round] ?? Number.NaN));
  return {
    name,
    value: median(ours),
    unit,
    beside: `${beside}: ${readable(median(theirs))} ${unit}`,
    ratio: median(ratios),
    goal: goal ?? null,
  };
}

export function isMet({ ratio, goal }: Figure): boolean | null {
  if (goal === null) return null;
  return 'atLeast' in goal ? ratio >= goal.atLeast : ratio <= goal.atMost;
}

export function goalText(goal: Goal | null): string {
  if (goal === null) return '–';
  return 'atLeast' in goal ? `≥ ${goal.atLeast.toFixed(2)}` : `≤ ${goal.atMost.toFixed(2)}`;
}

/** Three digits that count. */
export const readable = (n: number): string =>
  Math.abs(n) >= 100 ? Math.round(n).toString() : Number(n.toPrecision(3)).toString();
