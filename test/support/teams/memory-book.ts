import type { Place } from '../../../src/ports/chat-gateway.ts';
import type { ConversationBook, Reach } from '../../../src/ports/conversation-book.ts';

/** The address book's promises, kept in memory. */
export function memoryBook(): ConversationBook {
  const met = new Map<string, { readonly place: Place; readonly reach: Reach }>();
  const key = ({ platform, tenant, kind, id }: Place) => `${platform}/${tenant}/${kind}/${id}`;
  return {
    remember: async (place, reach) => {
      met.delete(key(place));
      met.set(key(place), { place, reach });
    },
    reach: async (place) => met.get(key(place))?.reach ?? null,
    latest: async ({ platform, tenant, kind }) =>
      [...met.values()].findLast(
        ({ place }) => place.platform === platform && place.tenant === tenant && place.kind === kind,
      )?.reach ?? null,
    forget: async (place) => void met.delete(key(place)),
  };
}
