/** Keeps what was read for a short while, so that a busy minute asks the database once. */
export type Recent<T> = {
  readonly get: (key: string) => T | undefined;
  readonly set: (key: string, value: T) => T;
  readonly clear: () => void;
};

/** @param forMs how long an answer may be old; another replica's change is seen after that at the latest */
export function recent<T>(forMs: number, atMost: number): Recent<T> {
  const kept = new Map<string, { readonly value: T; readonly until: number }>();
  return {
    get: (key) => {
      const entry = kept.get(key);
      return entry !== undefined && entry.until > performance.now() ? entry.value : undefined;
    },
    set: (key, value) => {
      if (kept.size >= atMost) kept.clear();
      kept.set(key, { value, until: performance.now() + forMs });
      return value;
    },
    clear: () => kept.clear(),
  };
}
