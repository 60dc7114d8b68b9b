import type { Log } from '../../src/ports/ambient.ts';
import { failureOf } from './failures.ts';
import { webClient } from './web-client.ts';

export type SlackTenant = {
  /** Team id, `T…`. */
  readonly tenant: string;
  readonly botUserId: string;
  /** The organisation that the workspace is part of; null: none. */
  readonly enterprise: string | null;
  /** `acme` of https://acme.slack.com/, a whole host elsewhere (GovSlack); null for what is no address of Slack. */
  readonly domain: string | null;
};

/** The start needs to know whose bot this is. `code`: `SLACK_REFUSED` (the token), `SLACK_UNREACHED` (try again). */
class SlackFault extends Error {
  readonly code: 'SLACK_REFUSED' | 'SLACK_UNREACHED';
  constructor(code: SlackFault['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SlackFault';
    this.code = code;
  }
}

/** Asks Slack who the token belongs to. @throws SlackFault with a sentence for the operator. */
export async function slackTenant(options: {
  readonly token: string;
  readonly apiUrl: string | null;
  readonly log: Log;
}): Promise<SlackTenant> {
  const client = webClient(options.token, options.apiUrl, options.log);
  try {
    const { team_id, user_id, enterprise_id, url } = await client.auth.test();
    if (team_id === undefined || user_id === undefined) {
      throw new SlackFault('SLACK_REFUSED', 'Slack did not say which workspace the token belongs to.');
    }
    return { tenant: team_id, botUserId: user_id, enterprise: enterprise_id ?? null, domain: domainOf(url ?? '') };
  } catch (cause) {
    const failure = failureOf(cause);
    if (failure === null) throw cause;
    const { reason } = failure;
    throw failure.type === 'retry-later' || failure.type === 'unknown'
      ? new SlackFault('SLACK_UNREACHED', `Slack could not be reached (${reason}).`, { cause })
      : new SlackFault('SLACK_REFUSED', `Slack refused SLACK_BOT_TOKEN (${reason}).`, { cause });
  }
}

function domainOf(url: string): string | null {
  const host = /^https:\/\/([\w.-]+)/.exec(url)?.[1] ?? '';
  if (host.endsWith('.slack.com')) return host.slice(0, -'.slack.com'.length);
  return host.endsWith('.slack-gov.com') ? host : null;
}
