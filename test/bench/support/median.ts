const sorted = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);

/** @throws RangeError for no values at all */
export function median(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  return (at(values, Math.floor(middle)) + at(values, Math.ceil(middle))) / 2;
}

/** The smallest value that 95 of 100 do not exceed. @throws RangeError for no values at all */
export const p95 = (values: readonly number[]): number => at(values, Math.ceil(values.length * 0.95) - 1);

function at(values: readonly number[], index: number): number {
  const found = sorted(values)[index];
  if (found === undefined) throw new RangeError('nothing was measured');
  return found;
}
