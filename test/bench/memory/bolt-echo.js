import { App } from '@slack/bolt';

// The least a Slack bot can be: it says what was said.
const clientOptions = { slackApiUrl: process.argv[2] };
const app = new App({ token: 'xoxb-of-the-bench', signingSecret: 'signing-secret-of-the-bench', clientOptions });
app.message(async ({ message, say }) => {
  await say('text' in message ? (message.text ?? '') : '');
});
await app.start({ port: 0, host: '127.0.0.1' });
process.stdout.write('ready\n');
