import { filePath } from './file-json.ts';
import { isJson, type Json } from './json.ts';
import type { World } from './world.ts';

/** Pictures that a message shows by the id of an uploaded file. */

const fileOf = (block: unknown): unknown => {
  const file = isJson(block) && block['type'] === 'image' ? block['slack_file'] : undefined;
  return isJson(file) ? (file['id'] ?? file['url']) : undefined;
};

const isShown = (world: World, id: unknown): boolean =>
  typeof id === 'string' && (world.files.find(id)?.mimetype.startsWith('image/') ?? false);

/** What Slack says of files that are not there, no picture, or not looked at yet. */
export const wrongFiles = (world: World, blocks: readonly unknown[]): readonly string[] =>
  blocks.flatMap((block, index) => {
    const id = fileOf(block);
    if (id === undefined || (isShown(world, id) && !world.faults.takeUnready())) return [];
    return [`invalid slack file [json-pointer:/blocks/${index}/slack_file]`];
  });

/** With the address of every such picture, for the page. */
export const withAddresses = (world: World, blocks: readonly Json[]): readonly Json[] =>
  blocks.map((block) => {
    const id = fileOf(block);
    const file = typeof id === 'string' ? world.files.find(id) : null;
    return file === null ? block : { ...block, image_url: filePath(world, file) };
  });
