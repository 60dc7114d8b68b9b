import type { Profile } from '../../src/ports/chat-gateway.ts';
import { list, record, text } from '../payload.ts';
import type { ConnectorCalls } from './connector.ts';

const pageSize = 500;

const idOf = (member: Record<string, unknown>): string | null =>
  text(member['aadObjectId']) ?? text(member['objectId']) ?? text(member['id']);

/** Whoever in a conversation's roster has this work e-mail: their id; null: nobody. */
export async function memberWith(calls: ConnectorCalls, conversation: string, email: string): Promise<string | null> {
  const wanted = email.trim().toLowerCase();
  for (let token = ''; ; ) {
    const page = await calls.conversations.getConversationPagedMembers(conversation, {
      pageSize,
      ...(token === '' ? {} : { continuationToken: token }),
    });
    const found = list(page.members)
      .map(record)
      .find((member) => addressesOf(member).includes(wanted));
    if (found !== undefined) return idOf(found);
    const next = page.continuationToken ?? '';
    if (next === '' || next === token) return null;
    token = next;
  }
}

const addressesOf = (member: Record<string, unknown>): readonly string[] =>
  [text(member['email']), text(member['userPrincipalName'])].flatMap((a) => (a === null ? [] : [a.toLowerCase()]));

/** A guest is not a colleague, and neither is anybody of another tenant who stands in a shared channel. */
export function profileIn(member: Record<string, unknown>, tenant: string): Profile {
  const home = text(member['tenantId']);
  const isGuest = text(member['userRole'])?.toLowerCase() === 'guest';
  return {
    isColleague: !isGuest && (home === null || home === tenant),
    name: text(member['name']) ?? text(member['givenName']) ?? idOf(member) ?? '',
    email: text(member['email']) ?? text(member['userPrincipalName']),
    locale: null,
    zone: null,
  };
}
