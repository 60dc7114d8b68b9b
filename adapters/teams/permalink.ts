import { record, text } from '../payload.ts';

const home = 'https://teams.microsoft.com/l/message/';

/** A conversation's own id; that of a thread in a channel carries the message it hangs under. */
export function conversationOf(id: string): { readonly conversation: string; readonly parent: string | null } {
  const at = id.indexOf(';messageid=');
  return at === -1
    ? { conversation: id, parent: null }
    : { conversation: id.slice(0, at), parent: id.slice(at + ';messageid='.length) };
}

/** The address of a message, by where it was said; null where there is none to be made. */
export function permalink(activity: Record<string, unknown>, message: string | null, tenant: string): string | null {
  const where = record(activity['conversation']);
  const id = text(where['id']);
  if (id === null || message === null || !/^\d+$/.test(message)) return null;
  const { conversation, parent } = conversationOf(id);
  if (!/^[\w:.@-]+$/.test(conversation)) return null;
  const query = new URLSearchParams({ tenantId: tenant });
  if (where['conversationType'] === 'channel') {
    const group = text(record(record(activity['channelData'])['team'])['aadGroupId']);
    if (group !== null) query.set('groupId', group);
    query.set('parentMessageId', parent !== null && /^\d+$/.test(parent) ? parent : message);
  } else {
    query.set('context', '{"contextType":"chat"}');
  }
  return `${home}${conversation}/${message}?${query}`;
}

/** What Teams itself gives as the address of a message; only its own are believed. */
export const ownLink = (link: unknown): string | null => {
  const said = text(link);
  return said !== null &&
    /^https:\/\/teams\.(?:microsoft\.com|cloud\.microsoft|microsoft\.us)\/l\/\S{1,1000}$/.test(said)
    ? said
    : null;
};
