import { createServer } from 'node:http';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { workspace } from '../support/changes.ts';
import { type Listening, listening } from './listening.ts';
import { signingSecret } from './payload.ts';

/** Bolt as it comes: the same receiver, the same signature to check, and a handler that only acknowledges. */
export async function noOpDoor(): Promise<Listening> {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: ['/slack/events'], logLevel: LogLevel.ERROR });
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: 'xoxb-of-the-bench', botUserId: 'U0MEARI', teamId: workspace.tenant }),
    convoStore: false,
    logLevel: LogLevel.ERROR,
  });
  app.action(/./, async ({ ack }) => ack());
  return listening(createServer((req, res) => receiver.requestListener(req, res)));
}
