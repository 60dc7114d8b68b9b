import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import type { DeliveryFailure } from '../../src/ports/chat-gateway.ts';
import { isRecord, list, record } from '../payload.ts';

type Kind = DeliveryFailure['type'] | 'gone-message' | 'gone-conversation';

/** Slack's words for what it will not do. Whatever is not listed is a refusal of what we sent: our own bug. */
const kinds: Readonly<Record<Exclude<Kind, 'gone' | 'invalid'>, readonly string[]>> = {
  'retry-later': [
    'ratelimited',
    'rate_limited',
    'message_limit_exceeded',
    'service_unavailable',
    'team_added_to_org',
    'accesslimited',
  ],
  // Slack's own note on these: some part of it may have succeeded.
  unknown: ['internal_error', 'fatal_error', 'request_timeout'],
  'gone-message': [
    'message_not_found',
    'cant_update_message',
    'edit_window_closed',
    'thread_not_found',
    'invalid_thread_ts',
    'cannot_reply_to_message',
  ],
  'gone-conversation': ['channel_not_found', 'is_archived', 'user_not_found', 'user_disabled', 'users_not_found'],
  forbidden: [
    'not_in_channel',
    'missing_scope',
    'no_permission',
    'access_denied',
    'not_authed',
    'invalid_auth',
    'account_inactive',
    'token_revoked',
    'token_expired',
    'not_allowed_token_type',
    'org_login_required',
    'ekm_access_denied',
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_thread_only_channel',
    'restricted_action_non_threadable_channel',
    'restricted_action_thread_locked',
    'team_access_not_granted',
    'messages_tab_disabled',
    'cannot_dm_bot',
    'user_not_visible',
    'as_user_not_supported',
  ],
};
const kindOf: ReadonlyMap<string, Kind> = new Map(
  Object.entries(kinds).flatMap(([kind, errors]) => errors.map((error) => [error, kind as Kind] as const)),
);

/** A call that was not answered in time may still be under way: a post that shows up after we looked would be a second. */
const settlesInMs = 15_000;

/** While Slack is out of reach it is asked this often; nothing that is owed grows old by it. */
const lineDownMs = 5_000;

/** Errors of a connection that was never made: nothing can have arrived. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** We stopped waiting; the other side may not have stopped working. */
const tooLate = new Set(['TimeoutError', 'AbortError', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

const ofTheLine = /^(?:UND_ERR_|ECONN|EPIPE)/;

/** What the platform said, as something to act on; null when it was not the platform that failed but we. */
export function failureOf(thrown: unknown): DeliveryFailure | null {
  if (thrown instanceof WebAPIRateLimitedError) {
    return { type: 'retry-later', afterMs: thrown.retryAfter * 1_000, reason: 'ratelimited' };
  }
  if (thrown instanceof WebAPIHTTPError) return overHttp(thrown.statusCode);
  if (thrown instanceof WebAPIPlatformError) return refused(thrown.data);
  if (thrown instanceof WebAPIRequestError) return unreachedBy(thrown.original);
  // An answer that broke off after it had begun is passed on bare.
  if (thrown instanceof Error && (tooLate.has(thrown.name) || ofTheLine.test(codeOf(thrown) ?? ''))) {
    return unreachedBy(thrown);
  }
  // A 429 without a usable Retry-After reaches us as a bare Error.
  const isBare429 = thrown instanceof Error && thrown.message.startsWith('Retry header did not contain');
  return isBare429 ? { type: 'retry-later', afterMs: null, reason: 'ratelimited' } : null;
}

function overHttp(status: number): DeliveryFailure {
  const reason = `http ${status}`;
  if (status === 504 || status === 408) return { type: 'unknown', reason, settlesInMs };
  if (status >= 500) return { type: 'unknown', reason };
  return status === 401 || status === 403 ? { type: 'forbidden', reason } : { type: 'invalid', reason };
}

function refused(data: WebAPIPlatformError['data']): DeliveryFailure {
  const error: unknown = data.error;
  // A proxy's page instead of Slack's answer: nobody knows what became of the call, and the page is not repeated here.
  if (typeof error !== 'string' || !/^[a-z][a-z0-9_]{1,80}$/.test(error)) {
    return { type: 'unknown', reason: 'not an answer of Slack' };
  }
  const kind = kindOf.get(error) ?? 'invalid';
  switch (kind) {
    case 'gone-message':
      return { type: 'gone', what: 'message', reason: error };
    case 'gone-conversation':
      return { type: 'gone', what: 'conversation', reason: error };
    case 'retry-later': {
      const seconds = record(data['response_metadata'])['retryAfter'];
      return { type: kind, afterMs: typeof seconds === 'number' ? seconds * 1_000 : null, reason: error };
    }
    case 'invalid':
      return { type: kind, reason: `${error}${whereIn(data)}` };
    case 'forbidden':
    case 'unknown':
      return { type: kind, reason: error };
    default:
      return { type: 'invalid', reason: error };
  }
}

/** Where in the blocks Slack stumbled: positions only, never the text that stands there. */
function whereIn(data: WebAPIPlatformError['data']): string {
  const messages = list(record(data['response_metadata'])['messages']).map(String).join(' ');
  const pointer = /\[json-pointer:([\w/.-]{0,80})\]/.exec(messages)?.[1];
  return pointer === undefined ? '' : ` at ${pointer}`;
}

function unreachedBy(original: Error): DeliveryFailure {
  const code = codeOf(original) ?? original.name;
  if (neverSent.has(code)) return { type: 'retry-later', afterMs: lineDownMs, reason: code };
  return { type: 'unknown', reason: code, ...(tooLate.has(code) ? { settlesInMs } : {}) };
}

/** fetch says "fetch failed"; why stands in the cause, or in the causes of several addresses. */
function codeOf(error: unknown, depth = 0): string | null {
  if (!isRecord(error) || depth > 4) return null;
  if (typeof error['code'] === 'string') return error['code'];
  return codeOf(error['cause'], depth + 1) ?? codeOf(list(error['errors'])[0], depth + 1);
}
