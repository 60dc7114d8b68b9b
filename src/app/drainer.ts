import { type DrainDeps, drainOutbox } from './drain-outbox.ts';

export type Drainer = {
  /** Something may be owed: deliver soon. Never waits, never throws. */
  readonly kick: () => void;
  /** Takes no new work and resolves when what is in flight has been marked. */
  readonly stop: () => Promise<void>;
};

/** One drain at a time in this process; a kick during a drain asks for one more. */
export function drainer(deps: DrainDeps): Drainer {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function run(): Promise<void> {
    do {
      again = false;
      const settled = await drainOutbox(deps);
      if (settled > 0) again = true;
    } while (again && !stopped);
  }

  function kick(): void {
    again = true;
    if (running !== null || stopped) return;
    running = run()
      .catch((fault: unknown) => {
        deps.log.error('delivering broke; the next tick tries again', {
          fault: fault instanceof Error ? fault.name : typeof fault,
        });
      })
      .finally(() => {
        running = null;
      });
  }

  return {
    kick,
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}
