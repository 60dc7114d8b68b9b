import { beginDeliveries, type DrainDeps } from './drain-outbox.ts';
import { faultOf } from './faults.ts';

export type Drainer = {
  /** Something may be owed: deliver soon. Never waits, never throws. */
  readonly kick: () => void;
  /** Takes no new work and resolves when what is in flight has been marked. */
  readonly stop: () => Promise<void>;
};

/** Messages under way at once in this process. */
const atOnce = 32;

/**
 * Keeps up to `atOnce` messages under way. A place frees up as soon as its message is marked, so a conversation that
 * answers slowly holds up nobody but itself. One claim at a time; a kick during a claim asks for one more.
 */
export function drainer(deps: DrainDeps): Drainer {
  const underway = new Set<Promise<void>>();
  let claiming: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function claim(): Promise<void> {
    while (again && !stopped && underway.size < atOnce) {
      again = false;
      for (const delivery of await beginDeliveries(deps, atOnce - underway.size)) {
        underway.add(delivery);
        void delivery.finally(() => {
          underway.delete(delivery);
          kick();
        });
      }
    }
  }

  function kick(): void {
    again = true;
    if (claiming !== null || stopped) return;
    claiming = claim()
      .catch((fault: unknown) => {
        deps.log.error('claiming what is owed broke; the next tick tries again', faultOf(fault));
      })
      .finally(() => {
        claiming = null;
      });
  }

  return {
    kick,
    stop: async () => {
      stopped = true;
      await claiming;
      await Promise.all(underway);
    },
  };
}
