import { allConversations, appIsMember, conversationJson } from '../conversations.ts';
import { botJson, findPerson, userJson } from '../people.ts';
import { done, fail, type Method, nextCursor, page } from './call.ts';

export const userMethods: Readonly<Record<string, Method>> = {
  'users.info': {
    tier: 'tier4',
    run: (world, args) => {
      const id = args.text('user');
      if (id === world.seed.bot.userId) return done({ user: botJson(world) });
      const person = findPerson(world, id);
      return person ? done({ user: userJson(world, person, args.flag('include_locale')) }) : fail('user_not_found');
    },
  },
  'users.list': {
    tier: 'tier2',
    run: (world, args) => {
      const includeLocale = args.flag('include_locale');
      const people = world.seed.users.map((each) => userJson(world, findPerson(world, each.id) ?? each, includeLocale));
      const found = page([...people, botJson(world)], args, 1000);
      return found
        ? done({ members: found.items, cache_ts: Math.floor(world.now() / 1000), ...nextCursor(found.next) })
        : fail('invalid_cursor');
    },
  },
  'users.lookupByEmail': {
    tier: 'tier3',
    run: (world, args) => {
      const email = args.text('email').toLowerCase();
      if (email === '') return fail('invalid_arguments', ['missing required field: email']);
      const user = world.seed.users.find((each) => each.email?.toLowerCase() === email);
      const person = user && findPerson(world, user.id);
      return person ? done({ user: userJson(world, person, false) }) : fail('users_not_found');
    },
  },
  'users.conversations': {
    tier: 'tier3',
    run: (world, args) => {
      const types = (args.text('types') || 'public_channel').split(',');
      const mine = allConversations(world).filter(
        (each) => appIsMember(world, each) && types.includes(each.kind === 'direct' ? 'im' : 'public_channel'),
      );
      const found = page(mine, args, 100);
      return found
        ? done({ channels: found.items.map((each) => conversationJson(world, each)), ...nextCursor(found.next) })
        : fail('invalid_cursor');
    },
  },
};
