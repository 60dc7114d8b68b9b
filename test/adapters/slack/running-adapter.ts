import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { slackAdapter } from '../../../adapters/slack/slack-adapter.ts';
import { instant } from '../../../src/domain/instant.ts';
import type { Log } from '../../../src/ports/ambient.ts';
import type { Interaction, Receive, Reply } from '../../../src/ports/interaction.ts';
import { signedPayload } from '../../support/slack-signing.ts';
import { type RecordingApi, recordingApi } from './recording-api.ts';

export const secret = 'a-signing-secret';
type Line = { readonly level: string; readonly what: string; readonly data: unknown };

export type Running = {
  readonly api: RecordingApi;
  readonly url: string;
  readonly received: Interaction[];
  readonly log: Line[];
  /** What the front door answers from now on. */
  readonly reply: (how: Receive) => void;
  readonly send: (payload: Readonly<Record<string, unknown>>, seconds?: number) => Promise<Response>;
  readonly stop: () => Promise<void>;
};

/** The real adapter on a real loopback server, with a front door that answers as told. */
export async function runningAdapter(): Promise<Running> {
  const api = await recordingApi();
  const received: Interaction[] = [];
  const lines: Line[] = [];
  let how: Receive = async (): Promise<Reply> => ({ type: 'nothing' });
  const write = (level: string) => (what: string, data?: unknown) => void lines.push({ level, what, data });
  const log: Log = { info: write('info'), warn: write('warn'), error: write('error') };
  const adapter = slackAdapter({
    token: 'xoxb-test',
    signingSecret: secret,
    appToken: null,
    apiUrl: api.apiUrl,
    tenant: 'T0MEARI',
    domain: 'meari-co',
    botUserId: 'U0BOT',
    command: '/voc',
    receive: (interaction) => {
      received.push(interaction);
      return how(interaction);
    },
    now: () => instant(1_795_651_400_000),
    log,
  });
  const [route] = adapter.routes;
  const server = createServer((req, res) => void route?.handle(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await adapter.start();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  return {
    api,
    url,
    received,
    log: lines,
    reply: (next) => {
      how = next;
    },
    send: (payload, seconds) => fetch(url, { method: 'POST', ...signedPayload(payload, secret, seconds) }),
    stop: async () => {
      await adapter.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await api.stop();
    },
  };
}
