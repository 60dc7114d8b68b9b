import type { Conversation } from '../conversations.ts';
import type { Json } from '../json.ts';
import { messageJson } from '../message-json.ts';
import type { StoredMessage } from '../messages.ts';
import type { ActResult, SandboxUser } from '../protocol.ts';
import { removeMessage } from '../remove-message.ts';
import { sentencesFor } from '../sentences.ts';
import { readTyped } from '../typed-text.ts';
import type { World } from '../world.ts';
import { hearsChannels } from './say.ts';

/** What a person may do to a message of their own; the app is told where it hears the channel. */

async function tell(world: World, { id, kind }: Conversation, event: Json): Promise<void> {
  if (kind === 'direct' || !hearsChannels(world)) return;
  const ts = world.messages.nextTs();
  await world.events.emit({
    type: 'message',
    hidden: true,
    channel: id,
    ts,
    event_ts: ts,
    channel_type: 'channel',
    ...event,
  });
}

type Found = { readonly ok: true; readonly message: StoredMessage } | (ActResult & { readonly ok: false });

function own(world: World, person: SandboxUser, channel: string, ts: string): Found {
  const say = sentencesFor(person.locale);
  const message = world.messages.find(channel, ts);
  if (!message || message.tombstone) return { ok: false, error: say.gone };
  // A message that only she sees is dismissed, whoever wrote it.
  if (message.user !== person.id && message.onlyFor !== person.id) return { ok: false, error: say.notYours };
  return { ok: true, message };
}

export const editMessage = async (
  world: World,
  person: SandboxUser,
  conversation: Conversation,
  ts: string,
  typed: string,
): Promise<ActResult> => {
  const found = own(world, person, conversation.id, ts);
  if (!found.ok) return found;
  const say = sentencesFor(person.locale);
  if (found.message.user !== person.id) return { ok: false, error: say.notYours };
  if (typed.trim() === '') return { ok: false, error: say.empty };
  const { text, blocks } = readTyped(world, typed);
  const edited = { user: person.id, ts: `${Math.floor(world.now() / 1000)}.000000` };
  const now = { ...found.message, text, blocks: [...blocks], edited };
  world.messages.replace(now);
  await tell(world, conversation, {
    subtype: 'message_changed',
    message: messageJson(world, now),
    previous_message: messageJson(world, found.message),
  });
  return { ok: true };
};

export const deleteMessage = async (
  world: World,
  person: SandboxUser,
  conversation: Conversation,
  ts: string,
): Promise<ActResult> => {
  const found = own(world, person, conversation.id, ts);
  if (!found.ok) return found;
  const { message } = found;
  const before = messageJson(world, message);
  removeMessage(world, message);
  if (message.onlyFor === null) {
    await tell(world, conversation, { subtype: 'message_deleted', deleted_ts: ts, previous_message: before });
  }
  return { ok: true };
};
