import { type Conversation, findConversation, maySee } from '../conversations.ts';
import { findPerson, userJson } from '../people.ts';
import type { Act, ActResult, SandboxUser } from '../protocol.ts';
import { sentencesFor } from '../sentences.ts';
import { unreachable } from '../unreachable.ts';
import type { World } from '../world.ts';
import { runCommand } from './command.ts';
import { closeModal, submitModal } from './modal.ts';
import { deleteMessage, editMessage } from './own-message.ts';
import { pressElement } from './press.ts';
import { sayMessage } from './say.ts';
import { globalShortcut, messageShortcut, openHome } from './shortcuts.ts';

const markRead = (world: World, person: SandboxUser, conversation: Conversation): ActResult => {
  const last = world.messages.inChannel(conversation.id).at(-1);
  const key = `${person.id} ${conversation.id}`;
  if (last && world.reads.get(key) !== last.ts) {
    world.reads.put(key, last.ts);
    world.changes.tell({ type: 'workspace' }, person.id);
  }
  return { ok: true };
};

const speak = async (world: World, person: SandboxUser, locale: 'ko' | 'en'): Promise<ActResult> => {
  world.locales.put(person.id, locale);
  world.changes.tell({ type: 'workspace' }, person.id);
  if (world.seed.events?.includes('user_change')) {
    const user = userJson(world, { ...person, locale }, true);
    await world.events.emit({ type: 'user_change', user, event_ts: world.messages.nextTs() });
  }
  return { ok: true };
};

/** Does what a person does on the page; resolves when the app has answered, or after Slack's three seconds. */
export const perform = async (world: World, act: Act): Promise<ActResult> => {
  const person = findPerson(world, act.as);
  if (!person) return { ok: false, error: `nobody here is ${act.as}` };
  const inConversation = async (
    id: string,
    work: (conversation: Conversation) => ActResult | Promise<ActResult>,
  ): Promise<ActResult> => {
    const found = findConversation(world, id);
    return found && maySee(found, person.id) ? work(found) : { ok: false, error: sentencesFor(person.locale).gone };
  };
  switch (act.do) {
    case 'command':
      return inConversation(act.conversation, (found) => runCommand(world, person, found, act.text));
    case 'say':
      return inConversation(act.conversation, (found) => sayMessage(world, person, found, act.text, act.threadTs));
    case 'edit':
      return inConversation(act.conversation, (found) => editMessage(world, person, found, act.ts, act.text));
    case 'delete':
      return inConversation(act.conversation, (found) => deleteMessage(world, person, found, act.ts));
    case 'read':
      return inConversation(act.conversation, (found) => markRead(world, person, found));
    case 'press':
      return pressElement(world, person, act);
    case 'submit':
      return submitModal(world, person, act.viewId, act.values);
    case 'close':
      return closeModal(world, person, act.viewId);
    case 'message-shortcut':
      return messageShortcut(world, person, act.callbackId, act.conversation, act.ts);
    case 'global-shortcut':
      return globalShortcut(world, person, act.callbackId);
    case 'open-home':
      return openHome(world, person);
    case 'speak':
      return speak(world, person, act.locale);
    default:
      return unreachable(act);
  }
};
