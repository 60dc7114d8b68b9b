import type { Place } from '../src/ports/chat-gateway.ts';
import type { ConversationBook, Reach } from '../src/ports/conversation-book.ts';
import type { Queryable } from './database.ts';

type Row = { readonly service_url: string; readonly conversation: string };

const keyOf = ({ platform, tenant, kind, id }: Place) => [platform, tenant, kind, id] as const;
const reachOf = (row: Row | undefined): Reach | null =>
  row === undefined ? null : { serviceUrl: row.service_url, conversation: row.conversation };

/** The address book of a chat platform, in the database. What is known already is not written again within a day. */
export function conversationBook(db: Queryable): ConversationBook {
  return {
    remember: async (place, { serviceUrl, conversation }) => {
      await db.query(
        `insert into reaches as r (platform, tenant, kind, place_id, service_url, conversation)
         values ($1::text, $2::text, $3::text, $4::text, $5::text, $6::text)
         on conflict (platform, tenant, kind, place_id) do update set
           service_url = excluded.service_url, conversation = excluded.conversation, met_at = now()
         where r.service_url <> excluded.service_url or r.conversation <> excluded.conversation
            or r.met_at < now() - interval '1 day'`,
        [...keyOf(place), serviceUrl, conversation],
      );
    },
    reach: async (place) => {
      const [row] = await db.query<Row>(
        `select service_url, conversation from reaches
          where platform = $1::text and tenant = $2::text and kind = $3::text and place_id = $4::text`,
        keyOf(place),
      );
      return reachOf(row);
    },
    latest: async ({ platform, tenant, kind }) => {
      const [row] = await db.query<Row>(
        `select service_url, conversation from reaches
          where platform = $1::text and tenant = $2::text and kind = $3::text order by met_at desc limit 1`,
        [platform, tenant, kind],
      );
      return reachOf(row);
    },
    forget: async (place) => {
      await db.query(
        `delete from reaches
          where platform = $1::text and tenant = $2::text and kind = $3::text and place_id = $4::text`,
        keyOf(place),
      );
    },
  };
}
