/**
 * Takes a batch and deals with it, until one was not full: whoever finds a thousand things due does not hold a thousand at
 * once. Resolves to how many there were.
 */
export async function inBatches<T>(
  size: number,
  take: () => Promise<readonly T[]>,
  deal: (batch: readonly T[]) => Promise<void>,
): Promise<number> {
  let dealt = 0;
  for (;;) {
    const batch = await take();
    await deal(batch);
    dealt += batch.length;
    if (batch.length < size) return dealt;
  }
}
