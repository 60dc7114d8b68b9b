import { createHmac } from 'node:crypto';

/** Slack's v0 signature over the time (seconds) and the raw body. */
export const signature = (secret: string, timestamp: string, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
