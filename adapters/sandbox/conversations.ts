import type { Json } from './json.ts';
import { directOf, type SeedChannel } from './seed.ts';
import type { World } from './world.ts';

/** A public channel, or the direct conversation of one person with the app. */
export type Conversation =
  | { readonly kind: 'channel'; readonly id: string; readonly channel: SeedChannel }
  | { readonly kind: 'direct'; readonly id: string; readonly user: string };

type Known = Pick<World, 'seed'>;

export const allConversations = (world: Known): readonly Conversation[] => [
  ...world.seed.channels.map((channel): Conversation => ({ kind: 'channel', id: channel.id, channel })),
  ...world.seed.users.map((user): Conversation => ({ kind: 'direct', id: directOf(user.id), user: user.id })),
];

export const findConversation = (world: Known, id: string): Conversation | null =>
  allConversations(world).find((each) => each.id === id) ?? null;

/** What `chat.postMessage` takes for a channel: its id, its name, or a person's id. */
export const findDestination = (world: Known, named: string): Conversation | null =>
  findConversation(world, named) ??
  allConversations(world).find((each) =>
    each.kind === 'direct' ? each.user === named : each.channel.name === named.replace(/^#/, ''),
  ) ??
  null;

export const maySee = (conversation: Conversation, userId: string): boolean =>
  conversation.kind === 'channel' || conversation.user === userId;

export const appIsMember = (world: World, conversation: Conversation): boolean =>
  conversation.kind === 'direct' ||
  conversation.channel.withoutApp !== true ||
  world.joined.get(conversation.id) === true;

/** Whom a change in the conversation concerns: everybody, or the one person whose it is. */
export const audienceOf = (conversation: Conversation | null): string | null =>
  conversation?.kind === 'direct' ? conversation.user : null;

/** The `name` that payloads carry. */
export const nameOf = (conversation: Conversation): string =>
  conversation.kind === 'direct' ? 'directmessage' : conversation.channel.name;

export const conversationJson = (world: World, conversation: Conversation): Json => {
  if (conversation.kind === 'direct') {
    return { id: conversation.id, created: 0, is_im: true, is_archived: false, user: conversation.user, is_open: true };
  }
  const { channel } = conversation;
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: false,
    is_archived: channel.archived === true,
    is_general: false,
    is_shared: false,
    is_member: appIsMember(world, conversation),
    created: 0,
    creator: world.seed.users[0]?.id ?? '',
    context_team_id: world.seed.team.id,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    num_members: world.seed.users.length + 1,
  };
};
