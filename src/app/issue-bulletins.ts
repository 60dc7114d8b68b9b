import { bulletinsDue, keyOfBulletin } from '../domain/bulletins.ts';
import type { Playbook } from '../domain/playbook.ts';
import type { Clock } from '../ports/ambient.ts';
import type { Bulletins } from '../ports/bulletins.ts';
import type { Address } from './address.ts';

export type IssueBulletins = () => Promise<void>;

/** Owes what should have been told by now. Asked at every look at the time, by every replica: each is owed once, and after that costs nothing. */
export function issueBulletinsWith(deps: {
  readonly bulletins: Bulletins;
  readonly address: Address;
  readonly playbook: Playbook;
  readonly now: Clock;
  /** Something is owed to a chat now. */
  readonly kick: () => void;
}): IssueBulletins {
  const { bulletins, address, playbook, now, kick } = deps;
  const settled = new Set<string>();
  return async () => {
    const at = now();
    for (const bulletin of bulletinsDue(at, playbook)) {
      const key = keyOfBulletin(bulletin);
      if (settled.has(key)) continue;
      const audience = { to: 'kudos', department: null } as const;
      const { messages } = await address([{ type: 'bulletin', audience, bulletin }], at);
      if (await bulletins.owe(key, messages)) kick();
      settled.add(key);
    }
  };
}
