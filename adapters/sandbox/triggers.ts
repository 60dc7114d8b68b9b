import { secret } from './ids.ts';

const LIFE_MS = 3000;

type Trigger = { readonly user: string; readonly view: string | null; readonly until: number; used: boolean };

type TriggerError = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

/** Permission to open one modal, once, within three seconds of what the person did. */
export type Triggers = {
  /** `view`: the modal the person acted in, if any. */
  readonly issue: (user: string, view: string | null) => string;
  readonly redeem: (id: string) => { readonly user: string; readonly view: string | null } | TriggerError;
};

export const createTriggers = (now: () => number): Triggers => {
  const known = new Map<string, Trigger>();
  return {
    issue: (user, view) => {
      const at = now();
      // Expired ones are remembered for a while: Slack tells "too late" from "never heard of".
      for (const [id, trigger] of known) if (trigger.until + 600_000 < at) known.delete(id);
      const id = `${Math.floor(at)}.${known.size + 1}.${secret()}`;
      known.set(id, { user, view, until: at + LIFE_MS, used: false });
      return id;
    },
    redeem: (id) => {
      const trigger = known.get(id);
      if (!trigger) return 'invalid_trigger_id';
      if (trigger.used) return 'exchanged_trigger_id';
      if (now() > trigger.until) return 'expired_trigger_id';
      trigger.used = true;
      return { user: trigger.user, view: trigger.view };
    },
  };
};
