import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { SignedPress } from './payload.ts';

/** Where to send it, and when: the next goes out this much later. */
export type Errand = {
  readonly presses: readonly (SignedPress & { readonly url: string })[];
  readonly everyMs: number;
};
/** Moments in nanoseconds of the machine's monotonic clock. */
export type Answered = {
  readonly url: string;
  readonly trigger: string;
  readonly sentAt: number;
  readonly answeredAt: number;
  readonly status: number;
};

export type Outside = {
  /** Where the no-op handler listens. */
  readonly noOp: string;
  /** Every press, sent on its beat, in that order. @throws Error where one was not answered with 200 */
  readonly send: (errand: Errand) => Promise<readonly Answered[]>;
  readonly stop: () => void;
};

/** Two more processes: somebody who presses buttons, and a Bolt app that does nothing about it. */
export async function outside(): Promise<Outside> {
  const [presser, bolt] = ['./presser.ts', './no-op.ts'].map((file) =>
    fork(fileURLToPath(new URL(file, import.meta.url))),
  );
  if (presser === undefined || bolt === undefined) throw new Error('no process');
  const [noOp] = (await once(bolt, 'message')) as [string];
  return {
    noOp,
    send: async (errand) => {
      presser.send(errand);
      const [answered] = (await once(presser, 'message')) as [readonly Answered[]];
      const bad = answered.find(({ status }) => status !== 200);
      if (bad !== undefined) throw new Error(`a press was answered with ${bad.status}`);
      return answered;
    },
    stop: () => {
      presser.kill();
      bolt.kill();
    },
  };
}
