/** Reading what came from outside, without believing anything about its shape. */
export const isRecord = (x: unknown): x is Record<string, unknown> =>
  typeof x === 'object' && x !== null && !Array.isArray(x);

/** An absent or misshapen part reads as empty. */
export const record = (x: unknown): Record<string, unknown> => (isRecord(x) ? x : {});
export const list = (x: unknown): readonly unknown[] => (Array.isArray(x) ? x : []);
/** A non-empty string, or null. */
export const text = (x: unknown): string | null => (typeof x === 'string' && x !== '' ? x : null);
