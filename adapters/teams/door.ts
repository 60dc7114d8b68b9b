import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../../src/ports/ambient.ts';
import type { Route } from '../../src/ports/http.ts';
import { isRecord, record, text } from '../payload.ts';
import { readBody } from '../read-body.ts';
import type { Connector } from './connector.ts';

export const messagesPath = '/api/messages';
/** Ample: a message of a hundred kilobytes with the card that was pressed. */
const bodyLimit = 1024 * 1024;

/** What is answered: `body` for an invoke, which Teams sends again when it gets none. */
export type Answer = { readonly status: number; readonly body: unknown };
/** Takes what Teams really sent, of whatever shape. Never rejects. */
export type Take = (activity: Record<string, unknown>) => Promise<Answer>;

/**
 * The way in from Teams. The SDK checks the token: signature, issuer, audience, and that the service address in the body
 * is the one that was signed. Whose tenant it is, it does not look at: that is looked at behind this door.
 */
export function door(connector: Pick<Connector, 'authenticate'>, take: Take, log: Log): Route {
  return {
    path: messagesPath,
    loopbackOnly: false,
    handle: async (req, res) => {
      if (req.url?.split('?')[0] !== messagesPath) return end(res, 404);
      if (req.method !== 'POST') return end(res, 405, { allow: 'POST' });
      const body = await readBody(req, bodyLimit);
      if (body === 'too large') return end(res, 413, { connection: 'close' });
      if (body === 'broken off') return void res.destroy();
      const activity = activityIn(body);
      if (activity === null) return end(res, 400);
      if (!(await isTheirs(req, activity, connector, log))) return end(res, 401);
      const answer = await take(activity);
      if (answer.body === undefined) return end(res, answer.status);
      res.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    },
  };
}

function activityIn(body: Buffer): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    return isRecord(parsed) && text(parsed['type']) !== null ? parsed : null;
  } catch {
    return null;
  }
}

/** Whatever the SDK throws (for a foreign signature a bare error), it means: not from Teams. */
async function isTheirs(
  req: IncomingMessage,
  activity: Record<string, unknown>,
  connector: Pick<Connector, 'authenticate'>,
  log: Log,
): Promise<boolean> {
  try {
    await connector.authenticate(activity, req.headers.authorization ?? '');
    return true;
  } catch (thrown) {
    log.warn('teams request turned away', { reason: text(record(thrown)['name']) ?? 'unknown' });
    return false;
  }
}

function end(res: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  res.writeHead(status, headers);
  res.end();
}
