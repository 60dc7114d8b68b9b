import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../adapters/teams/failures.ts';

type Said = { readonly code?: string; readonly body?: unknown; readonly headers?: unknown };
/** As the SDK throws it: its HTTP library's error, the answer beside it. */
const refused = (statusCode: number, { code, body, headers }: Said = {}) =>
  Object.assign(new Error('x'), {
    name: 'RestError',
    statusCode,
    ...(code === undefined ? {} : { code }),
    response: {
      status: statusCode,
      headers: headers ?? {},
      bodyAsText: body === undefined ? '' : JSON.stringify(body),
    },
  });
const error = (code: string) => ({ error: { code, message: '고객의 말 010-1234-5678' } });

describe('what Teams refuses', () => {
  it.each([
    [429, error('Throttled'), { type: 'retry-later', afterMs: null, reason: 'Throttled (429)' }],
    [412, error('PreconditionFailed'), { type: 'retry-later', afterMs: null, reason: 'PreconditionFailed (412)' }],
    [502, undefined, { type: 'retry-later', afterMs: null, reason: 'http 502' }],
    [503, undefined, { type: 'retry-later', afterMs: null, reason: 'http 503' }],
    [504, undefined, { type: 'retry-later', afterMs: null, reason: 'http 504' }],
    [401, { message: 'Authorization has been denied.' }, { type: 'forbidden', reason: 'http 401' }],
    [403, error('BotNotInConversationRoster'), { type: 'forbidden', reason: 'BotNotInConversationRoster (403)' }],
    [404, error('ConversationNotFound'), { type: 'gone', what: 'conversation', reason: 'ConversationNotFound (404)' }],
    [
      404,
      error('ActivityNotFoundInConversation'),
      { type: 'gone', what: 'message', reason: 'ActivityNotFoundInConversation (404)' },
    ],
    [404, undefined, { type: 'gone', what: 'conversation', reason: 'http 404' }],
    [413, error('MessageSizeTooBig'), { type: 'invalid', reason: 'MessageSizeTooBig (413)' }],
    [400, error('BadSyntax'), { type: 'invalid', reason: 'BadSyntax (400)' }],
    [500, error('ServiceError'), { type: 'unknown', reason: 'ServiceError (500)' }],
    [408, undefined, { type: 'unknown', reason: 'http 408', settlesInMs: 15_000 }],
  ])('with %i %o is %o', (status, body, failure) => {
    expect(failureOf(refused(status, { body }))).toEqual(failure);
  });

  it('in the words of the chat service behind it: whoever blocked the bot is written to no more', () => {
    const message = JSON.stringify({
      subCode: 'MessageWritesBlocked',
      details: 'Thread is blocked from message writes.',
    });
    expect(failureOf(refused(403, { body: { errorCode: 209, message } }))).toEqual({
      type: 'forbidden',
      reason: 'MessageWritesBlocked (403)',
    });
    expect(failureOf(refused(403, { code: 'MessageWritesBlocked' }))).toMatchObject({
      reason: 'MessageWritesBlocked (403)',
    });
  });

  it.each([
    ['an object', { 'Retry-After': '30' }],
    ['the collection of the SDK', { get: (name: string) => (name.toLowerCase() === 'retry-after' ? '30' : undefined) }],
    ['a Headers', new Headers({ 'retry-after': '30' })],
  ])('for a while says how long, in %s', (_, headers) => {
    expect(failureOf(refused(429, { headers }))).toEqual({ type: 'retry-later', afterMs: 30_000, reason: 'http 429' });
  });

  it('for a while that is no number is left to us', () => {
    expect(failureOf(refused(429, { headers: { 'retry-after': 'soon' } }))).toMatchObject({ afterMs: null });
  });

  it('never brings words of people, or a page of some proxy, into the log', () => {
    const page = refused(502, { code: '<html>010-1234-5678</html>', body: '<html>010-1234-5678</html>' });
    expect(JSON.stringify(failureOf(page))).not.toContain('010');
    expect(JSON.stringify(failureOf(refused(400, { body: error('BadSyntax') })))).not.toContain('고객');
  });

  it.each([
    ['ECONNREFUSED', { type: 'retry-later', afterMs: 5_000 }],
    ['ENOTFOUND', { type: 'retry-later', afterMs: 5_000 }],
    ['UND_ERR_CONNECT_TIMEOUT', { type: 'retry-later', afterMs: 5_000 }],
    ['ECONNRESET', { type: 'unknown' }],
    ['ETIMEDOUT', { type: 'unknown', settlesInMs: 15_000 }],
  ])('by %s may or may not have arrived', (code, failure) => {
    expect(failureOf(Object.assign(new Error('x'), { name: 'RestError', code }))).toEqual({ ...failure, reason: code });
    const beneath = Object.assign(new Error('x', { cause: { code } }), {
      name: 'RestError',
      code: 'REQUEST_SEND_ERROR',
    });
    expect(failureOf(beneath)).toEqual({ ...failure, reason: code });
  });

  it('by silence, or in the middle of an answer, may have arrived', () => {
    expect(failureOf(new DOMException('aborted', 'AbortError'))).toMatchObject({
      type: 'unknown',
      settlesInMs: 15_000,
    });
    const broken = Object.assign(new Error('x'), { name: 'RestError', code: 'PARSE_ERROR' });
    expect(failureOf(broken)).toEqual({ type: 'unknown', reason: 'PARSE_ERROR' });
  });

  it('by Microsoft giving us no token: wrong is told, out of reach is waited for', () => {
    const token = (name: string, errorCode: string) => Object.assign(new Error('secret'), { name, errorCode });
    expect(failureOf(token('ServerError', 'invalid_client'))).toEqual({
      type: 'forbidden',
      reason: 'no token: invalid_client',
    });
    expect(failureOf(token('ClientAuthError', 'network_error'))).toMatchObject({ type: 'retry-later', afterMs: 5_000 });
  });

  it('is not what breaks in our own code', () => {
    expect(failureOf(new TypeError('x is undefined'))).toBeNull();
    expect(failureOf('x')).toBeNull();
    expect(failureOf(null)).toBeNull();
  });
});
