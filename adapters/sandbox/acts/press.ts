import { findAction } from '../blocks.ts';
import { findConversation, maySee } from '../conversations.ts';
import { type Json, textOf } from '../json.ts';
import { messageJson } from '../message-json.ts';
import { channelRef, interactionBase, responseUrl } from '../payloads.ts';
import type { Act, ActResult, SandboxUser } from '../protocol.ts';
import { reasonOf, sentencesFor } from '../sentences.ts';
import { blocksOf, viewJson } from '../view-json.ts';
import { completeState } from '../view-state.ts';
import type { World } from '../world.ts';

export type Press = Extract<Act, { do: 'press' }>;

const pressed = (world: World, press: Press, element: Json): Json => ({
  ...element,
  ...press.action,
  type: element['type'],
  action_id: element['action_id'],
  block_id: press.blockId,
  action_ts: world.messages.nextTs(),
});

/** Payload of a press on a message; null when the person no longer sees that button there. */
const onMessage = (world: World, person: SandboxUser, press: Press): Json | null => {
  if (press.container.type !== 'message') return null;
  const { conversation: channel, ts } = press.container;
  const conversation = findConversation(world, channel);
  const message = world.messages.find(channel, ts);
  if (!message || !conversation || !maySee(conversation, person.id)) return null;
  if (message.onlyFor !== null && message.onlyFor !== person.id) return null;
  const element = findAction(message.blocks, press.blockId, textOf(press.action, 'action_id'));
  if (!element) return null;
  const source = { ts, onlyFor: message.onlyFor };
  return {
    ...interactionBase(world, 'block_actions', person),
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: message.onlyFor !== null,
      ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    },
    trigger_id: world.triggers.issue(person.id, null),
    channel: channelRef(world, channel),
    // Slack does not hand out the content of a message that only one person sees.
    ...(message.onlyFor === null ? { message: messageJson(world, message) } : {}),
    state: { values: completeState(message.blocks, press.values) },
    response_url: responseUrl(world, world.responseUrls.issue({ user: person.id, channel, source })),
    actions: [pressed(world, press, element)],
  };
};

/** Payload of a press in an open modal or on the Home tab. */
const onView = (world: World, person: SandboxUser, press: Press): Json | null => {
  if (press.container.type !== 'view') return null;
  const stored = world.views.find(press.container.viewId);
  if (!stored || stored.user !== person.id) return null;
  const element = findAction(blocksOf(stored.view), press.blockId, textOf(press.action, 'action_id'));
  if (!element) return null;
  const filled = world.views.fill(stored, { values: press.values });
  const view = viewJson(world, filled);
  const inModal = stored.view['type'] === 'modal' ? stored.id : null;
  return {
    ...interactionBase(world, 'block_actions', person),
    container: { type: 'view', view_id: stored.id },
    trigger_id: world.triggers.issue(person.id, inModal),
    view,
    actions: [pressed(world, press, element)],
  };
};

/** A button pressed, a choice made. */
export const pressElement = async (world: World, person: SandboxUser, press: Press): Promise<ActResult> => {
  const say = sentencesFor(person.locale);
  const payload = press.container.type === 'message' ? onMessage(world, person, press) : onView(world, person, press);
  if (!payload) return { ok: false, error: say.gone };
  const outcome = await world.delivery.deliver({ kind: 'interactive', payload }, null);
  return outcome.type === 'failed' ? { ok: false, error: say.appFailed(reasonOf(outcome)) } : { ok: true };
};
