import { fileJson } from './file-json.ts';
import type { Json } from './json.ts';
import type { StoredMessage } from './messages.ts';
import type { World } from './world.ts';

export const repliesTo = (world: World, root: StoredMessage): readonly StoredMessage[] =>
  world.messages
    .inChannel(root.channel)
    .filter((each) => each.threadTs === root.ts && each.ts !== root.ts && each.onlyFor === null);

const byApp = (world: World): Json => {
  const { bot, team } = world.seed;
  return {
    bot_id: bot.botId,
    app_id: bot.appId,
    bot_profile: { id: bot.botId, app_id: bot.appId, name: bot.name, deleted: false, updated: 0, team_id: team.id },
  };
};

const threadOf = (world: World, message: StoredMessage): Json => {
  if (message.threadTs !== null && message.threadTs !== message.ts) {
    const parent = world.messages.find(message.channel, message.threadTs);
    return { thread_ts: message.threadTs, ...(parent ? { parent_user_id: parent.user } : {}) };
  }
  const replies = repliesTo(world, message);
  const latest = replies.at(-1);
  if (!latest) return {};
  const users = [...new Set(replies.map((each) => each.user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    latest_reply: latest.ts,
    reply_users: users,
    is_locked: false,
    subscribed: false,
  };
};

/** A message as Slack's history, payloads and answers carry it; its metadata only where it was asked for. */
export const messageJson = (world: World, message: StoredMessage, withMetadata = false): Json => {
  if (message.tombstone) {
    return {
      type: 'message',
      subtype: 'tombstone',
      hidden: true,
      user: 'USLACKBOT',
      text: message.text,
      ts: message.ts,
      ...threadOf(world, message),
    };
  }
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: world.seed.team.id,
    ...(message.user === world.seed.bot.userId ? byApp(world) : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.attachments.length > 0 ? { attachments: message.attachments } : {}),
    ...threadOf(world, message),
    ...(message.edited ? { edited: message.edited } : {}),
    ...(message.reactions.length > 0
      ? { reactions: message.reactions.map((each) => ({ ...each, count: each.users.length })) }
      : {}),
    ...(message.files.length > 0
      ? {
          upload: false,
          files: message.files.flatMap((id) => {
            const file = world.files.find(id);
            return file ? [fileJson(world, file)] : [];
          }),
        }
      : {}),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
  };
};
