import { randomUUID } from 'node:crypto';
import type { Json } from '../../../adapters/sandbox/json.ts';
import { type Conversation, type Conversations, placeOf, type TeamsMessage, userMri } from './conversations.ts';
import type { TeamsSeed, TeamsUser } from './teams-seed.ts';

/** Where in a conversation: a channel's thread, or a personal chat. */
export type Spot = { readonly conversation: Conversation; readonly thread: string | null };

const htmlOf = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');

/** The activities that Teams makes of what one person does. */
export function activitiesOf(
  user: TeamsUser,
  {
    seed,
    serviceUrl,
    conversations,
    locale = () => user.locale,
  }: { seed: TeamsSeed; serviceUrl: string; conversations: Conversations; locale?: () => string },
) {
  const tenant = user.tenantId ?? seed.bot.tenantId;
  const bot = { id: `28:${seed.bot.appId}`, name: seed.bot.name };

  function base({ conversation, thread }: Spot): Json {
    const team = seed.teams.find((t) => t.id === conversation.team);
    const inChannel = conversation.kind === 'channel';
    return {
      timestamp: new Date().toISOString(),
      localTimezone: 'Asia/Seoul',
      serviceUrl,
      channelId: 'msteams',
      from: { id: userMri(user), name: user.name, aadObjectId: user.aadObjectId },
      conversation: {
        ...(inChannel ? { isGroup: true } : {}),
        conversationType: conversation.kind,
        tenantId: tenant,
        id: inChannel && thread !== null ? `${conversation.id};messageid=${thread}` : conversation.id,
      },
      recipient: bot,
      channelData: {
        ...(inChannel
          ? {
              teamsChannelId: conversation.id,
              teamsTeamId: conversation.team,
              channel: { id: conversation.id },
              team: { id: conversation.team, name: team?.name, aadGroupId: team?.aadGroupId },
            }
          : {}),
        tenant: { id: tenant },
      },
      locale: locale(),
    };
  }
  const client = () => ({
    type: 'clientInfo',
    locale: locale(),
    country: locale().slice(-2),
    platform: 'Windows',
    timezone: 'Asia/Seoul',
  });

  const said = (text: string, mentions: boolean): Json => {
    const at = `<at>${bot.name}</at>`;
    const html = mentions
      ? `<div><span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="0">${bot.name}</span>&nbsp;${htmlOf(text)}</div>`
      : `<div>${htmlOf(text)}</div>`;
    return {
      text: mentions ? `${at} ${text}` : text,
      textFormat: 'plain',
      attachments: [{ contentType: 'text/html', content: html }],
      entities: [...(mentions ? [{ type: 'mention', mentioned: bot, text: at }] : []), client()],
    };
  };

  return {
    mri: userMri(user),
    said,
    message: (spot: Spot, id: string, content: Json): Json => ({ ...base(spot), type: 'message', id, ...content }),
    edited: (spot: Spot, id: string, content: Json): Json => {
      const plain = base(spot);
      const channelData = { ...(plain['channelData'] as Json), eventType: 'editMessage' };
      return { ...plain, type: 'messageUpdate', id, ...content, channelData };
    },
    erased: (spot: Spot, id: string): Json => {
      const plain = base(spot);
      return {
        ...plain,
        type: 'messageDelete',
        id,
        channelData: { ...(plain['channelData'] as Json), eventType: 'softDeleteMessage' },
      };
    },
    invoke: (spot: Spot, name: string, value: Json, on: TeamsMessage | null, source: string | null = null): Json => {
      const plain = base(spot);
      const channelData = plain['channelData'] as Json;
      return {
        ...plain,
        type: 'invoke',
        id: `f:${randomUUID()}`,
        name,
        value,
        ...(on === null ? {} : { replyToId: on.id }),
        entities: [client()],
        channelData: source === null ? channelData : { ...channelData, source: { name: source } },
      };
    },
    /** The bot comes to a conversation, or is taken out of it. */
    moved: (spot: Spot, action: 'add' | 'remove'): readonly Json[] => {
      const plain = base(spot);
      const members = action === 'add' ? 'membersAdded' : 'membersRemoved';
      const eventType = action === 'add' ? 'teamMemberAdded' : 'teamMemberRemoved';
      const channelData = { ...(plain['channelData'] as Json), ...(spot.conversation.team ? { eventType } : {}) };
      return [
        { ...plain, type: 'installationUpdate', id: `f:${randomUUID()}`, action },
        { ...plain, type: 'conversationUpdate', id: `f:${randomUUID()}`, [members]: [{ id: bot.id }], channelData },
      ];
    },
    /** A message as a message extension is shown it. */
    payload: ({ conversation }: Spot, message: TeamsMessage, author: TeamsUser | null, text: string): Json => ({
      id: message.id,
      replyToId: message.thread,
      createdDateTime: new Date().toISOString(),
      lastModifiedDateTime: null,
      deleted: false,
      importance: 'normal',
      locale: locale(),
      linkToMessage: `https://teams.microsoft.com/l/message/${encodeURIComponent(conversation.id)}/${message.id}`,
      body: { contentType: 'html', content: `<div>${htmlOf(text)}</div>` },
      from: {
        device: null,
        conversation: null,
        user:
          author === null ? null : { userIdentityType: 'aadUser', id: author.aadObjectId, displayName: author.name },
        application:
          author === null ? { applicationIdentityType: 'bot', id: seed.bot.appId, displayName: bot.name } : null,
      },
      reactions: [],
      mentions: [],
      attachments: [],
    }),
    /** Null: nowhere that this person could be. */
    spot: (id: string): Spot | null => {
      const conversation = conversations.find(id);
      return conversation === null ? null : { conversation, thread: placeOf(id).thread };
    },
  };
}
export type Activities = ReturnType<typeof activitiesOf>;
