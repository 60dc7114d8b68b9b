import type { Conversation } from '../conversations.ts';
import { commandPayload } from '../payloads.ts';
import type { ActResult, SandboxUser } from '../protocol.ts';
import { applyReply, replyOf } from '../reply.ts';
import { reasonOf, sentencesFor } from '../sentences.ts';
import { escapeText } from '../typed-text.ts';
import type { World } from '../world.ts';

/** `/word the rest`, typed in a conversation. */
export const runCommand = async (
  world: World,
  person: SandboxUser,
  conversation: Conversation,
  typed: string,
): Promise<ActResult> => {
  const say = sentencesFor(person.locale);
  const [, command = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(typed.trim()) ?? [];
  if (!world.seed.commands.some((each) => each.command === command))
    return { ok: false, error: say.notACommand(command) };
  const payload = commandPayload(world, person, conversation, command, escapeText(rest.trim()));
  const outcome = await world.delivery.deliver({ kind: 'command', payload }, null);
  if (outcome.type === 'failed') return { ok: false, error: say.commandFailed(command, reasonOf(outcome)) };
  const reply = replyOf(outcome.answer);
  const wrong = reply && applyReply(world, { user: person.id, channel: conversation.id, source: null }, reply);
  return wrong ? { ok: false, error: say.commandFailed(command, wrong) } : { ok: true };
};
