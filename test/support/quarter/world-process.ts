import { type ChildProcess, spawn } from 'node:child_process';
import type { Answer, Order, Shown } from './protocol.ts';

type Asking = Exclude<Order, { readonly do: 'time' }>;
type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** It was killed while it was asked something: nobody knows what came of it. */
export class Gone extends Error {}

export type WorldProcess = {
  /** Resolves when it is loaded and waits to be opened. */
  readonly loaded: Promise<void>;
  /** @throws Gone */
  readonly ask: (order: WithoutId<Asking>) => Promise<Shown | null>;
  readonly tell: (ahead: number) => void;
  /** Resolves when the operating system says that it is gone. */
  readonly kill: () => Promise<void>;
  readonly isGone: () => boolean;
};

export type Heard = (answer: Extract<Answer, { did: 'log' | 'break' }>) => void;

/** One process of the simulation, and what can be said to it. */
export function worldProcess(bundle: string, heard: Heard): WorldProcess {
  const child: ChildProcess = spawn(process.execPath, ['--enable-source-maps', bundle], {
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const takeAlong = () => child.kill('SIGKILL');
  process.once('exit', takeAlong);
  const asked = new Map<number, { done: (reply: Shown | null) => void; fail: (fault: Error) => void }>();
  let last = 0;
  let gone = false;
  let wailed = '';
  child.stderr?.on('data', (chunk) => {
    wailed += String(chunk);
  });
  let ready: () => void = () => {};
  const loaded = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      gone = true;
      process.off('exit', takeAlong);
      ready();
      for (const { fail } of asked.values()) fail(new Gone('the process is gone'));
      asked.clear();
      if (wailed !== '') heard({ did: 'break', what: wailed.slice(-2_000) });
      resolve();
    });
  });
  child.on('error', () => {});
  child.on('message', (answer: Answer) => {
    if (answer.did === 'ready') return ready();
    if (answer.did !== 'order') return heard(answer);
    asked.get(answer.id)?.done(answer.reply);
    asked.delete(answer.id);
  });
  const say = (order: Order): void => {
    if (child.connected) child.send(order, () => {});
  };
  return {
    loaded,
    ask: (order) =>
      new Promise((done, fail) => {
        if (gone || !child.connected) return fail(new Gone('the process is gone'));
        last += 1;
        asked.set(last, { done, fail });
        say({ ...order, id: last } as Order);
      }),
    tell: (ahead) => say({ do: 'time', ahead }),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    isGone: () => gone,
  };
}
