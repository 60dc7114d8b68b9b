/** Slack's own tiers; `posting` is about one message a second in each conversation, `free` is never limited. */
export type Tier = 'tier1' | 'tier2' | 'tier3' | 'tier4' | 'special' | 'posting' | 'free';

type Rate = { readonly burst: number; readonly perSecond: number };

const perMinute = (count: number): Rate => ({ burst: count, perSecond: count / 60 });

const rates: Readonly<Record<Exclude<Tier, 'free' | 'posting'>, Rate>> = {
  tier1: { burst: 10, perSecond: 1 / 60 },
  tier2: perMinute(20),
  tier3: perMinute(50),
  tier4: perMinute(100),
  special: perMinute(600),
};
/** One a second, and a handful at once is let through. */
const conversationRate: Rate = { burst: 5, perSecond: 1 };
const workspaceRate = perMinute(300);

type Bucket = { level: number; at: number };

export type RateLimits = {
  /** Seconds to wait (whole, at least 1), or null when the call may pass. */
  readonly take: (method: string, tier: Tier, conversation: string) => number | null;
};

/** `scale` below 1 makes time pass that much faster here: 0.01 refills a hundred times as fast. */
export const createRateLimits = (now: () => number, scale: number): RateLimits => {
  const buckets = new Map<string, Bucket>();
  const waitFor = (key: string, rate: Rate): number => {
    const at = now();
    const bucket = buckets.get(key) ?? { level: rate.burst, at };
    const perMs = rate.perSecond / 1000 / scale;
    bucket.level = Math.min(rate.burst, bucket.level + Math.max(0, at - bucket.at) * perMs);
    bucket.at = at;
    buckets.set(key, bucket);
    return bucket.level >= 1 ? 0 : (1 - bucket.level) / perMs / 1000;
  };
  const spend = (key: string): void => {
    const bucket = buckets.get(key);
    if (bucket) bucket.level -= 1;
  };
  return {
    take: (method, tier, conversation) => {
      if (tier === 'free') return null;
      const wanted: readonly (readonly [string, Rate])[] =
        tier === 'posting'
          ? [
              [`${method} ${conversation}`, conversationRate],
              [method, workspaceRate],
            ]
          : [[method, rates[tier]]];
      const wait = Math.max(...wanted.map(([key, rate]) => waitFor(key, rate)));
      if (wait > 0) return Math.max(1, Math.ceil(wait));
      for (const [key] of wanted) spend(key);
      return null;
    },
  };
};
