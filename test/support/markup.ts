import type { StoredMessage } from '../../adapters/sandbox/messages.ts';

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Elements that call somebody, lead somewhere or are read as markup. */
const active = new Set(['user', 'usergroup', 'broadcast', 'channel', 'link', 'emoji', 'mrkdwn', 'date']);
/** The one thing we link: where in Slack a case was filed from. */
const isPermalink = (text: string): boolean =>
  /^(?:<)?https:\/\/[\w-]+\.slack\.com\/archives\/[A-Z0-9]+\/p\d+(?:\|[^<>*_~`|]+>)?$/.test(text);

/** Whatever in a message of the app is more than plain words, save links to the message a case was filed from. */
export function markupIn(message: Pick<StoredMessage, 'text' | 'blocks'>): readonly string[] {
  const found: string[] = [];
  // In a message's text only the characters that were escaped may stand for < and >.
  const marks = message.text.match(/<[^>]*>?/g);
  if (marks !== null) found.push(...marks);
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    if (!isJson(value)) return;
    const type = String(value['type']);
    const target = String(value['url'] ?? value['text'] ?? '');
    if (active.has(type) && !isPermalink(target)) found.push(`${type}: ${JSON.stringify(value).slice(0, 200)}`);
    if (type === 'plain_text' && value['emoji'] !== false) found.push(`emoji in ${target}`);
    for (const part of Object.values(value)) walk(part);
  };
  walk(message.blocks);
  return found;
}
