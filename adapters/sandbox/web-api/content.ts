import { nameBlocks } from '../blocks.ts';
import { isJson, type Json } from '../json.ts';
import { wrongFiles } from '../slack-files.ts';
import { lengthOf } from '../validate/rules.ts';
import { BLOCKS_TOTAL, validateBlocks, wordsIn } from '../validate/validate-blocks.ts';
import type { World } from '../world.ts';
import { type Answer, type Args, fail } from './call.ts';

const TEXT_LIMIT = 40_000;

/** What a call wants a message to say; undefined where the call leaves it as it is. */
export type Content = {
  readonly text: string | undefined;
  readonly blocks: readonly Json[] | undefined;
  readonly attachments: readonly unknown[] | undefined;
  readonly metadata: Json | null | undefined;
  readonly truncated: boolean;
};

const readBlocks = (world: World, given: unknown): readonly Json[] | undefined | Answer => {
  if (given === undefined) return undefined;
  if (!Array.isArray(given)) return fail('invalid_blocks_format');
  const wrong = validateBlocks(given, 'message');
  const problems = wrong.length > 0 ? wrong : wrongFiles(world, given);
  if (problems.length > 0) return fail('invalid_blocks', problems);
  return wordsIn(given) > BLOCKS_TOTAL ? fail('msg_blocks_too_long') : nameBlocks(given);
};

const readMetadata = (given: unknown): Json | null | undefined | Answer => {
  if (given === undefined) return undefined;
  if (!isJson(given)) return fail('invalid_metadata_format');
  if (Object.keys(given).length === 0) return null;
  const { event_type, event_payload } = given;
  if (typeof event_type !== 'string' || event_type === '' || !isJson(event_payload)) {
    return fail('invalid_metadata_format');
  }
  return { event_type, event_payload };
};

const isAnswer = (value: unknown): value is Answer => isJson(value) && value['ok'] === false;

/** Reads and checks the words of a message. `long`: what happens to a text above the limit. */
export const readContent = (world: World, args: Args, long: 'truncate' | 'refuse'): Content | Answer => {
  const blocks = readBlocks(world, args.json('blocks'));
  if (isAnswer(blocks)) return blocks;
  const metadata = readMetadata(args.json('metadata'));
  if (isAnswer(metadata)) return metadata;
  const attachments = args.json('attachments');
  if (attachments !== undefined && !Array.isArray(attachments)) return fail('invalid_attachments');
  const text = args.has('text')
    ? args.text('text')
    : args.has('markdown_text')
      ? args.text('markdown_text')
      : undefined;
  const truncated = text !== undefined && lengthOf(text) > TEXT_LIMIT;
  if (truncated && long === 'refuse') return fail('msg_too_long');
  return {
    text: truncated ? [...text].slice(0, TEXT_LIMIT).join('') : text,
    blocks: blocks as readonly Json[] | undefined,
    attachments: attachments as readonly unknown[] | undefined,
    metadata: metadata as Json | null | undefined,
    truncated,
  };
};

export const isRefused = (content: Content | Answer): content is Answer => 'ok' in content;

export const saysNothing = (content: Content): boolean =>
  (content.text ?? '').trim() === '' && (content.blocks ?? []).length === 0 && (content.attachments ?? []).length === 0;
