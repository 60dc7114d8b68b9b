import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { WebClient } from '@slack/web-api';
import { createEmulator } from 'emulate';
import { describe, expect, it } from 'vitest';
import { type GatewayLine, gatewayContract, gatewayLines } from '../../contracts/gateway.ts';
import { slackUnderTest } from '../../contracts/gateway-slack.ts';

/** A second opinion: somebody else's reading of Slack's Web API. */
const cannot: readonly GatewayLine[] = [
  // It takes any token for somebody's.
  'tells a credential that is refused',
];

describe('emulate as a second opinion', () => {
  it('shows every line of the contract but those named here', () => {
    expect(gatewayLines.filter((line) => !cannot.includes(line))).toHaveLength(18);
    expect(cannot).toHaveLength(1);
  });
});

gatewayContract(
  'emulate 0.12.2',
  async () => {
    const port = await freePort();
    const token = 'xoxb-local-test';
    const emulator = await createEmulator({
      service: 'slack',
      port,
      baseUrl: `http://127.0.0.1:${port}`,
      seed: {
        slack: {
          team: { name: '메아리상사' },
          users: [{ name: 'minji', real_name: '김민지', email: 'minji@example.com' }],
          channels: [{ name: 'voc-물류' }],
          oauth_apps: [
            {
              client_id: '1.2',
              client_secret: 's',
              app_id: 'A1',
              name: '메아리',
              bot_name: 'meari',
              redirect_uris: ['http://127.0.0.1/none'],
              scopes: ['chat:write'],
            },
          ],
          tokens: [
            { token, user: 'meari', app_id: 'A1', type: 'bot' },
            { token: 'xoxp-minji', user: 'minji', type: 'user' },
          ],
        },
      },
    } as never);
    const apiUrl = `${emulator.url}/api/`;
    const bot = new WebClient(token, { slackApiUrl: apiUrl, retryConfig: { retries: 0 } });
    const { team_id } = await bot.auth.test();
    const { members = [] } = await bot.users.list({});
    const { channels = [] } = await bot.conversations.list({});
    const minji = members.find((m) => m.name === 'minji')?.id ?? '';
    const voc = channels.find((c) => c.name === 'voc-물류')?.id ?? '';
    await bot.conversations.join({ channel: voc });
    const person = new WebClient('xoxp-minji', { slackApiUrl: apiUrl, retryConfig: { retries: 0 } });
    const closed = await person.conversations.create({ name: 'leaders', is_private: true });
    return slackUnderTest({
      apiUrl,
      token,
      tenant: team_id ?? '',
      channel: voc,
      closed: closed.channel?.id ?? '',
      user: minji,
      email: 'minji@example.com',
      stop: () => emulator.close(),
    });
  },
  cannot,
);

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
