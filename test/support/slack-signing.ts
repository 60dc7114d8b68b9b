import { createHmac } from 'node:crypto';

type Signed = { readonly body: string; readonly headers: Record<string, string> };

/** What Slack puts on every request: `v0=` HMAC-SHA256 of `v0:{seconds}:{body}`. */
export function signed(
  body: string,
  secret: string,
  contentType: string,
  seconds = Math.floor(Date.now() / 1_000),
): Signed {
  const signature = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${signature}`,
    },
  };
}

/** Any payload in the wire form Slack uses for its kind, signed. */
export function signedPayload(payload: Readonly<Record<string, unknown>>, secret: string, seconds?: number): Signed {
  const form = 'application/x-www-form-urlencoded';
  if (typeof payload['command'] === 'string') {
    const fields = Object.entries(payload).map(([k, v]): [string, string] => [k, String(v)]);
    return signed(new URLSearchParams(fields).toString(), secret, form, seconds);
  }
  const isEvent = payload['type'] === 'event_callback' || payload['type'] === 'url_verification';
  if (isEvent) return signed(JSON.stringify(payload), secret, 'application/json', seconds);
  return signed(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), secret, form, seconds);
}
