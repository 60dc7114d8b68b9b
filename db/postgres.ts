import postgres from 'postgres';
import type { Database, Parameter, Queryable } from './database.ts';
import { faultOf, maySendAgain } from './faults.ts';

const int8 = 20;
const timestamptz = 1184;

/** Connections of one process. Statements queue on them; three replicas stay far below a server's usual hundred. */
const connections = 16;

/** Anything of postgres.js that takes a statement: the client or a transaction on it. */
type Client = Pick<postgres.Sql, 'unsafe'>;

const queryable = (client: Client): Queryable => ({
  query: async <T>(text: string, parameters: readonly Parameter[] = []) => {
    try {
      // Prepared: after the first time on a connection, one round trip and no planning.
      const rows = await client.unsafe(text, [...parameters], { prepare: parameters.length > 0 });
      return rows as unknown as readonly T[];
    } catch (error) {
      throw faultOf(error);
    }
  },
});

/** Opens a pool on a PostgreSQL server. Connects when first asked something. */
export function postgresDatabase(url: string, options: { readonly max?: number } = {}): Database {
  const client = postgres(url, {
    max: options.max ?? connections,
    connect_timeout: 10,
    fetch_types: false,
    onnotice: () => {},
    connection: {
      application_name: 'meari',
      TimeZone: 'UTC',
      DateStyle: 'ISO',
      // A forgotten transaction would hold back the cleaning of the outbox.
      idle_in_transaction_session_timeout: 10_000,
      statement_timeout: 60_000,
      // No statement of ours runs long enough to be worth compiling: it would take longer than the sums of a week.
      jit: 'off',
    },
    types: {
      int8: { to: int8, from: [int8], serialize: String, parse: Number },
      moment: { to: timestamptz, from: [timestamptz], serialize: String, parse: Date.parse },
    },
  });
  const plain = queryable(client);
  return {
    embedded: false,
    query: async (text, parameters) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await plain.query(text, parameters);
        } catch (error) {
          if (attempt === 3 || !maySendAgain(error)) throw error;
        }
      }
    },
    transaction: async (work) => {
      let thrown: unknown;
      try {
        const run = async (tx: Client) => ({ value: await work(queryable(tx)) });
        const result = await client.begin((tx) =>
          run(tx).catch((error: unknown) => {
            thrown = error;
            throw error;
          }),
        );
        return result.value;
      } catch (error) {
        // What `work` threw passes as it is; what opening or committing threw becomes a fault.
        throw error === thrown ? error : faultOf(error);
      }
    },
    close: () => client.end({ timeout: 5 }),
  };
}
