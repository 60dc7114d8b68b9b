import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { sendJson } from '../http/answers.ts';
import { readBody } from '../http/body.ts';
import { secret } from '../ids.ts';
import { isJson, type Json, parseJson } from '../json.ts';
import type { World } from '../world.ts';
import { authMethods } from './auth.ts';
import { type Answer, fail, type Method, readArgs } from './call.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { historyMethods } from './history.ts';
import { reactionMethods } from './reactions.ts';
import { userMethods } from './users.ts';
import { viewMethods } from './views.ts';

const methods: Readonly<Record<string, Method>> = {
  ...authMethods,
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...historyMethods,
  ...reactionMethods,
  ...userMethods,
  ...viewMethods,
};

const BODY_LIMIT = 4 * 1024 * 1024;

/** The fields of a form, a JSON body or a query; a JSON body that is none is left empty, as Slack then misses every argument. */
const readFields = async (req: IncomingMessage, query: URLSearchParams): Promise<Json> => {
  const text = (await readBody(req, BODY_LIMIT)).toString('utf8');
  const type = req.headers['content-type'] ?? '';
  if (type.includes('json')) {
    const body = parseJson(text);
    return { ...Object.fromEntries(query), ...(isJson(body) ? body : {}) };
  }
  return { ...Object.fromEntries(query), ...Object.fromEntries(new URLSearchParams(text)) };
};

const refuseToken = (world: World, method: Method, token: string): Answer | null => {
  if (method.token === 'none') return null;
  if (token === '') return fail('not_authed');
  const known = token === world.tokens.bot || (world.tokens.app !== null && token === world.tokens.app);
  if (!known) return fail('invalid_auth');
  const wanted = method.token === 'app' ? world.tokens.app : world.tokens.bot;
  return token === wanted ? null : fail('not_allowed_token_type');
};

const tooMany = (res: ServerResponse, seconds: number): void => {
  res.setHeader('retry-after', String(seconds));
  sendJson(res, 429, { ok: false, error: 'ratelimited' });
};

const posts = new Set(['chat.postMessage', 'chat.update']);

/** One call of `{base}/api/{name}`: tokens, faults and limits first, then the method. */
export const handleCall = async (
  world: World,
  name: string,
  query: URLSearchParams,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> => {
  const { refuse, slowMs, retryAfter, serverErrors } = world.faults.settings();
  if (refuse) return void req.socket.destroy();
  const fields = await readFields(req, query);
  if (slowMs > 0) await wait(slowMs);
  if (world.faults.takeStorm()) return tooMany(res, retryAfter);
  if (world.faults.chance(serverErrors)) return sendJson(res, 500, { ok: false, error: 'internal_error' });
  res.setHeader('x-slack-req-id', secret());
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  // Slack answers 200 here; a 404 would make its own client try again for half an hour.
  if (!method) return sendJson(res, 200, { ok: false, error: 'unknown_method', req_method: name });
  const bearer = /^Bearer\s+(\S+)$/i.exec(req.headers.authorization ?? '')?.[1];
  const args = readArgs(fields);
  const refused = refuseToken(world, method, bearer ?? args.text('token'));
  if (refused) return sendJson(res, 200, refused);
  if (world.faults.settings().rateLimits) {
    const seconds = world.limits.take(name, method.tier, args.text('channel'));
    if (seconds !== null) return tooMany(res, seconds);
  }
  const answer = await method.run(world, args);
  if (answer.ok && posts.has(name) && world.faults.chance(world.faults.settings().dropReplyAfterPost)) {
    req.socket.destroy();
    return;
  }
  sendJson(res, 200, answer);
};
