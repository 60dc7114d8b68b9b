import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { type SlackAdapter, slackAdapter } from '../../../adapters/slack/slack-adapter.ts';
import { instant } from '../../../src/domain/instant.ts';
import type { Interaction, Reply } from '../../../src/ports/interaction.ts';
import { fixture } from './fixture.ts';

type Json = Record<string, unknown>;

/** Slack's end of Socket Mode: gives out an address, says hello, keeps what is acknowledged. */
async function slackEnd() {
  const acked = new Map<string, Json>();
  const open: WebSocket[] = [];
  let refuses = false;
  let broken = false;
  const server: Server = createServer((req, res) => {
    const { port } = server.address() as AddressInfo;
    const ok = req.url?.endsWith('apps.connections.open') && !refuses;
    if (broken) return void res.writeHead(503).end();
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end(
      JSON.stringify(ok ? { ok: true, url: `ws://127.0.0.1:${port}/link` } : { ok: false, error: 'invalid_auth' }),
    );
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => {
    open.push(socket);
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as Json;
      acked.set(String(message['envelope_id']), message);
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    refuse: (yes: boolean) => {
      refuses = yes;
    },
    breaks: (yes: boolean) => {
      broken = yes;
    },
    connections: () => open.length,
    say: (message: unknown) => open.at(-1)?.send(JSON.stringify(message)),
    recycle: () => open.at(-1)?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' })),
    send: async (type: string, payload: unknown, more: Json = {}): Promise<Json> => {
      const envelope_id = `${open.length}-${acked.size}-${type}`;
      open.at(-1)?.send(JSON.stringify({ type, envelope_id, accepts_response_payload: true, payload, ...more }));
      for (let i = 0; i < 300 && !acked.has(envelope_id); i += 1) await sleep(10);
      const ack = acked.get(envelope_id);
      if (ack === undefined) throw new Error(`${type} was not acknowledged`);
      return ack;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        for (const socket of open) socket.terminate();
        sockets.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

describe('Slack over a socket', () => {
  let slack: Awaited<ReturnType<typeof slackEnd>>;
  let adapter: SlackAdapter;
  const received: Interaction[] = [];
  const log: string[] = [];
  beforeEach(async () => {
    received.length = 0;
    log.length = 0;
    slack = await slackEnd();
    const write = (what: string) => void log.push(what);
    adapter = slackAdapter({
      token: 'xoxb-test',
      signingSecret: null,
      appToken: 'xapp-test',
      apiUrl: slack.apiUrl,
      tenant: 'T0MEARI',
      domain: null,
      botUserId: 'U0BOT',
      command: '/voc',
      receive: async (interaction): Promise<Reply> => {
        received.push(interaction);
        return interaction.gesture.type === 'submit'
          ? { type: 'field-errors', errors: { words: '한 글자 이상 적어 주세요.' } }
          : { type: 'nothing' };
      },
      now: () => instant(1_795_651_400_000),
      log: { info: write, warn: write, error: write },
    });
  });
  afterEach(async () => {
    await adapter.stop();
    await slack.stop();
  });

  it('needs no address: commands, presses, forms and events come in over it', async () => {
    expect(adapter.routes).toEqual([]);
    expect(adapter.connected()).toBe(false);
    await adapter.start();
    expect(adapter.connected()).toBe(true);
    await slack.send('slash_commands', fixture('command'));
    await slack.send('interactive', fixture('block-actions-message'));
    await slack.send('events_api', fixture('app-mention'), { retry_attempt: 1, retry_reason: 'timeout' });
    const ack = await slack.send('interactive', fixture('view-submission'));
    expect(ack['payload']).toEqual({ response_action: 'errors', errors: { words: '한 글자 이상 적어 주세요.' } });
    expect(received.map(({ gesture }) => gesture.type)).toEqual(['command', 'press', 'mention', 'submit']);
  });

  it('is opened again at once when Slack recycles it, and until Slack is back', async () => {
    await adapter.start();
    slack.recycle();
    await until(() => slack.connections() === 2 && adapter.connected());
    slack.refuse(true);
    slack.recycle();
    await until(() => log.includes('slack socket not connected'));
    expect(adapter.connected()).toBe(false);
    slack.refuse(false);
    await until(() => adapter.connected());
    await slack.send('slash_commands', fixture('command'));
    expect(received).toHaveLength(1);
  });

  it('acknowledges what makes no sense, so that it does not come again', async () => {
    await adapter.start();
    await slack.send('interactive', { type: 'block_actions', actions: [] });
    await slack.send('events_api', { ...fixture('app-mention'), team_id: 'T0OTHER', authorizations: [] });
    expect(received).toEqual([]);
  });

  it('outlives a message that even the library cannot read', async () => {
    await adapter.start();
    slack.say({ type: 'events_api', envelope_id: 'e1', payload: { hello: 1 } });
    slack.say(null);
    await until(() => log.filter((what) => what === 'slack request not understood').length === 2);
    await slack.send('slash_commands', fixture('command'));
    expect(received).toHaveLength(1);
  });

  it('refuses the start when Slack refuses the token', async () => {
    slack.refuse(true);
    await expect(adapter.start()).rejects.toThrow(/invalid_auth/);
    await sleep(300);
    expect(slack.connections()).toBe(0);
  });

  it('starts while Slack is out of reach, and is there when Slack is', async () => {
    slack.breaks(true);
    await adapter.start();
    expect(adapter.connected()).toBe(false);
    expect(log).toContain('slack socket not connected');
    slack.breaks(false);
    await until(() => adapter.connected());
    await slack.send('slash_commands', fixture('command'));
    expect(received).toHaveLength(1);
  });
});

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 1_000 && !holds(); i += 1) await sleep(10);
  expect(holds()).toBe(true);
}
