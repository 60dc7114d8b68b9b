import type { Log } from '../../src/ports/ambient.ts';
import type { Drawing } from './blocks.ts';
import { noPreview } from './web-client.ts';

const timeoutMs = 5_000;

/** Answers through a response_url, seen by that person only. False when it is spent or out of reach: go another way. */
export async function respond(url: string, drawing: Drawing, log: Log): Promise<boolean> {
  const body = { response_type: 'ephemeral', replace_original: false, ...drawing, ...noPreview };
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
    await answer.body?.cancel();
    if (!answer.ok) log.warn('slack response_url refused', { status: answer.status });
    return answer.ok;
  } catch (thrown) {
    log.warn('slack response_url not reached', { fault: thrown instanceof Error ? thrown.name : typeof thrown });
    return false;
  }
}
