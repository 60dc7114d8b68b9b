import { createServer } from 'node:http';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { workspace } from '../support/changes.ts';
import { listening } from './listening.ts';
import { signingSecret } from './payload.ts';

// A process of its own: Bolt as it comes, with the same receiver, the same signature to check, and a handler that only
// acknowledges. Says where it listens.
const receiver = new HTTPReceiver({ signingSecret, endpoints: ['/slack/events'], logLevel: LogLevel.ERROR });
const app = new App({
  receiver,
  authorize: async () => ({ botToken: 'xoxb-of-the-bench', botUserId: 'U0MEARI', teamId: workspace.tenant }),
  convoStore: false,
  logLevel: LogLevel.ERROR,
});
app.action(/./, async ({ ack }) => ack());
const door = await listening(createServer((req, res) => receiver.requestListener(req, res)));
process.send?.(door.url);
