import { type Json, parseJson } from '../json.ts';
import { unreachable } from '../unreachable.ts';
import type { Dispatch, Outcome, Retry, Send } from './send.ts';
import { signature } from './sign.ts';

const bodyOf = (dispatch: Dispatch): { readonly type: string; readonly body: string } => {
  switch (dispatch.kind) {
    case 'event':
      return { type: 'application/json', body: JSON.stringify(dispatch.payload) };
    case 'interactive':
      return {
        type: 'application/x-www-form-urlencoded',
        body: new URLSearchParams({ payload: JSON.stringify(dispatch.payload) }).toString(),
      };
    case 'command':
      return {
        type: 'application/x-www-form-urlencoded',
        body: new URLSearchParams(fields(dispatch.payload)).toString(),
      };
    default:
      return unreachable(dispatch.kind);
  }
};

const fields = (payload: Json): Record<string, string> =>
  Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]));

const headersOf = (retry: Retry | null): Record<string, string> =>
  retry ? { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason } : {};

const failed = (error: unknown): Outcome => ({
  type: 'failed',
  reason: error instanceof Error && error.name === 'TimeoutError' ? 'http_timeout' : 'connection_failed',
  status: null,
  noRetry: false,
});

/** Signed POSTs, as Slack sends them. `ackMs`: how long the app may take to answer. Never rejects. */
export const httpSend = (options: {
  readonly deliverTo: () => string;
  readonly signingSecret: string;
  readonly ackMs: number;
}): Send => {
  return async (dispatch, retry) => {
    const { type, body } = bodyOf(dispatch);
    // Signed with the true time, whatever the workspace's own clock says: the app checks it against its own.
    const timestamp = String(Math.floor(Date.now() / 1000));
    try {
      const response = await fetch(options.deliverTo(), {
        method: 'POST',
        headers: {
          'content-type': type,
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': signature(options.signingSecret, timestamp, body),
          ...headersOf(retry),
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(options.ackMs),
      });
      const noRetry = response.headers.get('x-slack-no-retry') === '1';
      const text = await response.text();
      if (!response.ok) {
        const reason = response.status >= 300 && response.status < 400 ? 'too_many_redirects' : 'http_error';
        return { type: 'failed', reason, status: response.status, noRetry };
      }
      return { type: 'answered', answer: text === '' ? null : (parseJson(text) ?? text), noRetry };
    } catch (error) {
      return failed(error);
    }
  };
};
