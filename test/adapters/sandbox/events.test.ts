import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { signature } from '../../../adapters/sandbox/deliver/sign.ts';
import type { ListeningSandbox } from '../../../adapters/sandbox/listen-sandbox.ts';
import { openStage, openWorkspace, seed, signingSecret } from './workspace.ts';

type Heard = { readonly headers: IncomingHttpHeaders; readonly body: string; readonly at: number };

let server: Server | null = null;
let sandbox: ListeningSandbox | null = null;
afterEach(async () => {
  await sandbox?.stop();
  server?.closeAllConnections();
  server?.close();
  server = null;
});

/** An app that answers every delivery in the same way. */
const listen = async (answer: {
  status: number;
  headers?: Record<string, string>;
  late?: boolean;
  hears?: boolean;
}): Promise<Heard[]> => {
  const heard: Heard[] = [];
  server = createServer(async (req, res) => {
    let body = '';
    for await (const part of req) body += String(part);
    heard.push({ headers: req.headers, body, at: Date.now() });
    if (!answer.late) res.writeHead(answer.status, answer.headers).end();
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  // Slack's six minutes of retries become six tenths of a second.
  sandbox = await openWorkspace({
    deliverTo: () => `http://127.0.0.1:${port}/`,
    timeScale: 0.001,
    ...(answer.hears === true ? { seed: { ...seed, events: ['message.channels'] } } : {}),
    ackMs: answer.late ? 200 : 3000,
  });
  return heard;
};

const mention = () =>
  sandbox?.act({ as: 'U0HANA', do: 'say', conversation: 'D0HANA', threadTs: null, text: '@메아리 도와주세요' });
/** What a person does in a thread of a channel whose messages the app hears, or not. */
const inThread = async (heard: readonly Heard[]) => {
  const act = (what: object) =>
    sandbox?.act({ as: 'U0HANA', conversation: 'C0LOGIS', ...what } as Parameters<ListeningSandbox['act']>[0]);
  const tsOf = (text: string) => sandbox?.state.messages('C0LOGIS').find((m) => m.text === text)?.ts ?? '';
  await act({ do: 'say', threadTs: null, text: '머리' });
  await act({ do: 'say', threadTs: tsOf('머리'), text: '답' });
  await act({ do: 'edit', ts: tsOf('답'), text: '고친 답' });
  await act({ do: 'delete', ts: tsOf('고친 답') });
  return heard.map(({ body }) => JSON.parse(body).event);
};
const retries = (heard: readonly Heard[]) =>
  heard.map((each) => [each.headers['x-slack-retry-num'], each.headers['x-slack-retry-reason']]);
/** All four tellings, and time for a fifth that must not come. */
const toldFourTimes = async (heard: readonly Heard[]): Promise<void> => {
  await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(4);
  await new Promise((resolve) => setTimeout(resolve, 400));
};

describe('an event', () => {
  it('is signed over its time and its body', async () => {
    const heard = await listen({ status: 200 });
    await mention();
    const [{ headers, body }] = heard as [Heard];
    const time = String(headers['x-slack-request-timestamp']);
    expect(headers['x-slack-signature']).toBe(signature(signingSecret, time, body));
    expect(Math.abs(Number(time) - Date.now() / 1000)).toBeLessThan(5);
    expect(JSON.parse(body)).toMatchObject({
      type: 'event_callback',
      team_id: 'T0DAON',
      api_app_id: 'A0BOT',
      event: { type: 'message', channel_type: 'im', user: 'U0HANA', text: '<@U0BOT> 도와주세요' },
      event_id: expect.stringMatching(/^Ev/),
      authorizations: [{ user_id: 'U0BOT', is_bot: true }],
    });
  });

  it('is every message of a channel that the app asked to hear, its changes and its end included', async () => {
    const [, reply, changed, gone] = await inThread(await listen({ status: 200, hears: true }));
    expect(reply).toMatchObject({ type: 'message', text: '답', channel_type: 'channel', thread_ts: expect.anything() });
    expect(changed).toMatchObject({
      subtype: 'message_changed',
      message: { text: '고친 답', ts: reply.ts, thread_ts: reply.thread_ts, edited: { user: 'U0HANA' } },
      previous_message: { text: '답' },
    });
    expect(gone).toMatchObject({
      subtype: 'message_deleted',
      deleted_ts: reply.ts,
      previous_message: { user: 'U0HANA' },
    });
    expect(Number(gone.ts)).toBeGreaterThan(Number(changed.ts));
  });

  it('is no message of a channel that the app did not ask to hear', async () => {
    expect(await inThread(await listen({ status: 200 }))).toEqual([]);
  });

  it('is told three times more when the app answers an error: at once, after a minute, after five', async () => {
    const heard = await listen({ status: 500 });
    await mention();
    await toldFourTimes(heard);
    expect(retries(heard)).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
      ['3', 'http_error'],
    ]);
    expect(new Set(heard.map((each) => JSON.parse(each.body).event_id)).size).toBe(1);
    expect((heard[3]?.at ?? 0) - (heard[2]?.at ?? 0)).toBeGreaterThan(250);
  });

  it('is told again when the app does not answer in time, and says why', async () => {
    const heard = await listen({ status: 200, late: true });
    await mention();
    await toldFourTimes(heard);
    expect(retries(heard)[1]).toEqual(['1', 'http_timeout']);
  });

  it('is not told again to an app that asks not to be', async () => {
    const heard = await listen({ status: 500, headers: { 'X-Slack-No-Retry': '1' } });
    await mention();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(heard).toHaveLength(1);
  });

  it('changes places with the next one while the fault switch says so', async () => {
    const heard = await listen({ status: 200 });
    sandbox?.faults.set({ outOfOrder: true });
    const say = (text: string) =>
      sandbox?.act({ as: 'U0HANA', do: 'say', conversation: 'D0HANA', threadTs: null, text });
    await Promise.all([say('하나'), say('둘')]);
    expect(heard.map((each) => JSON.parse(each.body).event.text)).toEqual(['둘', '하나']);
  });

  it('is preceded by a challenge when an address is entered', async () => {
    const stage = await openStage();
    expect(await stage.sandbox.verifyUrl()).toBe(true);
    await stage.stop();
    await listen({ status: 200 });
    expect(await sandbox?.verifyUrl()).toBe(false);
  });

  it('reaches a Bolt app only with the right secret', async () => {
    const stage = await openStage({ signingSecret: 'another secret' });
    const heard: string[] = [];
    stage.app.command('/voc', async ({ ack }) => {
      heard.push('voc');
      await ack();
    });
    const act = { as: 'U0HANA', do: 'command', conversation: 'C0VOC', text: '/voc' } as const;
    expect((await stage.sandbox.act(act)).ok).toBe(false);
    expect(heard).toEqual([]);
    await stage.stop();
  });
});
