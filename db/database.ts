/** SQL in, rows out. `$1` parameters are strings, numbers, booleans or null; lists travel as text (`db/literals.ts`). */
export type Queryable = {
  /**
   * One statement, one round trip. The same on both engines: `bigint` and `count` come back as numbers, `timestamptz`
   * as milliseconds since 1970, `jsonb` parsed.
   * @throws DatabaseFault
   */
  readonly query: <T>(text: string, parameters?: readonly Parameter[]) => Promise<readonly T[]>;
};
export type Parameter = string | number | boolean | null;

/** The database, whichever engine runs it. */
export type Database = Queryable & {
  /**
   * Several statements that become true together. Ask only `tx` inside: the embedded engine has one session, so
   * asking the database itself there would wait for itself for ever. No network calls inside either.
   */
  readonly transaction: <T>(work: (tx: Queryable) => Promise<T>) => Promise<T>;
  /** Waits for statements under way; a second call does nothing. */
  readonly close: () => Promise<void>;
  /** True: one process only, and safe against a killed process but not against a lost machine. */
  readonly embedded: boolean;
};
