import { appIsMember, findConversation, findDestination } from '../conversations.ts';
import { messageJson } from '../message-json.ts';
import type { StoredMessage } from '../messages.ts';
import { findPerson } from '../people.ts';
import { removeMessage } from '../remove-message.ts';
import type { World } from '../world.ts';
import { type Answer, type Args, done, fail, type Method } from './call.ts';
import { isRefused, readContent, saysNothing } from './content.ts';

/** The conversation to write in, or Slack's refusal. */
const writable = (world: World, named: string): { readonly id: string } | Answer => {
  const conversation = findDestination(world, named);
  if (!conversation) return fail('channel_not_found');
  if (conversation.kind === 'channel' && conversation.channel.archived === true) return fail('is_archived');
  return appIsMember(world, conversation) ? { id: conversation.id } : fail('not_in_channel');
};

/** The thread a message joins: always the head's, as a reply to a reply lands in the same thread. */
const threadOf = (world: World, channel: string, ts: string): string | null => {
  if (ts === '') return null;
  return world.messages.find(channel, ts)?.threadTs ?? ts;
};

/** A message of the app's own, or Slack's refusal under the name that belongs to the method. */
const ownMessage = (world: World, args: Args, foreign: string): StoredMessage | Answer => {
  const conversation = findConversation(world, args.text('channel'));
  if (!conversation) return fail('channel_not_found');
  const message = world.messages.find(conversation.id, args.text('ts'));
  if (!message || message.onlyFor !== null || message.tombstone) return fail('message_not_found');
  return message.user === world.seed.bot.userId ? message : fail(foreign);
};

const isMessage = (found: StoredMessage | Answer): found is StoredMessage => 'channel' in found && 'threadTs' in found;

const truncation = { warning: 'message_truncated', response_metadata: { warnings: ['message_truncated'] } };

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': {
    tier: 'posting',
    run: (world, args) => {
      const place = writable(world, args.text('channel'));
      if ('ok' in place) return place;
      const content = readContent(world, args, 'truncate');
      if (isRefused(content)) return content;
      if (saysNothing(content)) return fail('no_text');
      const threadTs = threadOf(world, place.id, args.text('thread_ts'));
      const head = threadTs === null ? null : world.messages.find(place.id, threadTs);
      if (threadTs !== null && (!head || head.onlyFor !== null)) return fail('thread_not_found');
      const message = world.messages.post({
        channel: place.id,
        user: world.seed.bot.userId,
        text: content.text ?? '',
        blocks: content.blocks ?? [],
        attachments: content.attachments ?? [],
        metadata: content.metadata ?? null,
        threadTs,
      });
      return done({
        channel: place.id,
        ts: message.ts,
        message: messageJson(world, message, true),
        ...(content.truncated ? truncation : {}),
      });
    },
  },
  'chat.update': {
    tier: 'tier3',
    run: (world, args) => {
      const message = ownMessage(world, args, 'cant_update_message');
      if (!isMessage(message)) return message;
      const content = readContent(world, args, 'refuse');
      if (isRefused(content)) return content;
      const changed = {
        ...message,
        text: content.text ?? message.text,
        blocks: content.blocks ?? message.blocks,
        attachments: content.attachments ?? message.attachments,
        metadata: content.metadata === undefined ? message.metadata : content.metadata,
        edited: { user: world.seed.bot.userId, ts: `${Math.floor(world.now() / 1000)}.000000` },
      };
      if (saysNothing({ ...changed, truncated: false })) return fail('no_text');
      world.messages.replace(changed);
      const { channel, ts, text } = changed;
      return done({ channel, ts, text, message: messageJson(world, changed, true) });
    },
  },
  'chat.delete': {
    tier: 'tier3',
    run: (world, args) => {
      const message = ownMessage(world, args, 'cant_delete_message');
      if (!isMessage(message)) return message;
      removeMessage(world, message);
      return done({ channel: message.channel, ts: message.ts });
    },
  },
  'chat.postEphemeral': {
    tier: 'tier4',
    run: (world, args) => {
      const place = writable(world, args.text('channel'));
      if ('ok' in place) return place;
      const person = findPerson(world, args.text('user'));
      if (!person) return fail('user_not_in_channel');
      const content = readContent(world, args, 'refuse');
      if (isRefused(content)) return content;
      if (saysNothing(content)) return fail('no_text');
      const message = world.messages.post({
        channel: place.id,
        user: world.seed.bot.userId,
        text: content.text ?? '',
        blocks: content.blocks ?? [],
        threadTs: threadOf(world, place.id, args.text('thread_ts')),
        onlyFor: person.id,
      });
      return done({ message_ts: message.ts });
    },
  },
  'chat.getPermalink': {
    tier: 'special',
    run: (world, args) => {
      const channel = args.text('channel');
      if (!findConversation(world, channel)) return fail('channel_not_found');
      const message = world.messages.find(channel, args.text('message_ts'));
      if (!message) return fail('message_not_found');
      const thread = message.threadTs === null ? '' : `?thread_ts=${message.threadTs}&cid=${channel}`;
      const permalink = `${world.address()}/archives/${channel}/p${message.ts.replace('.', '')}${thread}`;
      return done({ channel, permalink });
    },
  },
};
