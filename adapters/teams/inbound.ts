import { causationId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Locale } from '../../src/domain/playbook.ts';
import type { Gesture, Interaction } from '../../src/ports/interaction.ts';
import { isRecord, list, record, text } from '../payload.ts';
import { carriedBy } from './carried.ts';
import { valuesOf } from './form-state.ts';
import { chosenText, isBot, isCalled, typedText } from './message-text.ts';
import { conversationOf, ownLink, permalink } from './permalink.ts';
import { decodePress } from './press-code.ts';
import { threadMessage } from './thread-message.ts';

/** What the adapter knows and the payload does not say. */
export type Inside = {
  /** Ours: whoever writes from another one is not let in. The SDK does not look. */
  readonly tenant: string;
  /** With or without `28:`. */
  readonly botId: string;
  /** `/voc`: what people learn to type; in a private chat it may as well be left out. */
  readonly command: string;
  readonly at: Instant;
  /** In which the moments of forms are meant. */
  readonly zone: string;
};

type Activity = Record<string, unknown>;
type Seen = {
  readonly gesture: Gesture;
  /** What names it, so that a redelivery is known. */
  readonly event: string;
  readonly isHome?: boolean;
};

/** What a person did, from what Teams sent; null for whatever is not for us. Never throws, whatever the shape. */
export function inbound(activity: unknown, inside: Inside): Interaction | null {
  if (!isRecord(activity) || !isOurs(activity, inside)) return null;
  const from = record(activity['from']);
  const user = text(from['aadObjectId']) ?? text(from['id']);
  const seen = user === null ? null : see(activity, user, inside);
  if (seen === null || user === null) return null;
  return {
    id: causationId(`teams:${inside.tenant}:${seen.event}`),
    user: { platform: 'teams', tenant: inside.tenant, id: user },
    locale: localeOf(activity),
    at: inside.at,
    surface: seen.isHome === true || seen.gesture.type === 'home' ? 'home' : 'elsewhere',
    gesture: seen.gesture,
    ...(activity['type'] === 'invoke' ? { inCall: true as const } : {}),
  };
}

/**
 * Only Teams itself vouches for who somebody is: over Web Chat or Direct Line, which every bot is given, anybody says so.
 * And a bot that answers a bot would never stop.
 */
export function isOurs(activity: Activity, { tenant, botId }: Pick<Inside, 'tenant' | 'botId'>): boolean {
  if (activity['channelId'] !== 'msteams') return false;
  const tenants = [
    record(activity['conversation'])['tenantId'],
    record(record(activity['channelData'])['tenant'])['id'],
  ];
  const said = tenants.filter((t) => t !== undefined && t !== null);
  if (said.length === 0 || said.some((t) => t !== tenant)) return false;
  const from = record(activity['from']);
  const id = text(from['id']);
  return !isBot(id, botId) && id?.startsWith('28:') !== true && from['role'] !== 'bot';
}

function see(activity: Activity, user: string, inside: Inside): Seen | null {
  switch (activity['type']) {
    case 'message':
      return message(activity, user, inside);
    case 'messageUpdate':
    case 'messageDelete':
      return changed(activity, inside);
    case 'invoke':
      return invoked(activity, user, inside);
    case 'conversationUpdate':
      return list(activity['membersAdded']).some((member) => isBot(text(record(member)['id']), inside.botId))
        ? welcome(activity)
        : null;
    case 'installationUpdate':
      return activity['action'] === 'add' ? welcome(activity) : null;
    default:
      return null;
  }
}

/** Being installed is told in two ways, often in both: they are one event. */
function welcome(activity: Activity): Seen | null {
  const conversation = text(record(activity['conversation'])['id']);
  if (conversation === null || !isPersonal(activity)) return null;
  return { gesture: { type: 'home' }, event: `welcome:${conversation}` };
}

function message(activity: Activity, user: string, inside: Inside): Seen | null {
  const id = text(activity['id']);
  const where = text(record(activity['conversation'])['id']);
  if (id === null || where === null) return null;
  // Ids of messages are moments: they are unique within their conversation only.
  const event = `message:${conversationOf(where).conversation}:${id}`;
  if (isRecord(activity['value'])) return acted(activity['value'], event, user, inside.zone);
  const words = typedText(activity, inside.botId);
  if (isPersonal(activity)) return { gesture: { type: 'command', text: withoutCommand(words, inside.command) }, event };
  const note = threadMessage(activity, inside);
  if (!isCalled(activity, inside.botId)) return note === null ? null : { gesture: { type: 'note', note }, event };
  return { gesture: { type: 'mention', text: words, permalink: permalink(activity, id, inside.tenant), note }, event };
}

function withoutCommand(words: string, command: string): string {
  const [first = '', ...rest] = words.split(/(?<=^\S+)\s+/);
  return first.toLowerCase() === command ? rest.join(' ') : words;
}

/** A message that was changed, taken back or put there again. */
function changed(activity: Activity, inside: Inside): Seen | null {
  const note = threadMessage(activity, inside);
  if (note === null) return null;
  const { conversation, message } = note.said;
  return { gesture: { type: 'note', note }, event: `message:${conversation}:${message}:${note.asOf}` };
}

/** Teams sends an invoke again, under the same id, when it was not answered in time. */
function invoked(activity: Activity, user: string, inside: Inside): Seen | null {
  const value = record(activity['value']);
  const id = text(activity['id']) ?? unnamed(activity, user);
  if (id === null) return null;
  const event = `invoke:${id}`;
  switch (activity['name']) {
    case 'adaptiveCard/action':
      return acted(record(value['action'])['data'], event, user, inside.zone);
    case 'task/fetch':
    case 'task/submit':
    case 'composeExtension/submitAction':
      return acted(value['data'], event, user, inside.zone);
    case 'composeExtension/fetchTask': {
      if (value['commandContext'] !== 'message') return { gesture: { type: 'file' }, event };
      const payload = record(value['messagePayload']);
      const link = ownLink(payload['linkToMessage']) ?? permalink(activity, text(payload['id']), inside.tenant);
      return { gesture: { type: 'file-message', text: chosenText(payload), permalink: link }, event };
    }
    default:
      return null;
  }
}

function unnamed(activity: Activity, user: string): string | null {
  const at = text(activity['timestamp']) ?? text(activity['localTimestamp']);
  const card = text(activity['replyToId']) ?? '';
  return at === null ? null : `${at}:${user}:${card}`;
}

/** What a button of ours carries: a step, or a form with what was filled in. */
function acted(data: unknown, event: string, user: string, zone: string): Seen | null {
  const pressed = decodePress(data);
  if (pressed !== null) return { gesture: { type: 'press', press: pressed.press }, event, isHome: pressed.isHome };
  const carried = carriedBy(data);
  if (carried === null) return null;
  const { act, id, step, context, fields, field } = carried;
  const values = valuesOf(data, fields, zone);
  if (act === 'refresh') return { gesture: { type: 'refresh', step, context, values, field }, event };
  // A form that is sent again, after an error or a lost answer, is the same filing; of two people it is two.
  return { gesture: { type: 'submit', step, context, values }, event: `form:${id}:${user}` };
}

export const isPersonal = (activity: Activity): boolean =>
  record(activity['conversation'])['conversationType'] === 'personal';

export function localeOf(activity: Activity): Locale | null {
  const client = list(activity['entities'])
    .map(record)
    .find((entity) => entity['type'] === 'clientInfo');
  const said = text(activity['locale']) ?? text(client?.['locale']) ?? '';
  if (/^ko\b/i.test(said)) return 'ko';
  return /^en\b/i.test(said) ? 'en' : null;
}
