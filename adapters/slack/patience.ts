import { setTimeout as sleep } from 'node:timers/promises';
import { failureOf } from './failures.ts';

const tries = 4;
const longestWaitMs = 30_000;

/**
 * For answers to a person, which stand in no outbox: waits as long as Slack asks and tries again. An answer that shows
 * twice is better than none.
 */
export async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (thrown) {
      const failure = failureOf(thrown);
      const mayPass = failure?.type === 'retry-later' || failure?.type === 'unknown';
      if (!mayPass || attempt >= tries) throw thrown;
      const asked = failure.type === 'retry-later' ? failure.afterMs : null;
      await sleep(Math.min(asked ?? 250 * 2 ** attempt, longestWaitMs));
    }
  }
}
