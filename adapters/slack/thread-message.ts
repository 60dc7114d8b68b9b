import { instant } from '../../src/domain/instant.ts';
import type { ThreadMessage } from '../../src/ports/interaction.ts';
import { list, record, text } from '../payload.ts';
import { permalink } from './permalink.ts';
import { plainText, withoutMention } from './slack-text.ts';

type Payload = Record<string, unknown>;
type Inside = { readonly tenant: string; readonly domain: string | null; readonly botUserId: string };

/** Kinds of message that people write; all others are Slack's own or other apps'. */
const written = new Set<unknown>([undefined, 'file_share', 'thread_broadcast']);

/**
 * What a `message` event tells of a thread in a channel: who wrote what, changed it or took it back; null for whatever
 * stands in no thread or was not written by a person. A link that was unfurled is a change to Slack, not to a reader.
 */
export function threadMessage(
  event: Payload,
  inside: Inside,
): { readonly user: string; readonly note: ThreadMessage } | null {
  const [channel, at] = [text(event['channel']), text(event['event_ts']) ?? text(event['ts'])];
  const isChannel = event['channel_type'] === undefined || /^(?:channel|group)$/.test(String(event['channel_type']));
  if (channel === null || at === null || !isChannel) return null;
  const before = record(event['previous_message']);
  switch (event['subtype']) {
    case 'message_changed': {
      const message = record(event['message']);
      return message['text'] === before['text'] ? null : seen(message, channel, at, inside);
    }
    case 'message_deleted': {
      const gone = seen(before, channel, at, inside);
      return gone === null ? null : { ...gone, note: { ...gone.note, text: null, named: [], files: 0 } };
    }
    default:
      return seen(event, channel, text(event['ts']) ?? at, inside);
  }
}

function seen(message: Payload, channel: string, at: string, { tenant, domain, botUserId }: Inside) {
  const [user, ts, under] = [text(message['user']), text(message['ts']), text(message['thread_ts'])];
  if (user === null || ts === null || under === null || under === ts) return null;
  if (user === botUserId || message['bot_id'] !== undefined || !written.has(message['subtype'])) return null;
  const asOf = Math.floor(Number(at) * 1_000);
  if (!Number.isSafeInteger(asOf)) return null;
  const encoded = withoutMention(text(message['text']) ?? '', botUserId);
  const where = { platform: 'slack', tenant, conversation: channel } as const;
  const note: ThreadMessage = {
    under: { ...where, message: under },
    said: { ...where, message: ts },
    text: plainText(encoded),
    asOf: instant(asOf),
    files: list(message['files']).length,
    permalink: permalink(channel, ts, domain),
    named: [...new Set([...encoded.matchAll(/<@([A-Z0-9]+)>/g)].map(([, id]) => id ?? ''))],
  };
  return { user, note };
}
