import type { KnownBlock, PlainTextInput } from '@slack/types';
import { actionIdOf, type Interactive, isEmpty, placesOf, type Value, type Values } from './values.ts';
import type { Words } from './words.ts';

/** What Slack's client refuses before it asks the app: sentences by block id. */
export function check(blocks: readonly KnownBlock[], values: Values, words: Words): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { blockId, element, input } of placesOf(blocks)) {
    if (input === null) continue;
    const value = values[blockId]?.[actionIdOf(element)];
    if (value === undefined) continue;
    const sentence = isEmpty(value) ? (input.optional ? null : words.requiredField) : problem(element, value, words);
    if (sentence !== null) found[blockId] = sentence;
  }
  return found;
}

/** In characters as people count them: an emoji is one, where JavaScript sees two. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** What Slack takes where the app names no limit: 3,000. */
export function mostOf(element: PlainTextInput): number {
  return element.max_length ?? 3000;
}

function problem(element: Interactive, { value }: Value, words: Words): string | null {
  const text = value ?? '';
  switch (element.type) {
    case 'plain_text_input':
      if (lengthOf(text) > mostOf(element)) return words.tooLong(mostOf(element), lengthOf(text));
      return element.min_length !== undefined && lengthOf(text) < element.min_length
        ? words.tooShort(element.min_length)
        : null;
    case 'number_input': {
      const pattern = element.is_decimal_allowed ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
      if (!pattern.test(text)) return words.notNumber;
      if (element.min_value !== undefined && Number(text) < Number(element.min_value))
        return words.tooSmall(element.min_value);
      return element.max_value !== undefined && Number(text) > Number(element.max_value)
        ? words.tooLarge(element.max_value)
        : null;
    }
    case 'email_text_input':
      return /^\S+@\S+\.\S+$/.test(text) ? null : words.notEmail;
    case 'url_text_input':
      return /^https?:\/\/\S+$/i.test(text) ? null : words.notUrl;
    default:
      return null;
  }
}
