import type { Faults } from '../faults.ts';
import { slackId } from '../ids.ts';
import type { Json } from '../json.ts';
import type { SandboxSeed } from '../seed.ts';
import type { Delivery } from './delivery.ts';

/** After a failure: at once, after a minute, after five. */
const RETRIES_MS = [0, 60_000, 300_000];
/** How long an event waits for a successor to swap places with, while the fault switch is on. */
const HOLD_MS = 150;

export type Events = {
  /** Resolves when the app has been told once, whatever it answered; retries go on behind. */
  readonly emit: (event: Json) => Promise<void>;
  readonly stop: () => void;
};

const envelope = (seed: SandboxSeed, event: Json, now: number): Json => ({
  token: 'sandbox',
  team_id: seed.team.id,
  context_team_id: seed.team.id,
  context_enterprise_id: null,
  api_app_id: seed.bot.appId,
  event,
  type: 'event_callback',
  event_id: slackId('Ev'),
  event_time: Math.floor(now / 1000),
  authorizations: [
    {
      enterprise_id: null,
      team_id: seed.team.id,
      user_id: seed.bot.userId,
      is_bot: true,
      is_enterprise_install: false,
    },
  ],
  is_ext_shared_channel: false,
  event_context: `4-${slackId('')}`,
});

/** `scale` below 1 shortens the waits between retries by that factor. */
export const createEvents = (
  seed: SandboxSeed,
  delivery: Delivery,
  faults: Faults,
  now: () => number,
  scale: number,
): Events => {
  const timers = new Set<NodeJS.Timeout>();
  let held: (() => void) | null = null;
  let stopped = false;
  const later = (ms: number, work: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  };
  const attempt = async (payload: Json, tried: number, reason: string): Promise<void> => {
    const retry = tried === 0 ? null : { num: tried, reason };
    const outcome = await delivery.deliver({ kind: 'event', payload }, retry);
    const wait = RETRIES_MS[tried];
    if (outcome.type === 'answered' || outcome.noRetry || wait === undefined || stopped) return;
    later(wait * scale, () => void attempt(payload, tried + 1, outcome.reason));
  };
  /** The first of two is let go only when the second has been sent, or after a short while. */
  const swap = async (): Promise<void> => {
    if (held) {
      const release = held;
      held = null;
      later(10, release);
      return;
    }
    await new Promise<void>((resolve) => {
      held = resolve;
      later(HOLD_MS, () => {
        if (held === resolve) held = null;
        resolve();
      });
    });
  };
  return {
    emit: async (event) => {
      const payload = envelope(seed, event, now());
      if (faults.settings().outOfOrder) await swap();
      await attempt(payload, 0, '');
    },
    stop: () => {
      stopped = true;
      held?.();
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
};
