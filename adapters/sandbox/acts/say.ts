import { randomUUID } from 'node:crypto';
import type { Conversation } from '../conversations.ts';
import type { Json } from '../json.ts';
import type { StoredMessage } from '../messages.ts';
import type { ActResult, SandboxUser } from '../protocol.ts';
import { sentencesFor } from '../sentences.ts';
import { readTyped } from '../typed-text.ts';
import type { World } from '../world.ts';

/** Whether the app has asked to hear what is said in its channels. */
export const hearsChannels = (world: World): boolean => world.seed.events?.includes('message.channels') === true;

const eventOf = (world: World, message: StoredMessage, conversation: Conversation): Json => ({
  user: message.user,
  ts: message.ts,
  client_msg_id: randomUUID(),
  text: message.text,
  team: world.seed.team.id,
  blocks: message.blocks,
  channel: message.channel,
  event_ts: message.ts,
  ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
  ...(conversation.kind === 'direct' ? { channel_type: 'im' } : {}),
});

/** Which events a message is to the app: everything in its own conversations, elsewhere what mentions it (or what it asked for). */
const eventsFor = (world: World, message: StoredMessage, conversation: Conversation): readonly Json[] => {
  const base = eventOf(world, message, conversation);
  if (conversation.kind === 'direct') return [{ type: 'message', ...base }];
  const mentioned = message.text.includes(`<@${world.seed.bot.userId}>`);
  const heard = mentioned || hearsChannels(world);
  return [
    ...(mentioned ? [{ type: 'app_mention', ...base }] : []),
    ...(heard ? [{ type: 'message', ...base, channel_type: 'channel' }] : []),
  ];
};

/** A message typed by a person. */
export const sayMessage = async (
  world: World,
  person: SandboxUser,
  conversation: Conversation,
  typed: string,
  threadTs: string | null,
): Promise<ActResult> => {
  const say = sentencesFor(person.locale);
  if (typed.trim() === '') return { ok: false, error: say.empty };
  if (threadTs !== null && !world.messages.find(conversation.id, threadTs)) return { ok: false, error: say.gone };
  const { text, blocks } = readTyped(world, typed);
  const message = world.messages.post({
    channel: conversation.id,
    user: person.id,
    text,
    blocks: [...blocks],
    threadTs,
  });
  if (threadTs === null) world.reads.put(`${person.id} ${conversation.id}`, message.ts);
  await Promise.all(eventsFor(world, message, conversation).map((event) => world.events.emit(event)));
  return { ok: true };
};
