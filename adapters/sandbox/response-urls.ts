import { secret } from './ids.ts';

const USES = 5;
const LIFE_MS = 30 * 60_000;

/** Where an answer by `response_url` goes: the conversation, and the message the person acted on, if any. */
export type ReplyTarget = {
  readonly user: string;
  readonly channel: string;
  readonly source: { readonly ts: string; readonly onlyFor: string | null } | null;
};

export type ResponseUrls = {
  /** The last part of the address. */
  readonly issue: (target: ReplyTarget) => string;
  readonly use: (key: string) => ReplyTarget | 'expired_url' | 'used_url';
};

/** Good for five answers within thirty minutes. */
export const createResponseUrls = (now: () => number): ResponseUrls => {
  const known = new Map<string, { readonly target: ReplyTarget; readonly until: number; left: number }>();
  return {
    issue: (target) => {
      const at = now();
      for (const [key, each] of known) if (each.until + LIFE_MS < at) known.delete(key);
      const key = secret();
      known.set(key, { target, until: at + LIFE_MS, left: USES });
      return key;
    },
    use: (key) => {
      const entry = known.get(key);
      if (!entry || now() > entry.until) return 'expired_url';
      if (entry.left <= 0) return 'used_url';
      entry.left -= 1;
      return entry.target;
    },
  };
};
