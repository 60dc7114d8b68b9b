import { type Conversation, findConversation, nameOf } from './conversations.ts';
import type { Json } from './json.ts';
import { handleOf } from './people.ts';
import type { SandboxUser } from './protocol.ts';
import type { World } from './world.ts';

/** What every interaction carries: who, in which workspace, for which app. */
export const interactionBase = (world: World, type: string, person: SandboxUser): Json => ({
  type,
  user: {
    id: person.id,
    username: handleOf(person),
    name: handleOf(person),
    team_id: person.team ?? world.seed.team.id,
  },
  api_app_id: world.seed.bot.appId,
  token: 'sandbox',
  team: { id: world.seed.team.id, domain: world.seed.team.domain },
  enterprise: null,
  is_enterprise_install: false,
});

export const channelRef = (world: World, channel: string): Json => {
  const conversation = findConversation(world, channel);
  return { id: channel, name: conversation ? nameOf(conversation) : '' };
};

export const responseUrl = (world: World, key: string): string => `${world.address()}/response/${key}`;

/** The form fields of a slash command. */
export const commandPayload = (
  world: World,
  person: SandboxUser,
  conversation: Conversation,
  command: string,
  text: string,
): Json => ({
  token: 'sandbox',
  team_id: world.seed.team.id,
  team_domain: world.seed.team.domain,
  channel_id: conversation.id,
  channel_name: nameOf(conversation),
  user_id: person.id,
  user_name: handleOf(person),
  command,
  text,
  api_app_id: world.seed.bot.appId,
  is_enterprise_install: 'false',
  response_url: responseUrl(
    world,
    world.responseUrls.issue({ user: person.id, channel: conversation.id, source: null }),
  ),
  trigger_id: world.triggers.issue(person.id, null),
});
