type Payload = Record<string, unknown>;

/** A copy with `value` put somewhere inside. */
export function damaged(payload: Payload, path: readonly number[], value: unknown): Payload {
  const copy = structuredClone(payload);
  let here = copy;
  for (const [i, step] of path.entries()) {
    const keys = Object.keys(here);
    const key = keys[step % Math.max(1, keys.length)];
    if (key === undefined) return copy;
    const next = here[key];
    if (i === path.length - 1 || typeof next !== 'object' || next === null) {
      here[key] = value;
      return copy;
    }
    here = next as Payload;
  }
  return copy;
}
