import type { Faults } from '../faults.ts';
import type { Json } from '../json.ts';
import type { SocketMode } from './socket-mode.ts';

/** What Slack tells the app: somebody used a command, pressed or submitted something, or something happened. */
export type Dispatch = { readonly kind: 'command' | 'interactive' | 'event'; readonly payload: Json };

export type Retry = { readonly num: number; readonly reason: string };

export type Outcome =
  /** `answer`: the body of the acknowledgement, parsed where it is JSON; null when it is empty. */
  | { readonly type: 'answered'; readonly answer: unknown; readonly noRetry: boolean }
  | {
      readonly type: 'failed';
      readonly reason: 'http_timeout' | 'http_error' | 'connection_failed' | 'too_many_redirects';
      readonly status: number | null;
      readonly noRetry: boolean;
    };

/** One way to the app, once; resolves within the time that Slack allows. */
export type Send = (dispatch: Dispatch, retry: Retry | null) => Promise<Outcome>;

export type Delivery = { readonly deliver: Send };

/** By socket while the app has one open, else signed over HTTP; as often as the fault switch says, the first answer counts. */
export const createDelivery = (http: Send, sockets: SocketMode, faults: Faults): Delivery => ({
  deliver: async (dispatch, retry) => {
    const send = sockets.isConnected() ? sockets.send : http;
    const first = await send(dispatch, retry);
    for (let sent = 1; sent < faults.settings().duplicateDelivery; sent += 1) await send(dispatch, retry);
    return first;
  },
});
