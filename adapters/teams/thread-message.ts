import { type Instant, instant } from '../../src/domain/instant.ts';
import type { ThreadMessage } from '../../src/ports/interaction.ts';
import { list, record, text } from '../payload.ts';
import { typedText } from './message-text.ts';
import { conversationOf, permalink } from './permalink.ts';

type Activity = Record<string, unknown>;
type Inside = { readonly tenant: string; readonly botId: string; readonly at: Instant };

/** What an activity tells of a thread in a channel: written, changed or taken back; null for whatever stands in none. */
export function threadMessage(activity: Activity, { tenant, botId, at }: Inside): ThreadMessage | null {
  const where = record(activity['conversation']);
  const { conversation, parent } = conversationOf(text(where['id']) ?? '');
  const id = text(activity['id']);
  if (where['conversationType'] !== 'channel' || id === null || parent === null || parent === id) return null;
  const place = { platform: 'teams', tenant, conversation } as const;
  const isGone = activity['type'] === 'messageDelete';
  return {
    under: { ...place, message: parent },
    said: { ...place, message: id },
    text: isGone ? null : typedText(activity, botId),
    asOf: sentAt(activity) ?? at,
    files: isGone ? 0 : filesOn(activity),
    permalink: permalink(activity, id, tenant),
    named: [],
  };
}

function sentAt(activity: Activity): Instant | null {
  const ms = Date.parse(text(activity['timestamp']) ?? '');
  return Number.isNaN(ms) ? null : instant(ms);
}

/** Beside files, Teams attaches the message's own text once more, and cards. */
const filesOn = (activity: Activity): number =>
  list(activity['attachments'])
    .map((attachment) => text(record(attachment)['contentType']) ?? '')
    .filter((type) => type !== 'text/html' && !type.startsWith('application/vnd.microsoft.card.')).length;
