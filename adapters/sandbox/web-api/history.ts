import { appIsMember, findConversation } from '../conversations.ts';
import { messageJson, repliesTo } from '../message-json.ts';
import type { StoredMessage } from '../messages.ts';
import type { World } from '../world.ts';
import { type Answer, type Args, done, fail, type Method, nextCursor, page } from './call.ts';

/** The conversation named in the call if the app may read it, or Slack's refusal. */
const readable = (world: World, args: Args): string | Answer => {
  const conversation = findConversation(world, args.text('channel'));
  if (!conversation) return fail('channel_not_found');
  return appIsMember(world, conversation) ? conversation.id : fail('not_in_channel');
};

/** Time stamps compare as text: all of them have ten digits, a point and six digits. */
const within = (args: Args, ts: string): boolean => {
  const oldest = args.text('oldest');
  const latest = args.text('latest');
  const inclusive = args.flag('inclusive');
  const after = oldest === '' || Number(ts) > Number(oldest) || (inclusive && ts === oldest);
  const before = latest === '' || Number(ts) < Number(latest) || (inclusive && ts === latest);
  return after && before;
};

const listed = (world: World, args: Args, messages: readonly StoredMessage[], extra: object): Answer => {
  const found = page(messages, args, 100);
  if (!found) return fail('invalid_cursor');
  const withMetadata = args.flag('include_all_metadata');
  return done({
    messages: found.items.map((each) => messageJson(world, each, withMetadata)),
    has_more: found.next !== '',
    ...extra,
    ...(found.next === '' ? {} : nextCursor(found.next)),
  });
};

export const historyMethods: Readonly<Record<string, Method>> = {
  'conversations.history': {
    tier: 'tier3',
    run: (world, args) => {
      const channel = readable(world, args);
      if (typeof channel !== 'string') return channel;
      const top = world.messages
        .inChannel(channel)
        .filter((each) => each.onlyFor === null && (each.threadTs === null || each.threadTs === each.ts))
        .filter((each) => within(args, each.ts));
      return listed(world, args, [...top].reverse(), { pin_count: 0 });
    },
  },
  'conversations.replies': {
    tier: 'tier3',
    run: (world, args) => {
      const channel = readable(world, args);
      if (typeof channel !== 'string') return channel;
      const root = world.messages.find(channel, args.text('ts'));
      if (!root || root.onlyFor !== null) return fail('thread_not_found');
      // The message at the head of the thread is always told, whatever the window.
      const replies = repliesTo(world, root).filter((each) => within(args, each.ts));
      return listed(world, args, [root, ...replies], {});
    },
  },
};
