import type { IncomingMessage, ServerResponse } from 'node:http';
import { type App, HTTPReceiver } from '@slack/bolt';
import type { Log } from '../../src/ports/ambient.ts';
import type { Route } from '../../src/ports/http.ts';
import { isRecord, list, record, text } from '../payload.ts';
import { readBody } from '../read-body.ts';
import { sdkLog } from './sdk-log.ts';

export const eventsPath = '/slack/events';
/** Ample: the longest message of 40,000 characters, as text and as blocks, percent-encoded. */
const bodyLimit = 2 * 1024 * 1024;

/** A signed body that is no payload of Slack's. */
class MalformedPayload extends Error {
  readonly code = 'SLACK_MALFORMED';
}

export type Door = { readonly receiver: HTTPReceiver; readonly route: Route };

/** Bolt's receiver inside our one server. Bolt checks signature and age; what it would choke on is turned away here. */
export function door(signingSecret: string, log: Log): Door {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: [eventsPath],
    bodyLimit,
    logger: sdkLog(log),
    processEventErrorHandler: async ({ error, response }) => {
      log.warn('slack request not understood', { reason: error.name });
      if (!response.headersSent) end(response, 400);
      return true;
    },
    unhandledRequestHandler: ({ response }) => {
      log.error('slack request not acknowledged in time');
      if (!response.headersSent) end(response, 503);
    },
  });
  return {
    receiver,
    route: { path: eventsPath, loopbackOnly: false, handle: (req, res) => enter(receiver, req, res, log) },
  };
}

async function enter(receiver: HTTPReceiver, req: IncomingMessage, res: ServerResponse, log: Log): Promise<void> {
  if (req.url?.split('?')[0] !== eventsPath) return end(res, 404);
  if (req.method !== 'POST') return end(res, 405, { allow: 'POST' });
  const body = await readBody(req, bodyLimit);
  if (body === 'too large') return end(res, 413, { connection: 'close' });
  if (body === 'broken off') return void res.destroy();
  if (isNothing(body)) {
    log.warn('slack request not understood', { reason: 'empty' });
    return end(res, 400);
  }
  // Bolt compares the whole header and would read a form with a charset as JSON.
  const type = req.headers['content-type'];
  if (type?.startsWith('application/x-www-form-urlencoded;')) {
    req.headers['content-type'] = 'application/x-www-form-urlencoded';
  }
  receiver.requestListener(Object.assign(req, { rawBody: body }), res);
}

/** Bolt reads fields of whatever JSON it finds; of `null` it cannot, and the process would end. */
function isNothing(body: Buffer): boolean {
  if (body.length === 0) return true;
  if (body.length > 64) return false;
  return /^(?:\s*|(?:.*&)?payload=(?:\+|%20)*)null(?:(?:\s|\+|%20)*|&.*)$/i.test(body.toString());
}

function end(res: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  res.writeHead(status, headers);
  res.end();
}

/** Looks at every payload before Bolt does, over HTTP and over a socket alike. */
export function guard(app: App, tenant: string, log: Log): void {
  const process = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    const body: unknown = event.body;
    if (!isRecord(body) || !isPayload(body)) throw new MalformedPayload('no payload of Slack');
    if (isForeign(body, tenant)) {
      // Failing for one workspace would make Slack stop delivering to all.
      log.info('slack team unknown');
      return event.ack();
    }
    return process(event);
  };
}

/** Of a workspace that is not ours. */
export function isForeign(body: Record<string, unknown>, tenant: string): boolean {
  const team = teamOf(body);
  return team !== null && team !== tenant;
}

/** The shapes Bolt tells apart; anything else it would leave unanswered for three seconds. */
function isPayload(body: Record<string, unknown>): boolean {
  if (isRecord(body['event'])) return text(body['event']['type']) !== null;
  if (typeof body['command'] === 'string') return true;
  return typeof body['type'] === 'string' && isRecord(body['user']);
}

function teamOf(body: Record<string, unknown>): string | null {
  const installed = text(record(body['view'])['app_installed_team_id']);
  // In a shared channel the event names the author's workspace; whose installation it is for stands beside it.
  const authorized = text(record(list(body['authorizations'])[0])['team_id']);
  return installed ?? authorized ?? text(body['team_id']) ?? text(record(body['team'])['id']);
}
