import { expect } from 'vitest';
import type { Platform, Playbook } from '../../src/domain/playbook.ts';
import type { Meari } from '../../src/wire.ts';
import type { movedTime } from '../support/moved-time.ts';
import type { PersonAtWork, Where } from './person.ts';

/** A message of a channel as everybody reads it. */
export type Posted = { readonly message: string; readonly thread: string | null; readonly text: string };

/** The shipped company at work on one platform alone: the real wiring, and a double of the platform. */
export type Office = {
  readonly platform: Platform;
  readonly tenant: string;
  readonly meari: Meari;
  readonly playbook: Playbook;
  /** Somebody of the playbook, as from now. */
  readonly person: (id: string) => PersonAtWork;
  /** Somebody of the company whom the playbook does not name. */
  readonly colleague: () => PersonAtWork;
  /** Somebody who is no colleague and stands in one of our channels: of another workspace, a guest. */
  readonly stranger: () => PersonAtWork;
  /** What stands in a channel, oldest first, lines of threads among it. */
  readonly channel: (where: Where) => readonly Posted[];
  /** From now on the platform delivers everything so many times. */
  readonly arriveTimes: (count: number) => void;
  readonly time: ReturnType<typeof movedTime>;
  /** Resolves when nothing is owed to anybody any more. */
  readonly settled: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Patience with a machine that is busy. */
const patience = { timeout: 8_000, interval: 20 };

/** Waits until what is shown holds these words. */
export const shows = (read: () => string | Promise<string>, words: string | RegExp): Promise<void> =>
  typeof words === 'string' ? expect.poll(read, patience).toContain(words) : expect.poll(read, patience).toMatch(words);

/** Waits until this is so. */
export const becomes = <T>(read: () => T | Promise<T>, wanted: T): Promise<void> =>
  expect.poll(read, patience).toEqual(wanted);
