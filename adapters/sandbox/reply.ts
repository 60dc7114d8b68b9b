import { nameBlocks } from './blocks.ts';
import { isJson, type Json, listOf, textOf } from './json.ts';
import { removeMessage } from './remove-message.ts';
import type { ReplyTarget } from './response-urls.ts';
import { wrongFiles } from './slack-files.ts';
import { validateBlocks } from './validate/validate-blocks.ts';
import type { World } from './world.ts';

/** Acts on an answer to an interaction, from an acknowledgement or a `response_url`; returns what is wrong with it, or null. */
export const applyReply = (world: World, target: ReplyTarget, reply: Json): string | null => {
  const source = target.source && world.messages.find(target.channel, target.source.ts);
  if (reply['delete_original'] === true) {
    if (source?.user === world.seed.bot.userId) removeMessage(world, source);
    return null;
  }
  const blocks = reply['blocks'] ?? [];
  const text = textOf(reply, 'text');
  if (text.trim() === '' && listOf(blocks).length === 0) return 'no_text';
  if (validateBlocks(blocks, 'message').length > 0 || wrongFiles(world, listOf(blocks)).length > 0)
    return 'invalid_blocks';
  const said = { text, blocks: nameBlocks(listOf(blocks)) };
  if (reply['replace_original'] === true && source?.user === world.seed.bot.userId) {
    const edited = { user: world.seed.bot.userId, ts: `${Math.floor(world.now() / 1000)}.000000` };
    world.messages.replace({ ...source, ...said, edited });
    return null;
  }
  world.messages.post({
    ...said,
    channel: target.channel,
    user: world.seed.bot.userId,
    threadTs: textOf(reply, 'thread_ts') || null,
    onlyFor: reply['response_type'] === 'in_channel' ? null : target.user,
  });
  return null;
};

/** The body of a slash command's acknowledgement: nothing, bare text, or a reply. */
export const replyOf = (answer: unknown): Json | null => {
  if (answer === null || answer === undefined || answer === '') return null;
  if (isJson(answer)) return Object.keys(answer).length === 0 ? null : answer;
  return { text: String(answer) };
};
