/** What a promise comes to within so many milliseconds; null where it takes longer, or breaks. The work goes on. */
export async function inTime<T>(work: Promise<T>, withinMs: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), withinMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
