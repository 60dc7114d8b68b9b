import { causationId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Locale } from '../../src/domain/playbook.ts';
import type { Gesture, Interaction } from '../../src/ports/interaction.ts';
import { isRecord, list, record, text } from '../payload.ts';
import { fieldOf, valuesOf } from './form-state.ts';
import { carriedBy } from './modals.ts';
import { permalink } from './permalink.ts';
import { decodePress, isPressId } from './press-code.ts';
import { plainText, withoutMention } from './slack-text.ts';
import { threadMessage } from './thread-message.ts';

/** What the adapter knows and the payload does not say. */
export type Inside = {
  readonly tenant: string;
  /** `acme` of acme.slack.com, or a whole host; null where there is none: then messages have no address. */
  readonly domain: string | null;
  readonly botUserId: string;
  readonly command: string;
  readonly at: Instant;
};

export const shortcutIds = { fileMessage: 'file_message', file: 'file' } as const;

type Payload = Record<string, unknown>;
type Seen = { readonly gesture: Gesture; readonly user: string | null; readonly event: string | null };

/** What a person did, from what Slack sent; null for whatever is not for us. Never throws, whatever the shape. */
export function inbound(body: unknown, inside: Inside): Interaction | null {
  if (!isRecord(body)) return null;
  const seen = see(body, inside);
  if (seen === null || seen.user === null || seen.event === null) return null;
  return {
    id: causationId(`slack:${inside.tenant}:${seen.event}`),
    user: { platform: 'slack', tenant: inside.tenant, id: seen.user },
    locale: localeOf(body),
    at: inside.at,
    surface: record(body['view'])['type'] === 'home' || seen.gesture.type === 'home' ? 'home' : 'elsewhere',
    gesture: seen.gesture,
  };
}

function see(body: Payload, inside: Inside): Seen | null {
  if (body['command'] !== undefined) return command(body, inside);
  switch (body['type']) {
    case 'event_callback':
      return event(body, inside);
    case 'block_actions':
      return blockAction(body);
    case 'view_submission':
      return submission(body);
    case 'message_action':
      return messageShortcut(body, inside);
    case 'shortcut': {
      const isOurs = body['callback_id'] === shortcutIds.file;
      return isOurs ? { gesture: { type: 'file' }, user: userOf(body), event: triggered(body) } : null;
    }
    default:
      return null;
  }
}

function command(body: Payload, inside: Inside): Seen | null {
  if (body['command'] !== inside.command) return null;
  const words = typeof body['text'] === 'string' ? plainText(body['text']).trim() : '';
  return { gesture: { type: 'command', text: words }, user: text(body['user_id']), event: triggered(body) };
}

function event(body: Payload, inside: Inside): Seen | null {
  const inner = record(body['event']);
  const id = text(body['event_id']);
  const user = text(inner['user']) ?? text(record(inner['user'])['id']);
  // A bot that answers a bot would never stop.
  if (id === null || user === inside.botUserId || inner['bot_id'] !== undefined) return null;
  const seen = (gesture: Gesture): Seen => ({ gesture, user, event: `event:${id}` });
  switch (inner['type']) {
    case 'app_home_opened':
      return inner['tab'] === 'messages' ? null : seen({ type: 'home' });
    case 'app_mention': {
      const words = plainText(withoutMention(text(inner['text']) ?? '', inside.botUserId));
      const link = permalink(inner['channel'], inner['ts'], inside.domain);
      return seen({ type: 'mention', text: words, permalink: link, note: threadMessage(inner, inside)?.note ?? null });
    }
    case 'message': {
      const heard = threadMessage(inner, inside);
      return heard === null
        ? null
        : { gesture: { type: 'note', note: heard.note }, user: heard.user, event: `event:${id}` };
    }
    case 'user_change': {
      const locale = spoken(text(record(inner['user'])['locale']));
      return locale === null ? null : seen({ type: 'language', locale });
    }
    default:
      return null;
  }
}

function blockAction(body: Payload): Seen | null {
  const action = record(list(body['actions'])[0]);
  const actionId = text(action['action_id']);
  if (actionId === null) return null;
  const gesture = isPressId(actionId) ? pressed(action) : refreshed(actionId, record(body['view']));
  if (gesture === null) return null;
  const user = userOf(body);
  const at = text(action['action_ts']);
  const fallback = at === null ? null : `press:${at}:${user}:${actionId}`;
  const trigger = text(body['trigger_id']);
  return { gesture, user, event: trigger === null ? fallback : `press:${trigger}` };
}

function pressed(action: Payload): Gesture | null {
  const code = text(action['value']) ?? text(record(action['selected_option'])['value']);
  const press = code === null ? null : decodePress(code);
  return press === null ? null : { type: 'press', press };
}

function refreshed(actionId: string, view: Payload): Gesture | null {
  const field = fieldOf(actionId);
  const carried = carriedBy(view);
  if (field === null || carried === null) return null;
  return { type: 'refresh', ...carried, values: valuesOf(view), field };
}

/** A form that is sent again, after an error or a lost answer, is the same filing: the window's id names it. */
function submission(body: Payload): Seen | null {
  const view = record(body['view']);
  const id = text(view['id']);
  const carried = carriedBy(view);
  if (id === null || carried === null) return null;
  return { gesture: { type: 'submit', ...carried, values: valuesOf(view) }, user: userOf(body), event: `view:${id}` };
}

function messageShortcut(body: Payload, inside: Inside): Seen | null {
  if (body['callback_id'] !== shortcutIds.fileMessage) return null;
  const message = record(body['message']);
  const ts = text(body['message_ts']) ?? message['ts'];
  const link = permalink(record(body['channel'])['id'], ts, inside.domain);
  const words = wordsOf(message);
  const gesture: Gesture = { type: 'file-message', text: words, permalink: link };
  return { gesture, user: userOf(body), event: triggered(body) };
}

/** A forwarded mail or another bot's alert has its words in attachments. */
function wordsOf(message: Payload): string {
  const own = typeof message['text'] === 'string' ? plainText(message['text']).trim() : '';
  if (own !== '') return own;
  const attached = list(message['attachments']).map(
    (a) => text(record(a)['text']) ?? text(record(a)['fallback']) ?? '',
  );
  return plainText(attached.filter((words) => words !== '').join('\n')).trim();
}

const userOf = (body: Payload): string | null => text(record(body['user'])['id']);

function triggered(body: Payload): string | null {
  const trigger = text(body['trigger_id']);
  return trigger === null ? null : `trigger:${trigger}`;
}

function localeOf(body: Payload): Locale | null {
  return spoken(text(record(body['user'])['locale']) ?? text(body['user_locale']) ?? text(body['locale']));
}

function spoken(said: string | null): Locale | null {
  if (said?.startsWith('ko')) return 'ko';
  return said?.startsWith('en') ? 'en' : null;
}
