import { list, record, text } from '../payload.ts';
import { decoded, htmlText } from './html-text.ts';

/** What a person typed, without the bot's own name, which says nothing. */
export function typedText(activity: Record<string, unknown>, botId: string): string {
  const said = text(activity['text']) ?? '';
  const names = mentionsOf(activity)
    .filter(({ id }) => isBot(id, botId))
    .map(({ words }) => words);
  const without = names.reduce((rest, name) => rest.replaceAll(name, ' '), said);
  if (activity['textFormat'] === 'xml') return htmlText(without);
  return decoded(without.replace(/<at(?:\s[^<>]*)?>([^<>]*)<\/at>/gi, '@$1'))
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0 ]+/g, ' ')
    .trim();
}

/** Whether the bot was called by name. */
export const isCalled = (activity: Record<string, unknown>, botId: string): boolean =>
  mentionsOf(activity).some(({ id }) => isBot(id, botId));

function mentionsOf(activity: Record<string, unknown>): readonly { readonly id: string; readonly words: string }[] {
  return list(activity['entities'])
    .map(record)
    .filter((entity) => entity['type'] === 'mention')
    .flatMap((entity) => {
      const [id, words] = [text(record(entity['mentioned'])['id']), text(entity['text'])];
      return id === null || words === null ? [] : [{ id, words }];
    });
}

/** Teams writes the bot's id with a number of its kind before it. */
export const isBot = (id: string | null, botId: string): boolean => {
  const bare = (s: string): string => s.replace(/^28:/, '').toLowerCase();
  return id !== null && bare(id) === bare(botId);
};

/** The words of a message that somebody chose to file: its subject, its body; of a forwarded one what was forwarded. */
export function chosenText(payload: Record<string, unknown>): string {
  const body = record(payload['body']);
  const content = text(body['content']) ?? '';
  const words = body['contentType'] === 'text' ? decoded(content).trim() : htmlText(content);
  const forwarded =
    words === ''
      ? list(payload['attachments'])
          .map(previewIn)
          .filter((w) => w !== '')
      : [];
  const subject = text(payload['subject'])?.trim() ?? '';
  return [subject, words, ...forwarded].filter((part) => part !== '').join('\n');
}

function previewIn(attachment: unknown): string {
  const { contentType, content, name } = record(attachment);
  if (contentType !== 'messageReference' || typeof content !== 'string') return text(name) ?? '';
  try {
    return htmlText(text(record(JSON.parse(content))['messagePreview']) ?? '');
  } catch {
    return '';
  }
}
