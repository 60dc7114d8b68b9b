/** S1 긴급 · S2 중대 · S3 보통 · S4 경미. Praise and void have none. */
export type Tier = 'S1' | 'S2' | 'S3' | 'S4';
export type NeedsHuman = 'money' | 'urgent' | 'empathy';

/** A confirmed signal and the points it brought: at most one per group counts. */
export type Signal = { readonly code: string; readonly points: number };

/** Severity that explains itself: the same ticks give the same score, always. */
export type Assessment = {
  /** Every confirmed signal code, also those outranked in their group. */
  readonly confirmed: readonly string[];
  /** The signals that counted, highest of each group, in group order. */
  readonly counted: readonly Signal[];
  /** Sum of counted points, at most 100; 0 for kinds without severity. */
  readonly score: number;
  readonly tier: Tier | null;
  /** The tier by score alone was S1 but no hard signal was there, so it stopped at S2. */
  readonly gated: boolean;
  /** The signal whose floor lifted the tier above the score's own, if any. */
  readonly floor: string | null;
  /** Acknowledgement runs round the clock whatever the tier. */
  readonly roundTheClock: boolean;
  readonly needsHuman: readonly NeedsHuman[];
  /** The customer may be leaving, whatever the tier. */
  readonly leaving?: true;
};
