import { App } from '@slack/bolt';
import type { Instant } from '../../src/domain/instant.ts';
import type { Log } from '../../src/ports/ambient.ts';
import type { Route } from '../../src/ports/http.ts';
import type { Receive } from '../../src/ports/interaction.ts';
import { answers } from './answers.ts';
import { door, guard } from './door.ts';
import { listen } from './listeners.ts';
import { sdkLog } from './sdk-log.ts';
import { socketLine } from './socket.ts';
import { clientOptions, webClient } from './web-client.ts';

export type SlackAdapterOptions = {
  readonly token: string;
  /** Over HTTP: Slack's signatures are checked with it. One of this and `appToken` is needed. */
  readonly signingSecret: string | null;
  /** Over Socket Mode: no public address. Wins over HTTP where both are given. */
  readonly appToken: string | null;
  readonly apiUrl: string | null;
  readonly tenant: string;
  readonly domain: string | null;
  readonly botUserId: string;
  /** `/voc`. */
  readonly command: string;
  readonly receive: Receive;
  readonly now: () => Instant;
  readonly log: Log;
};

export type SlackAdapter = {
  readonly routes: readonly Route[];
  /** @throws when Slack refuses the socket. */
  readonly start: () => Promise<void>;
  /** Takes nothing more in and resolves when what was begun has ended, at most ten seconds later. */
  readonly stop: () => Promise<void>;
  readonly connected: () => boolean;
};

const graceMs = 10_000;

/** Slack's side of the front door: gestures in, answers to the one who made them out. Deliveries go by the gateway. */
export function slackAdapter(options: SlackAdapterOptions): SlackAdapter {
  const { token, signingSecret, appToken, apiUrl, tenant, botUserId, log } = options;
  const socket = appToken === null ? null : socketLine(appToken, apiUrl, log);
  const http = socket === null && signingSecret !== null ? door(signingSecret, log) : null;
  const receiver = socket?.receiver ?? http?.receiver;
  if (receiver === undefined) throw new TypeError('Slack needs a signing secret (HTTP) or an app token (Socket Mode).');
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: token, botUserId, teamId: tenant }),
    convoStore: false,
    ignoreSelf: false,
    logger: sdkLog(log),
    clientOptions: clientOptions(apiUrl, log),
  });
  app.error(async (fault) => log.error('slack listener broke', { reason: fault.code }));
  guard(app, tenant, log);
  const listening = listen(app, { ...options, answers: answers(webClient(token, apiUrl, log), log) });
  let open = false;

  return {
    routes: http === null ? [] : [http.route],
    start: async () => {
      await socket?.start();
      open = true;
    },
    stop: async () => {
      open = false;
      await socket?.stop();
      const late = new Promise<void>((resolve) => {
        setTimeout(resolve, graceMs).unref();
      });
      await Promise.race([listening.settled(), late]);
    },
    connected: () => (socket === null ? open : socket.connected()),
  };
}
