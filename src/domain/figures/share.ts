/** So many of all. */
export type Share = { readonly of: number; readonly all: number };
/** A sum over so many. */
export type Mean = { readonly sum: number; readonly n: number };

/** Of fewer a share says nothing: they are counted. */
export const fewest = 5;

/** Percent with one decimal; null: too few for a share. */
export const percentOf = ({ of, all }: Share): number | null => (all < fewest ? null : rounded((of * 100) / all));

/** With one decimal; null: too few for a mean. */
export const meanOf = ({ sum, n }: Mean): number | null => (n < fewest ? null : rounded(sum / n));

export const rounded = (x: number): number => Math.round(x * 10) / 10;

/** A figure, and its mean over the weeks before, of those in which there were enough. */
export type Trend<T> = { readonly now: T; readonly before: number | null };

export function trendOf<T>(values: readonly T[], read: (value: T) => number | null): Trend<T> {
  const [now, ...earlier] = values;
  if (now === undefined) throw new Error('a trend of nothing');
  const known = earlier.map(read).filter((x) => x !== null);
  return { now, before: known.length === 0 ? null : rounded(known.reduce((sum, x) => sum + x, 0) / known.length) };
}

/** How much more it is than before, with one decimal; null: there is nothing to compare. */
export const changeOf = (now: number | null, before: number | null): number | null =>
  now === null || before === null ? null : rounded(now - before);
