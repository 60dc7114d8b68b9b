import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../adapters/slack/failures.ts';

const said = (error: string, metadata = {}) =>
  new WebAPIPlatformError({ ok: false, error, response_metadata: metadata });
const network = (code: string) =>
  new WebAPIRequestError(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }));

describe('what Slack refuses', () => {
  it.each([
    ['channel_not_found', { type: 'gone', what: 'conversation' }],
    ['is_archived', { type: 'gone', what: 'conversation' }],
    ['user_disabled', { type: 'gone', what: 'conversation' }],
    ['message_not_found', { type: 'gone', what: 'message' }],
    ['cant_update_message', { type: 'gone', what: 'message' }],
    ['edit_window_closed', { type: 'gone', what: 'message' }],
    ['not_in_channel', { type: 'forbidden' }],
    ['missing_scope', { type: 'forbidden' }],
    ['invalid_auth', { type: 'forbidden' }],
    ['token_revoked', { type: 'forbidden' }],
    ['account_inactive', { type: 'forbidden' }],
    ['invalid_blocks', { type: 'invalid' }],
    ['msg_blocks_too_long', { type: 'invalid' }],
    ['msg_too_long', { type: 'invalid' }],
    ['never_heard_of_it', { type: 'invalid' }],
    ['ratelimited', { type: 'retry-later', afterMs: null }],
    ['service_unavailable', { type: 'retry-later', afterMs: null }],
    ['internal_error', { type: 'unknown' }],
    ['fatal_error', { type: 'unknown' }],
  ])('as %s is %o', (error, failure) => {
    expect(failureOf(said(error))).toEqual({ ...failure, reason: error });
  });

  it('for a while says how long', () => {
    expect(failureOf(new WebAPIRateLimitedError(30))).toEqual({
      type: 'retry-later',
      afterMs: 30_000,
      reason: 'ratelimited',
    });
    expect(failureOf(said('ratelimited', { retryAfter: 5 }))).toMatchObject({ afterMs: 5_000 });
  });

  it('in a block says where, and nothing of what stands there', () => {
    const messages = ['[ERROR] must be less than 3001 characters "고객의 말" [json-pointer:/blocks/0/text/text]'];
    expect(failureOf(said('invalid_blocks', { messages }))).toEqual({
      type: 'invalid',
      reason: 'invalid_blocks at /blocks/0/text/text',
    });
  });

  it.each([
    [500, 'unknown'],
    [502, 'unknown'],
    [408, 'unknown'],
    [403, 'forbidden'],
    [404, 'invalid'],
  ])('with status %i is %s', (status, type) => {
    expect(failureOf(new WebAPIHTTPError(status, '', {}))).toMatchObject({ type });
  });

  it.each([
    ['ECONNREFUSED', 'retry-later'],
    ['ENOTFOUND', 'retry-later'],
    ['UND_ERR_CONNECT_TIMEOUT', 'retry-later'],
    ['ECONNRESET', 'unknown'],
    ['UND_ERR_SOCKET', 'unknown'],
  ])('by %s may or may not have arrived: %s', (code, type) => {
    expect(failureOf(network(code))).toEqual({
      type,
      reason: code,
      ...(type === 'retry-later' ? { afterMs: 5_000 } : {}),
    });
  });

  it('by silence may have arrived', () => {
    const silence = new WebAPIRequestError(new DOMException('The operation was aborted', 'TimeoutError'));
    expect(failureOf(silence)).toEqual({ type: 'unknown', reason: 'TimeoutError', settlesInMs: 15_000 });
  });

  it.each([
    ['stopped coming', new DOMException('The operation was aborted due to timeout', 'TimeoutError'), 'TimeoutError'],
    [
      'broke off',
      new TypeError('terminated', { cause: Object.assign(new Error(), { code: 'UND_ERR_SOCKET' }) }),
      'UND_ERR_SOCKET',
    ],
  ])('by an answer that %s in the middle may have arrived', (_, thrown, reason) => {
    expect(failureOf(thrown)).toMatchObject({ type: 'unknown', reason });
  });

  it('as a page of some proxy is not repeated in the log', () => {
    const page = failureOf(said('<html>010-1234-5678</html>'));
    expect(page).toEqual({ type: 'unknown', reason: 'not an answer of Slack' });
  });

  it('is not what breaks in our own code', () => {
    expect(failureOf(new TypeError('x is undefined'))).toBeNull();
  });
});
