import { isJson } from '../json.ts';
import { blocksRule, type Surface } from './blocks.ts';
import { oneFocus, uniqueNames } from './names.ts';
import { all, lengthOf } from './rules.ts';

/** Nowhere documented, but enforced: all words of a message's blocks together. */
export const BLOCKS_TOTAL = 13_200;

/** What Slack would answer to these blocks: nothing, or sentences with JSON pointers. */
export const validateBlocks = (blocks: unknown, surface: Surface, at = '/blocks'): readonly string[] => {
  const problems: string[] = [];
  all(blocksRule(surface), uniqueNames, oneFocus)(blocks, at, problems);
  return problems;
};

const spoken = new Set(['text', 'title', 'alt_text', 'caption', 'label']);

/** All the words in there that somebody reads, counted together. */
export const wordsIn = (value: unknown, key = ''): number => {
  if (typeof value === 'string') return spoken.has(key) ? lengthOf(value) : 0;
  if (Array.isArray(value)) return value.reduce((sum: number, each: unknown) => sum + wordsIn(each), 0);
  if (!isJson(value)) return 0;
  return Object.entries(value).reduce((sum, [name, each]) => sum + wordsIn(each, name), 0);
};
