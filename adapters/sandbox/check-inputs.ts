import { isJson, type Json, textOf } from './json.ts';
import type { StateValues } from './protocol.ts';
import type { Sentences } from './sentences.ts';
import { isEmpty } from './view-state.ts';

const number = (element: Json, key: string): number | null => (typeof element[key] === 'number' ? element[key] : null);

const wrongText = (element: Json, text: string, say: Sentences): string | null => {
  const length = [...text].length;
  const least = number(element, 'min_length') ?? 0;
  const most = number(element, 'max_length') ?? 3000;
  if (length < least) return say.tooShort(least);
  if (length > most) return say.tooLong(most);
  switch (element['type']) {
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? null : say.notAnEmail;
    case 'url_text_input':
      return URL.canParse(text) ? null : say.notAUrl;
    case 'number_input':
      return Number.isFinite(Number(text)) ? null : say.notANumber;
    default:
      return null;
  }
};

/** What Slack's own client refuses before the app hears anything, by block id. */
export const checkInputs = (
  blocks: readonly Json[],
  values: StateValues,
  say: Sentences,
): Readonly<Record<string, string>> => {
  const wrong: Record<string, string> = {};
  for (const block of blocks) {
    const element = block['element'];
    if (block['type'] !== 'input' || !isJson(element)) continue;
    const blockId = String(block['block_id']);
    const value = values[blockId]?.[String(element['action_id'])];
    const text = textOf(value, 'value');
    if (isEmpty(value)) {
      if (block['optional'] !== true) wrong[blockId] = say.required;
    } else if (text !== '') {
      const complaint = wrongText(element, text, say);
      if (complaint !== null) wrong[blockId] = complaint;
    }
  }
  return wrong;
};
