import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { ListeningSandbox } from '../../../adapters/sandbox/listen-sandbox.ts';
import { appToken, clientOf, openWorkspace } from './workspace.ts';

let sandbox: ListeningSandbox;
let socket: WebSocket | null = null;
afterEach(async () => {
  socket?.terminate();
  await sandbox.stop();
});

type Envelope = {
  type: string;
  envelope_id?: string;
  retry_attempt?: number;
  payload?: { event_id?: string };
} & Record<string, unknown>;

const connect = async (): Promise<Envelope[]> => {
  const { url = '' } = await clientOf(sandbox, appToken).apps.connections.open();
  socket = new WebSocket(url);
  const heard: Envelope[] = [];
  socket.on('message', (data) => heard.push(JSON.parse(String(data)) as Envelope));
  await expect.poll(() => heard.length).toBe(1);
  return heard;
};
const say = () => sandbox.act({ as: 'U0HANA', do: 'say', conversation: 'D0HANA', threadTs: null, text: '안녕' });

describe('Socket Mode', () => {
  it('greets, and tells an event again until it is acknowledged', async () => {
    sandbox = await openWorkspace({ ackMs: 100, timeScale: 0.0001 });
    const heard = await connect();
    expect(heard[0]).toMatchObject({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0BOT' } });
    socket?.on('message', (data) => {
      const envelope = JSON.parse(String(data)) as Envelope;
      if (envelope.retry_attempt === 1) socket?.send(JSON.stringify({ envelope_id: envelope.envelope_id }));
    });
    await say();
    await expect.poll(() => heard.length).toBe(3);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(heard.slice(1).map((each) => [each.type, each['accepts_response_payload'], each.retry_attempt])).toEqual([
      ['events_api', false, 0],
      ['events_api', false, 1],
    ]);
    expect(heard[1]?.payload?.event_id).toBe(heard[2]?.payload?.event_id);
    expect(heard[2]?.['retry_reason']).toBe('timeout');
  });

  it('lets a ticket in once, and nobody without one', async () => {
    sandbox = await openWorkspace();
    const { url = '' } = await clientOf(sandbox, appToken).apps.connections.open();
    const attempt = (address: string): Promise<string> =>
      new Promise((resolve) => {
        const trial = new WebSocket(address);
        trial.on('open', () => {
          resolve('open');
          trial.terminate();
        });
        trial.on('error', () => resolve('refused'));
      });
    expect(await attempt(url)).toBe('open');
    expect(await attempt(url)).toBe('refused');
    expect(await attempt(url.replace(/ticket=\w+/, 'ticket=guess'))).toBe('refused');
  });

  it('asks its sockets to come back when the connection is renewed', async () => {
    sandbox = await openWorkspace();
    const heard = await connect();
    sandbox.refreshSockets();
    await expect.poll(() => heard.at(-1)).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
  });

  it('shows the person an error when the socket is gone in the middle', async () => {
    sandbox = await openWorkspace({ ackMs: 200 });
    await connect();
    const answer = sandbox.act({ as: 'U0HANA', do: 'command', conversation: 'C0VOC', text: '/voc' });
    socket?.terminate();
    expect((await answer).ok).toBe(false);
  });
});
