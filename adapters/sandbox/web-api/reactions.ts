import { findConversation } from '../conversations.ts';
import { done, fail, type Method } from './call.ts';

export const reactionMethods: Readonly<Record<string, Method>> = {
  'reactions.add': {
    tier: 'tier3',
    run: (world, args) => {
      const name = args.text('name').replaceAll(':', '');
      if (!/^[\p{L}\d_+'-]+$/u.test(name)) return fail('invalid_name');
      if (!findConversation(world, args.text('channel'))) return fail('channel_not_found');
      const message = world.messages.find(args.text('channel'), args.text('timestamp'));
      if (!message || message.onlyFor !== null) return fail('message_not_found');
      const app = world.seed.bot.userId;
      const before = message.reactions.find((each) => each.name === name);
      if (before?.users.includes(app)) return fail('already_reacted');
      const others = message.reactions.filter((each) => each.name !== name);
      const users = [...(before?.users ?? []), app];
      world.messages.replace({ ...message, reactions: [...others, { name, users }] });
      return done();
    },
  },
};
