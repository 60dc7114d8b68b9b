import { WebClient } from '@slack/web-api';
import { drawer } from '../../adapters/pictures/draw.ts';
import { slackGateway } from '../../adapters/slack/gateway.ts';
import type { Log } from '../../src/ports/ambient.ts';
import type { Place } from '../../src/ports/chat-gateway.ts';
import { faultyProxy } from '../support/faulty-proxy.ts';
import type { GatewayUnderTest, Read } from './gateway.ts';

export type SlackDouble = {
  /** Root of the double's Web API, with a slash at the end. */
  readonly apiUrl: string;
  readonly token: string;
  readonly tenant: string;
  /** Channel ids: one with the bot in it, one without. */
  readonly channel: string;
  readonly closed: string;
  readonly user: string;
  readonly email: string;
  readonly stop: () => Promise<void>;
};

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The contract's view of anything that speaks Slack's Web API over HTTP, with a faulty line in between. */
export async function slackUnderTest(double: SlackDouble): Promise<GatewayUnderTest> {
  const line = await faultyProxy(double.apiUrl);
  const { tenant, token } = double;
  const direct = new WebClient(token, { slackApiUrl: double.apiUrl, retryConfig: { retries: 0 } });
  const options = { apiUrl: line.apiUrl, tenant, enterprise: null, draw: drawer(), log: quiet };
  const place = (kind: Place['kind'], id: string): Place => ({ platform: 'slack', tenant, kind, id });
  return {
    gateway: slackGateway({ ...options, token }),
    refused: slackGateway({ ...options, token: 'xoxb-nobody-knows-it' }),
    channel: place('channel', double.channel),
    closed: place('channel', double.closed),
    missing: place('channel', 'C0NOTHERE00'),
    person: place('person', double.user),
    email: double.email,
    read: async (conversation) => {
      const { messages = [] } = await direct.conversations.history({ channel: conversation, limit: 200 });
      const out: Read[] = [];
      for (const m of [...messages].reverse()) {
        const thread = await direct.conversations.replies({ channel: conversation, ts: m.ts ?? '' });
        for (const one of thread.messages ?? []) {
          const isReply = one.thread_ts !== undefined && one.thread_ts !== one.ts;
          out.push({
            message: one.ts ?? '',
            thread: isReply ? (one.thread_ts ?? null) : null,
            text: written(one.blocks),
          });
        }
      }
      return out;
    },
    remove: async ({ conversation, message }) => {
      await direct.chat.delete({ channel: conversation, ts: message });
    },
    loseNextAnswer: () => line.next('chat.postMessage', { type: 'lose-answer' }),
    limitNextPost: (retryAfterSeconds) => line.next('chat.postMessage', { type: 'limit', retryAfterSeconds }),
    breakNextPost: () => line.next('chat.postMessage', { type: 'status', status: 500 }),
    stop: async () => {
      await line.stop();
      await double.stop();
    },
  };
}

/** The texts of a message's blocks, as stored. */
function written(blocks: unknown): string {
  const texts: string[] = [];
  JSON.stringify(blocks ?? [], (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') texts.push(value);
    return value;
  });
  return texts.join('');
}
