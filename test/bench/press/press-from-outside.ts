import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { SignedPress } from './payload.ts';

export type Errand = { readonly url: string; readonly presses: readonly SignedPress[]; readonly everyMs: number };
/** Moments in nanoseconds of the machine's monotonic clock. */
export type Answered = {
  readonly trigger: string;
  readonly sentAt: number;
  readonly answeredAt: number;
  readonly status: number;
};

export type Presser = {
  /** Every press, sent on its beat. @throws Error where one was not answered with 200 */
  readonly send: (errand: Errand) => Promise<readonly Answered[]>;
  readonly stop: () => void;
};

/** Somebody in another process who presses buttons. */
export function presserOutside(): Presser {
  const child = fork(fileURLToPath(new URL('./presser.ts', import.meta.url)));
  return {
    send: async (errand) => {
      child.send(errand);
      const [answered] = (await once(child, 'message')) as [readonly Answered[]];
      const bad = answered.find(({ status }) => status !== 200);
      if (bad !== undefined) throw new Error(`a press was answered with ${bad.status}`);
      return answered;
    },
    stop: () => void child.kill(),
  };
}
