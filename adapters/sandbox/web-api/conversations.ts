import {
  allConversations,
  appIsMember,
  type Conversation,
  conversationJson,
  findConversation,
} from '../conversations.ts';
import { findPerson } from '../people.ts';
import { directOf } from '../seed.ts';
import type { World } from '../world.ts';
import { type Answer, type Args, done, fail, type Method, nextCursor, page } from './call.ts';

const withConversation =
  (run: (world: World, args: Args, conversation: Conversation) => Answer): Method['run'] =>
  (world, args) => {
    const conversation = findConversation(world, args.text('channel'));
    return conversation ? run(world, args, conversation) : fail('channel_not_found');
  };

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.list': {
    tier: 'tier2',
    run: (world, args) => {
      const types = (args.text('types') || 'public_channel').split(',').map((each) => each.trim());
      const known = ['public_channel', 'private_channel', 'mpim', 'im'];
      if (types.some((each) => !known.includes(each))) return fail('invalid_types');
      const listed = allConversations(world).filter((each) => {
        if (each.kind === 'direct') return types.includes('im');
        return types.includes('public_channel') && !(args.flag('exclude_archived') && each.channel.archived === true);
      });
      const found = page(listed, args, 100);
      return found
        ? done({ channels: found.items.map((each) => conversationJson(world, each)), ...nextCursor(found.next) })
        : fail('invalid_cursor');
    },
  },
  'conversations.info': {
    tier: 'tier3',
    run: withConversation((world, _args, found) => done({ channel: conversationJson(world, found) })),
  },
  'conversations.open': {
    tier: 'tier3',
    run: (world, args) => {
      const users = args.text('users').split(',').filter(Boolean);
      const given = args.has('channel') ? findConversation(world, args.text('channel')) : null;
      if (args.has('channel')) {
        return given?.kind === 'direct' ? done({ channel: conversationJson(world, given) }) : fail('channel_not_found');
      }
      const [user, ...others] = users;
      if (user === undefined) return fail('users_list_not_supplied');
      // A conversation of several people needs a scope (mpim:write) that this app has not got.
      if (others.length > 0) return { ok: false, error: 'missing_scope', needed: 'mpim:write', provided: 'im:write' };
      const conversation = findPerson(world, user) ? findConversation(world, directOf(user)) : null;
      if (!conversation) return fail('user_not_found');
      const channel = args.flag('return_im') ? conversationJson(world, conversation) : { id: conversation.id };
      return done({ no_op: true, already_open: true, channel });
    },
  },
  'conversations.members': {
    tier: 'tier4',
    run: withConversation((world, args, found) => {
      const people = found.kind === 'direct' ? [found.user] : world.seed.users.map((each) => each.id);
      const members = appIsMember(world, found) ? [...people, world.seed.bot.userId] : people;
      const shown = page(members, args, 100);
      return shown ? done({ members: shown.items, ...nextCursor(shown.next) }) : fail('invalid_cursor');
    }),
  },
  'conversations.join': {
    tier: 'tier3',
    run: withConversation((world, _args, found) => {
      if (found.kind === 'direct') return fail('method_not_supported_for_channel_type');
      if (found.channel.archived === true) return fail('is_archived');
      const already = appIsMember(world, found);
      if (!already) world.joined.put(found.id, true);
      const channel = conversationJson(world, found);
      return done(already ? { channel, warning: 'already_in_channel' } : { channel });
    }),
  },
};
