import type { Place } from '../../src/ports/chat-gateway.ts';
import type { ConversationBook } from '../../src/ports/conversation-book.ts';
import { list, record, text } from '../payload.ts';
import { conversationOf } from './permalink.ts';

/**
 * Every authenticated activity says where its sender can be reached: that is the only way in which Teams gives an address
 * away. Null: nobody was met, or somebody of another tenant.
 */
export function meeting(
  activity: Record<string, unknown>,
  tenant: string,
): { readonly note: (book: ConversationBook) => Promise<void> } | null {
  const conversation = record(activity['conversation']);
  const channelData = record(activity['channelData']);
  const home = text(conversation['tenantId']) ?? text(record(channelData['tenant'])['id']);
  const serviceUrl = text(activity['serviceUrl']);
  const id = text(conversation['id']);
  if (home !== tenant || serviceUrl === null || id === null) return null;
  const place = placeOf(activity, tenant);
  if (place === null) return null;
  const isRemoval = isTakenAway(activity);
  const where = place.kind === 'channel' ? place.id : id;
  return {
    note: (book) => (isRemoval ? book.forget(place) : book.remember(place, { serviceUrl, conversation: where })),
  };
}

/** Told in two ways, often in both: the app is taken away, and the bot leaves. */
function isTakenAway(activity: Record<string, unknown>): boolean {
  if (activity['type'] === 'installationUpdate') return activity['action'] === 'remove';
  return list(activity['membersRemoved']).some((member) => text(record(member)['id'])?.startsWith('28:') === true);
}

function placeOf(activity: Record<string, unknown>, tenant: string): Place | null {
  const conversation = record(activity['conversation']);
  if (conversation['conversationType'] === 'personal') {
    const from = record(activity['from']);
    const user = text(from['aadObjectId']) ?? text(from['id']);
    return user === null ? null : { platform: 'teams', tenant, kind: 'person', id: user };
  }
  const channel = text(record(record(activity['channelData'])['channel'])['id']);
  const id = channel ?? conversationOf(text(conversation['id']) ?? '').conversation;
  return id === '' ? null : { platform: 'teams', tenant, kind: 'channel', id };
}
