import type { DeliveryFailure } from '../../src/ports/chat-gateway.ts';
import { isRecord, list, record, text } from '../payload.ts';

/** A call that was not answered in time may still be under way: a post that shows up after we looked would be a second. */
const settlesInMs = 15_000;

/** While Teams is out of reach it is asked this often; nothing that is owed grows old by it. */
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

/** We stopped waiting, or the line broke; the other side may not have stopped working. */
const tooLate = new Set(['AbortError', 'TimeoutError', 'ETIMEDOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);
const ofTheLine = /^(?:UND_ERR_|ECONN|EPIPE|ETIMEDOUT|REQUEST_SEND_ERROR|PARSE_ERROR)/;

/** What Teams says when its answer is a refusal of something that is no longer there. */
const goneMessage = /^(?:ActivityNotFoundInConversation|MessageNotFound|ActivityNotFound)/;

/**
 * What the platform said, as something to act on; null when it was not the platform that failed but we. Read by shape:
 * the SDK throws the same error in several generations of its HTTP library.
 */
export function failureOf(thrown: unknown): DeliveryFailure | null {
  if (!isRecord(thrown)) return null;
  const status = statusOf(thrown);
  if (status !== null) return overHttp(status, thrown);
  const name = text(thrown['name']);
  if (name !== null && ofTheToken.has(name)) return withoutToken(text(thrown['errorCode']) ?? name);
  const codes = codesOf(thrown);
  const why = codes.find((c) => neverSent.has(c) || tooLate.has(c)) ?? codes.findLast((c) => ofTheLine.test(c)) ?? null;
  if (why !== null) return unreachedBy(why);
  return name !== null && tooLate.has(name) ? unreachedBy(name) : null;
}

/** Entra ID gave no token: what was to be sent has not left the house. */
const ofTheToken = new Set([
  'ClientAuthError',
  'ServerError',
  'ClientConfigurationError',
  'InteractionRequiredAuthError',
]);

function withoutToken(errorCode: string): DeliveryFailure {
  const isAway = /network|timeout|endpoints_resolution|temporarily_unavailable|request_cannot_be_made/.test(errorCode);
  const reason = `no token: ${/^\w{1,60}$/.test(errorCode) ? errorCode : 'refused'}`;
  return isAway ? { type: 'retry-later', afterMs: lineDownMs, reason } : { type: 'forbidden', reason };
}

function statusOf(thrown: Record<string, unknown>): number | null {
  const status = thrown['statusCode'] ?? record(thrown['response'])['status'];
  return typeof status === 'number' && status >= 100 && status < 600 ? status : null;
}

function overHttp(status: number, thrown: Record<string, unknown>): DeliveryFailure {
  const said = code(thrown);
  const reason = said === null ? `http ${status}` : `${said} (${status})`;
  switch (status) {
    case 429:
    case 412:
    case 502:
    case 503:
    // Behind a gateway that gave up the post may have been taken; there is no look-up that would tell.
    case 504:
      return { type: 'retry-later', afterMs: retryAfterMs(thrown), reason };
    case 401:
    case 403:
      return { type: 'forbidden', reason };
    case 404:
    case 410:
      return { type: 'gone', what: said !== null && goneMessage.test(said) ? 'message' : 'conversation', reason };
    case 408:
      return { type: 'unknown', reason, settlesInMs };
    default:
      return status >= 500 ? { type: 'unknown', reason } : { type: 'invalid', reason };
  }
}

/** Teams' word for what is wrong; only what looks like one, so that no page of a proxy comes into the log. */
function code(thrown: Record<string, unknown>): string | null {
  const response = record(thrown['response']);
  const bodies = [thrown['body'], thrown['details'], response['parsedBody'], json(response['bodyAsText'])];
  const said = bodies.map(record).flatMap((body) => {
    const error = record(body['error']);
    // The chat service behind the connector answers in words of its own: JSON as the message of an error.
    const inner = record(json(error['message'] ?? body['message']));
    return [inner['subCode'], error['code'], body['code'], body['errorCode']];
  });
  const words = [...said, thrown['code']].map(text);
  return words.find((word): word is string => word !== null && /^[A-Za-z][A-Za-z0-9_]{1,60}$/.test(word)) ?? null;
}

function json(raw: unknown): unknown {
  if (typeof raw !== 'string' || raw.length > 10_000) return null;
  try {
    return JSON.parse(raw);
  } catch {
    return null;
  }
}

/** Seconds, as Teams gives them, or a date; null: it did not say. */
function retryAfterMs(thrown: Record<string, unknown>): number | null {
  const said = header(thrown['headers']) ?? header(record(thrown['response'])['headers']);
  if (said === null || !/^\d{1,6}(?:\.\d+)?$/.test(said.trim())) return null;
  return Math.ceil(Number(said) * 1_000);
}

/** Headers as an object, as a `Headers`, or as the SDK's own collection. */
function header(headers: unknown): string | null {
  if (!isRecord(headers)) return null;
  const get = headers['get'];
  const said: unknown =
    typeof get === 'function'
      ? get.call(headers, 'retry-after')
      : Object.entries(headers).find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
  return typeof said === 'number' ? String(said) : text(said);
}

function unreachedBy(reason: string): DeliveryFailure {
  if (neverSent.has(reason)) return { type: 'retry-later', afterMs: lineDownMs, reason };
  return { type: 'unknown', reason, ...(tooLate.has(reason) ? { settlesInMs } : {}) };
}

/** An error's own code and those of its causes: the SDK says REQUEST_SEND_ERROR, why stands beneath it. */
function codesOf(error: unknown, depth = 0): readonly string[] {
  if (!isRecord(error) || depth > 4) return [];
  const own = [text(error['code']), text(error['name'])].filter((c) => c !== null);
  const nested = [error['cause'], error['innerError'], list(error['errors'])[0]];
  return [...own, ...nested.flatMap((inner) => codesOf(inner, depth + 1))];
}
