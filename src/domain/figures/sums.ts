import type { DepartmentCode } from '../ids.ts';
import type { VoiceKind } from '../intake/voice.ts';
import type { TallyName } from './tally.ts';

/** Tallies of one sort added up. `slot`: which of the stretches of time that were asked for, from 0. */
export type Sum = {
  readonly what: TallyName;
  readonly slot: number;
  readonly department: DepartmentCode | null;
  readonly kind: VoiceKind;
  readonly count: number;
  /** Kept in time, or answered. */
  readonly kept: number;
  /** Of which it can be said whether they were. */
  readonly judged: number;
  readonly value: number;
};

/** Closings of a stretch of time, and those after which the same customer had the same problem again. */
export type ReturnSum = {
  readonly slot: number;
  readonly department: DepartmentCode | null;
  readonly closings: number;
  readonly returned: number;
};

/** How often a mark stands on tallies of one sort. */
export type MarkSum = {
  readonly what: TallyName;
  readonly mark: string;
  readonly department: DepartmentCode | null;
  readonly count: number;
};

/** Business minutes from filing to fix. `n`: how many fixes. */
export type Spread = { readonly n: number; readonly median: number; readonly p90: number };

type Numbers = Pick<Sum, 'count' | 'kept' | 'judged' | 'value'>;
const none: Numbers = { count: 0, kept: 0, judged: 0, value: 0 };

/** Everything of one sort in a slot. */
export const summed = (sums: readonly Sum[], what: TallyName, slot: number, kind: VoiceKind | null = null): Numbers =>
  sums
    .filter((sum) => sum.what === what && sum.slot === slot && (kind === null || sum.kind === kind))
    .reduce(
      (all, { count, kept, judged, value }) => ({
        count: all.count + count,
        kept: all.kept + kept,
        judged: all.judged + judged,
        value: all.value + value,
      }),
      none,
    );

export const marked = (sums: readonly MarkSum[], what: TallyName, mark: string): number =>
  sums.filter((sum) => sum.what === what && sum.mark === mark).reduce((all, { count }) => all + count, 0);
