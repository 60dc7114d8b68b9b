import { setTimeout as sleep } from 'node:timers/promises';
import { type SlackTenant, slackTenant } from '../adapters/slack/tenant.ts';
import type { SlackConfig } from './config.ts';
import type { Log } from './ports/ambient.ts';

export type SlackAccess = {
  readonly token: string;
  readonly apiUrl: string | null;
  readonly signingSecret: string | null;
  readonly appToken: string | null;
};

export const accessOf = ({ botToken, apiUrl, transport }: SlackConfig): SlackAccess => ({
  token: botToken,
  apiUrl,
  signingSecret: transport.type === 'http' ? transport.signingSecret : null,
  appToken: transport.type === 'socket' ? transport.appToken : null,
});

const longestWaitMs = 30_000;

/**
 * Whose bot this is. A Slack out of reach is asked again until it answers: a start in the middle of an outage must not
 * depend on somebody starting us once more.
 * @throws SlackFault `SLACK_REFUSED`: waiting mends no token.
 */
export async function reachSlack(access: SlackAccess, log: Log): Promise<SlackAccess & SlackTenant> {
  for (let tries = 0; ; tries += 1) {
    try {
      return { ...access, ...(await slackTenant({ ...access, log })) };
    } catch (fault) {
      if (!(fault instanceof Error && 'code' in fault && fault.code === 'SLACK_UNREACHED')) throw fault;
      const waitMs = Math.min(longestWaitMs, 1_000 * 2 ** tries);
      log.warn(fault.message, { nextTryInSeconds: waitMs / 1_000 });
      await sleep(waitMs);
    }
  }
}
