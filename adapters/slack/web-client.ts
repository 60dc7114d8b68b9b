import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Log } from '../../src/ports/ambient.ts';
import { sdkLog } from './sdk-log.ts';

/** Three calls in a row (who has this e-mail, open, post) end well within the lease of a message. */
export const timeoutMs = 7_000;

/**
 * No retries of its own: a repeated post may be a second message, and one limited channel would hold up every other.
 * Who calls decides what may be tried again.
 */
export function clientOptions(apiUrl: string | null, log: Log): WebClientOptions {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    logger: sdkLog(log),
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
  };
}

export const webClient = (token: string, apiUrl: string | null, log: Log): WebClient =>
  new WebClient(token, clientOptions(apiUrl, log));

/** Customer text must not reach out of a message: no link, no name that calls somebody … */
export const literal = { parse: 'none', link_names: false } as const;
/** … and no preview of what it points to. */
export const noPreview = { unfurl_links: false, unfurl_media: false, mrkdwn: false } as const;
