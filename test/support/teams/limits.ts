/** Operations allowed to one bot in one conversation within so many seconds, as Microsoft publishes them. */
const writing = [
  { seconds: 1, most: 7 },
  { seconds: 2, most: 8 },
  { seconds: 30, most: 60 },
  { seconds: 3_600, most: 1_800 },
] as const;
const reading = writing.map(({ seconds, most }) => ({ seconds, most: most * 2 }));

export type Scope = 'send' | 'create' | 'members';

export type ThreadLimits = {
  /** Seconds to wait (whole, at least 1), or null when the call may pass and is counted. */
  readonly take: (scope: Scope, conversation: string) => number | null;
};

/**
 * A conversation is a personal chat or a whole channel: the threads of a channel share one allowance. `scale` below 1
 * makes time pass that much faster here: 0.01 forgets a hundred times as fast.
 */
export function threadLimits(now: () => number, scale: number): ThreadLimits {
  const taken = new Map<string, number[]>();
  return {
    take: (scope, conversation) => {
      const key = `${scope} ${conversation}`;
      const at = now();
      const before = (taken.get(key) ?? []).filter((t) => t > at - 3_600_000 * scale);
      const waits = (scope === 'members' ? reading : writing).map(({ seconds, most }) => {
        const windowMs = seconds * 1_000 * scale;
        const within = before.filter((t) => t > at - windowMs);
        const first = within[within.length - most];
        return first === undefined ? 0 : first + windowMs - at;
      });
      const wait = Math.max(...waits);
      taken.set(key, wait > 0 ? before : [...before, at]);
      return wait > 0 ? Math.max(1, Math.ceil(wait / 1_000)) : null;
    },
  };
}
