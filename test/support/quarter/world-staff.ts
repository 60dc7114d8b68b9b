import { rm } from 'node:fs/promises';
import type { Gesture } from '../../../src/ports/interaction.ts';
import type { Shown } from './protocol.ts';
import { worldBundle } from './world-bundle.ts';
import { Gone, type Heard, type WorldProcess, worldProcess } from './world-process.ts';

/** Loaded and waiting, so that a place that falls empty is filled at once. */
const standbys = 2;

/** The processes of one Meari. Each that is killed is replaced; all of them have the same time. */
export async function worldStaff(
  env: Readonly<Record<string, string>>,
  size: number,
  ahead: () => number,
  heard: Heard,
) {
  const bundle = await worldBundle();
  const waiting: WorldProcess[] = [];
  let working: WorldProcess[] = [];
  let turn = 0;
  let closing = false;
  const hire = (): void => {
    while (!closing && waiting.length < standbys) waiting.push(worldProcess(bundle, heard));
  };

  async function open(): Promise<void> {
    for (;;) {
      hire();
      const next = waiting.shift();
      if (next === undefined) return;
      hire();
      await next.loaded;
      const opened = await next.ask({ do: 'open', env, ahead: ahead() }).then(
        () => true,
        () => false,
      );
      if (!opened) continue;
      working.push(next);
      next.tell(ahead());
      return;
    }
  }

  async function rung(member: WorldProcess): Promise<void> {
    await member.ask({ do: 'tick' }).catch((fault: unknown) => {
      if (!(fault instanceof Gone)) throw fault;
    });
  }

  return {
    start: async () => {
      hire();
      await Promise.all(Array.from({ length: size }, open));
    },
    tellTime: () => {
      for (const member of working) member.tell(ahead());
    },
    /** Resolves when everybody who is still there has looked. */
    ring: () => Promise.all(working.map(rung)),
    /**
     * Somebody does something at one of the processes. Where it is killed at it the same comes again to another, as a
     * chat platform delivers again what nobody acknowledged.
     */
    receive: async (interaction: string, user: string, gesture: Gesture): Promise<Shown | null> => {
      for (;;) {
        turn += 1;
        const member = working[turn % working.length];
        if (member === undefined) {
          await open();
          continue;
        }
        try {
          return await member.ask({ do: 'receive', interaction, user, gesture });
        } catch (fault) {
          if (!(fault instanceof Gone)) throw fault;
          working = working.filter((each) => !each.isGone());
        }
      }
    },
    /** Kills so many at once; resolves when they are gone. */
    kill: async (victims: number, chance: number): Promise<number> => {
      const start = Math.floor(chance * working.length);
      const chosen = Array.from(
        { length: Math.min(victims, working.length) },
        (_, i) => working[(start + i) % working.length],
      );
      await Promise.all(chosen.map((member) => member?.kill()));
      working = working.filter((each) => !each.isGone());
      return chosen.length;
    },
    /** Fills every empty place. */
    refill: async () => {
      while (working.length < size) await open();
    },
    stop: async () => {
      closing = true;
      await Promise.all([...working, ...waiting].map((member) => member.kill()));
      await rm(bundle, { force: true });
    },
  };
}
export type WorldStaff = Awaited<ReturnType<typeof worldStaff>>;
