import type { Json } from '../json.ts';

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
