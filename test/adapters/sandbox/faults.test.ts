import { afterEach, describe, expect, it } from 'vitest';
import type { ListeningSandbox } from '../../../adapters/sandbox/listen-sandbox.ts';
import { botToken, clientOf, errorOf, openWorkspace } from './workspace.ts';

let sandbox: ListeningSandbox;
afterEach(() => sandbox.stop());

const post = (text = 'x', channel = 'C0VOC') => errorOf(clientOf(sandbox).chat.postMessage({ channel, text }));
const call = (method: string, fields: Record<string, string> = {}) =>
  fetch(`${sandbox.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${botToken}` },
    body: new URLSearchParams(fields),
  });

describe('the pace of Slack', () => {
  it('lets a short burst into one conversation, then about one message a second, and other conversations go on', async () => {
    let now = 1_800_000_000_000;
    sandbox = await openWorkspace({ now: () => now });
    const answers: string[] = [];
    for (let n = 0; n < 7; n += 1) answers.push(await post());
    expect(answers).toEqual([...Array(5).fill('ok'), ...Array(2).fill('slack_webapi_rate_limited_error')]);
    const limited = await call('chat.postMessage', { channel: 'C0VOC', text: 'x' });
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await limited.json()).toEqual({ ok: false, error: 'ratelimited' });
    expect(await post('x', 'C0LOGIS')).toBe('ok');
    now += 1000;
    expect([await post(), await post()]).toEqual(['ok', 'slack_webapi_rate_limited_error']);
  });

  it('gives each method its tier', async () => {
    sandbox = await openWorkspace({ now: () => 1_800_000_000_000 });
    const statuses: number[] = [];
    for (let n = 0; n < 21; n += 1) statuses.push((await call('users.list')).status);
    expect(statuses).toEqual([...Array(20).fill(200), 429]);
    expect((await call('users.list')).headers.get('retry-after')).toBe('3');
    expect((await call('users.info', { user: 'U0HANA' })).status).toBe(200);
  });

  it('is switched off for tests of throughput', async () => {
    sandbox = await openWorkspace({ now: () => 1_800_000_000_000 });
    sandbox.faults.set({ rateLimits: false });
    for (let n = 0; n < 10; n += 1) expect(await post()).toBe('ok');
  });
});

describe('the fault switches', () => {
  it('answer so many calls with 429 and the wait they were told', async () => {
    sandbox = await openWorkspace();
    sandbox.faults.set({ rateLimitTimes: 2, retryAfter: 7 });
    expect((await call('auth.test')).headers.get('retry-after')).toBe('7');
    expect((await call('auth.test')).status).toBe(429);
    expect((await call('auth.test')).status).toBe(200);
  });

  it('break the same calls again for the same seed', async () => {
    sandbox = await openWorkspace();
    const run = async (): Promise<number[]> => {
      sandbox.faults.set({ seed: 42, serverErrors: 0.5 });
      const statuses: number[] = [];
      for (let n = 0; n < 20; n += 1) statuses.push((await call('auth.test')).status);
      return statuses;
    };
    const first = await run();
    expect(await run()).toEqual(first);
    expect(new Set(first)).toEqual(new Set([200, 500]));
  });

  it('lose the answer of a message that was posted', async () => {
    sandbox = await openWorkspace();
    sandbox.faults.set({ dropReplyAfterPost: 1 });
    expect(await post('한 번만')).toBe('slack_webapi_request_error');
    expect(sandbox.state.messages('C0VOC').map((each) => each.text)).toEqual(['한 번만']);
  });

  it('cut every connection before anything happens, and slow every call down', async () => {
    sandbox = await openWorkspace();
    sandbox.faults.set({ refuse: true });
    expect(await post()).toBe('slack_webapi_request_error');
    expect(sandbox.state.messages('C0VOC')).toEqual([]);
    sandbox.faults.clear();
    sandbox.faults.set({ slowMs: 120 });
    const start = Date.now();
    expect(await post()).toBe('ok');
    expect(Date.now() - start).toBeGreaterThanOrEqual(115);
  });

  it('are set from the page, and ill-typed ones are left as they are', async () => {
    sandbox = await openWorkspace();
    const set = await fetch(`${sandbox.origin}/sandbox/page/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ slowMs: 5, refuse: 'yes', serverErrors: -1, duplicateDelivery: 3, unknown: 1 }),
    });
    expect(await set.json()).toMatchObject({ slowMs: 5, refuse: false, serverErrors: 0, duplicateDelivery: 3 });
    expect(sandbox.faults.settings()).not.toHaveProperty('unknown');
  });
});
