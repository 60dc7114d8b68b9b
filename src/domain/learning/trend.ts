import { days, type Instant } from '../instant.ts';

/** Slow drift: no week is alarming, the row of them is. */
export type Drift = {
  readonly weeks: number;
  /** At most so many weeks below the one before. */
  readonly falls: number;
  /** At least so many cases together. */
  readonly total: number;
  /** The later half's mean against the earlier half's. */
  readonly growth: number;
};

/** How many fell into each of the last so many weeks, oldest first; the last week ends now. */
export function weeklyCounts(moments: readonly Instant[], at: Instant, weeks: number): readonly number[] {
  const counts = new Array<number>(weeks).fill(0);
  for (const moment of moments) {
    const index = weeks - 1 - Math.floor((at - moment) / days(7));
    if (moment <= at && index >= 0) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/**
 * 서서히 증가: hardly a week fell, there are enough of them, and the later half outweighs the earlier. What came out of
 * nothing did not come slowly: that alarms by itself.
 */
export function drifts(counts: readonly number[], rules: Drift): boolean {
  const falls = counts.filter((count, i) => count < (counts[i - 1] ?? Number.NEGATIVE_INFINITY)).length;
  const half = Math.floor(counts.length / 2);
  const earlier = sum(counts.slice(0, half));
  const later = sum(counts.slice(-half));
  return (
    counts.length >= rules.weeks &&
    falls <= rules.falls &&
    earlier > 0 &&
    earlier + later >= rules.total &&
    later >= rules.growth * earlier
  );
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

export type Trend = 'rising' | 'falling' | 'steady';

/** The later half of the weeks against the earlier. */
export function trendOf(counts: readonly number[]): Trend {
  const half = Math.floor(counts.length / 2);
  const [earlier, later] = [sum(counts.slice(0, half)), sum(counts.slice(-half))];
  if (later === earlier) return 'steady';
  return later > earlier ? 'rising' : 'falling';
}
