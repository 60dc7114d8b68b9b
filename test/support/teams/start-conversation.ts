import { isJson, type Json, listOf, textOf } from '../../../adapters/sandbox/json.ts';
import type { Answer } from './connector-answer.ts';
import * as say from './connector-answer.ts';
import { type ConnectorContext, isTooBig, type Operation } from './connector-api.ts';

/** `POST /v3/conversations`: a post in a channel, or a personal chat with one member. Groups cannot be made. */
export function startConversation(context: ConnectorContext, asked: Json): Operation {
  const { conversations, seed } = context;
  const bot = `28:${seed.bot.appId}`;
  const data = isJson(asked['channelData']) ? asked['channelData'] : {};
  const activity = isJson(asked['activity']) ? asked['activity'] : null;
  const channel = textOf(data['channel'], 'id') || textOf(data['team'], 'id');
  const call = activity === null ? 'create' : 'post';
  if (channel !== '') return { call, scope: 'create', counted: channel, perform: () => postIn(channel) };
  const wanted = listOf(asked['members']).map((member) => textOf(member, 'id'));
  const [member = ''] = wanted;
  return {
    call,
    scope: 'create',
    counted: member,
    perform: () =>
      wanted.length === 1
        ? chatWith(member)
        : say.badRequest('A bot can start a conversation with exactly one member.'),
  };

  function postIn(id: string): Answer {
    const there = conversations.find(id);
    if (there === null || there.kind !== 'channel') return say.noConversation;
    const bar = context.barred(there);
    if (bar !== null) return bar;
    if (activity === null) return say.badRequest('A post in a channel needs an activity.');
    if (isTooBig(activity)) return say.tooBig;
    const { id: activityId } = conversations.post(id, bot, null, activity);
    return say.done({ id: `${id};messageid=${activityId}`, activityId }, 201);
  }

  function chatWith(id: string): Answer {
    const tenant = textOf(data['tenant'], 'id') || textOf(asked, 'tenantId');
    if (tenant !== seed.bot.tenantId) return say.badRequest('Incorrect conversation creation parameters');
    if (id.includes('@')) return say.badRequest('Invalid user identity in provided tenant');
    const user = conversations.userBy(id);
    if (user === null || user.tenantId !== undefined) return say.noConversation;
    const chat = conversations.find(conversations.direct(user));
    if (chat === null) return say.noConversation;
    if (context.barred(chat) !== null) return say.notInstalled;
    if (activity === null) return say.done({ id: chat.id }, 201);
    if (isTooBig(activity)) return say.tooBig;
    return say.done({ id: chat.id, activityId: conversations.post(chat.id, bot, null, activity).id }, 201);
  }
}
