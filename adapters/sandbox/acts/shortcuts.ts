import { findConversation, maySee } from '../conversations.ts';
import type { Json } from '../json.ts';
import { messageJson } from '../message-json.ts';
import { channelRef, interactionBase, responseUrl } from '../payloads.ts';
import type { ActResult, SandboxUser } from '../protocol.ts';
import { directOf } from '../seed.ts';
import { reasonOf, sentencesFor } from '../sentences.ts';
import { viewJson } from '../view-json.ts';
import type { World } from '../world.ts';

const isRegistered = (world: World, type: 'global' | 'message', callbackId: string): boolean =>
  world.seed.shortcuts.some((each) => each.type === type && each.callbackId === callbackId);

const tell = async (world: World, person: SandboxUser, payload: Json): Promise<ActResult> => {
  const outcome = await world.delivery.deliver({ kind: 'interactive', payload }, null);
  const say = sentencesFor(person.locale);
  return outcome.type === 'failed' ? { ok: false, error: say.appFailed(reasonOf(outcome)) } : { ok: true };
};

/** From the lightning menu: the app learns who, but no channel. */
export const globalShortcut = async (world: World, person: SandboxUser, callbackId: string): Promise<ActResult> => {
  if (!isRegistered(world, 'global', callbackId)) return { ok: false, error: sentencesFor(person.locale).gone };
  return tell(world, person, {
    ...interactionBase(world, 'shortcut', person),
    callback_id: callbackId,
    trigger_id: world.triggers.issue(person.id, null),
    action_ts: world.messages.nextTs(),
  });
};

/** From a message's menu; not offered on messages that only one person sees. */
export const messageShortcut = async (
  world: World,
  person: SandboxUser,
  callbackId: string,
  channel: string,
  ts: string,
): Promise<ActResult> => {
  const say = sentencesFor(person.locale);
  const conversation = findConversation(world, channel);
  const message = world.messages.find(channel, ts);
  const registered = isRegistered(world, 'message', callbackId);
  if (!registered || !message || message.tombstone || !conversation || !maySee(conversation, person.id)) {
    return { ok: false, error: say.gone };
  }
  if (message.onlyFor !== null) return { ok: false, error: say.onlyForYou };
  const key = world.responseUrls.issue({ user: person.id, channel, source: { ts, onlyFor: null } });
  return tell(world, person, {
    ...interactionBase(world, 'message_action', person),
    callback_id: callbackId,
    trigger_id: world.triggers.issue(person.id, null),
    action_ts: world.messages.nextTs(),
    message_ts: ts,
    channel: channelRef(world, channel),
    message: messageJson(world, message),
    response_url: responseUrl(world, key),
  });
};

/** The app's Home tab comes into view. */
export const openHome = async (world: World, person: SandboxUser): Promise<ActResult> => {
  const home = world.views.home(person.id);
  await world.events.emit({
    type: 'app_home_opened',
    user: person.id,
    channel: directOf(person.id),
    tab: 'home',
    ...(home ? { view: viewJson(world, home) } : {}),
    event_ts: world.messages.nextTs(),
  });
  return { ok: true };
};
