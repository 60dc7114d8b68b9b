import type { Answer } from './connector-answer.ts';
import * as say from './connector-answer.ts';
import type { ConnectorContext } from './connector-api.ts';
import { type Conversation, userMri } from './conversations.ts';
import type { TeamsUser } from './teams-seed.ts';

const pages = { usual: 200, fewest: 50, most: 500 };

/** Who is in a conversation; a channel has the members of its team. */
export function membersApi({ seed, conversations }: Pick<ConnectorContext, 'seed' | 'conversations'>) {
  const account = (user: TeamsUser) => {
    const [surname = '', givenName = ''] = /^\p{Script=Hangul}/u.test(user.name)
      ? [user.name.slice(0, 1), user.name.slice(1)]
      : user.name.split(' ').toReversed();
    return {
      id: userMri(user),
      name: user.name,
      objectId: user.aadObjectId,
      givenName,
      surname,
      email: user.email,
      userPrincipalName: user.email,
      tenantId: user.tenantId ?? seed.bot.tenantId,
      userRole: user.isGuest === true ? 'guest' : 'user',
    };
  };

  return (
    conversation: Conversation,
    part: 'members' | 'pagedmembers',
    id: string | null,
    query: URLSearchParams,
  ): Answer => {
    const all = conversations.members(conversation);
    if (id !== null) {
      const found = all.find((user) => user.aadObjectId === id || userMri(user) === id);
      return found === undefined
        ? say.refusal(404, 'MemberNotFoundInConversation', 'Member not found in conversation.')
        : say.done(account(found));
    }
    if (part === 'members') return say.done(all.map(account));
    const asked = Number(query.get('pageSize') ?? pages.usual);
    const size = Math.min(pages.most, Math.max(pages.fewest, asked));
    const from = Number(query.get('continuationToken') ?? 0);
    const next = from + size < all.length ? { continuationToken: String(from + size) } : {};
    return say.done({ members: all.slice(from, from + size).map(account), ...next });
  };
}
