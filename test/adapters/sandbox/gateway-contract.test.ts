import { gatewayContract } from '../../contracts/gateway.ts';
import { slackUnderTest } from '../../contracts/gateway-slack.ts';
import { botToken, openWorkspace, seed } from './workspace.ts';

gatewayContract('the sandbox', async () => {
  const sandbox = await openWorkspace();
  // The contract reads every thread after every post; its pace is not what is on trial here.
  sandbox.faults.set({ rateLimits: false });
  return slackUnderTest({
    apiUrl: sandbox.apiUrl,
    token: botToken,
    tenant: seed.team.id,
    channel: 'C0VOC',
    closed: 'C0ALONE',
    user: 'U0HANA',
    email: 'hana@daon.example',
    stop: sandbox.stop,
  });
});
