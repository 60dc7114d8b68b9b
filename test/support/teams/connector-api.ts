import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { readBody } from '../../../adapters/sandbox/http/body.ts';
import { isJson, type Json, parseJson } from '../../../adapters/sandbox/json.ts';
import type { Answer } from './connector-answer.ts';
import * as say from './connector-answer.ts';
import { type Conversation, type Conversations, placeOf } from './conversations.ts';
import type { Call, Faults } from './faults.ts';
import type { Scope, ThreadLimits } from './limits.ts';
import type { LocalIssuer } from './local-issuer.ts';
import { membersApi } from './members-api.ts';
import { startConversation } from './start-conversation.ts';
import type { TeamsSeed } from './teams-seed.ts';

/** A whole message with its cards, in UTF-16. */
const largestMessage = 100 * 1_024;
const largestBody = 4 * 1_024 * 1_024;

export type ConnectorContext = {
  readonly seed: TeamsSeed;
  readonly conversations: Conversations;
  readonly issuer: Pick<LocalIssuer, 'knows'>;
  readonly limits: ThreadLimits;
  readonly faults: Faults;
  /** Null: the bot may write there. */
  readonly barred: (conversation: Conversation) => Answer | null;
};

/** What a call is, whom it is counted against, and what it does once nothing stands in its way. */
export type Operation = {
  readonly call: Call;
  readonly scope: Scope;
  readonly counted: string;
  readonly perform: () => Answer;
};

/** The Bot Connector's REST interface, below the service address. */
export function connectorApi(context: ConnectorContext) {
  const { conversations, seed, faults, limits } = context;
  const bot = `28:${seed.bot.appId}`;
  const members = membersApi(context);

  function operation(method: string, path: readonly string[], query: URLSearchParams, body: Json): Operation | null {
    const [version, what, id = '', part, item] = path;
    if (version !== 'v3' || what !== 'conversations') return null;
    if (path.length === 2) return method === 'POST' ? startConversation(context, body) : null;
    const conversation = conversations.find(id);
    const { channel } = placeOf(id);
    const inside = (call: Call, scope: Scope, act: (there: Conversation) => Answer): Operation => ({
      call,
      scope,
      counted: channel,
      perform: () => (conversation === null ? say.noConversation : (context.barred(conversation) ?? act(conversation))),
    });
    if (part === 'activities') {
      if (method === 'POST') return inside('post', 'send', (there) => post(there, id, item ?? null, body));
      if (method === 'PUT') return inside('update', 'send', (there) => update(there, item ?? '', body));
      if (method === 'DELETE') return inside('delete', 'send', (there) => remove(there, item ?? ''));
    }
    if (method === 'GET' && (part === 'members' || part === 'pagedmembers')) {
      return inside('read', 'members', (there) => members(there, part, item ?? null, query));
    }
    return null;
  }

  function post({ id, kind }: Conversation, asked: string, replyTo: string | null, activity: Json): Answer {
    if (isTooBig(activity)) return say.tooBig;
    const named = placeOf(asked).thread;
    if (kind === 'personal') {
      if (replyTo !== null && isMessageId(replyTo) && conversations.message(id, replyTo) === null) {
        return say.noActivity;
      }
      return say.done({ id: conversations.post(id, bot, null, activity).id }, 201);
    }
    const above = named ?? (replyTo !== null && isMessageId(replyTo) ? replyTo : null);
    if (above === null) return say.done({ id: conversations.post(id, bot, null, activity).id }, 201);
    const parent = conversations.message(id, above);
    if (parent === null) return say.noActivity;
    return say.done({ id: conversations.post(id, bot, parent.thread ?? parent.id, activity).id }, 201);
  }

  function update({ id }: Conversation, message: string, activity: Json): Answer {
    if (isTooBig(activity)) return say.tooBig;
    const before = conversations.message(id, message);
    if (before === null) return say.noActivity;
    if (before.from !== bot) return say.notYours;
    conversations.replace(id, message, activity);
    return say.done({ id: message });
  }

  function remove({ id }: Conversation, message: string): Answer {
    const before = conversations.message(id, message);
    if (before === null) return say.noActivity;
    if (before.from !== bot) return say.notYours;
    conversations.remove(id, message);
    return say.done(null);
  }

  async function handle(req: IncomingMessage, res: ServerResponse, path: string, query: URLSearchParams) {
    const text = (await readBody(req, largestBody)).toString('utf8');
    if (!(await context.issuer.knows(req.headers.authorization))) return say.send(res, say.denied);
    const body = text === '' ? {} : parseJson(text);
    if (!isJson(body)) return say.send(res, say.badRequest('The body is no JSON object.'));
    const steps = path.split('/').filter(Boolean).map(decodeURIComponent);
    const asked = operation(req.method ?? 'GET', steps, query, body);
    if (asked === null) return say.send(res, say.refusal(404, 'NotFound', `There is no ${req.method} ${path} here.`));
    return carryOut(asked, res);
  }

  async function carryOut({ call, scope, counted, perform }: Operation, res: ServerResponse): Promise<unknown> {
    const fault = faults.take(call);
    if (fault?.type === 'cut') return res.destroy();
    if (fault?.type === 'limit') return say.send(res, say.throttled(fault.retryAfterSeconds));
    if (fault?.type === 'status' && fault.taken !== true) return say.send(res, say.failure(fault.status));
    const wait = limits.take(scope, counted);
    if (wait !== null) return say.send(res, say.throttled(wait));
    const answer = perform();
    if (fault?.type === 'slow') await sleep(fault.ms);
    if (fault?.type === 'lose-answer') return res.destroy();
    if (fault?.type === 'status') return say.send(res, say.failure(fault.status));
    return say.send(res, answer);
  }

  return { handle };
}

/** Two bytes a character, Korean or not. */
export const isTooBig = (activity: unknown): boolean => JSON.stringify(activity).length * 2 > largestMessage;

/** botbuilder answers a conversation that it continues by itself under an id it makes up; Teams takes that for a post. */
const isMessageId = (id: string): boolean => /^\d+$|^1:/.test(id);
