import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import type { Log } from '../src/ports/ambient.ts';
import type { Database, Parameter, Queryable } from './database.ts';
import { takeLock } from './embedded-lock.ts';
import { DatabaseFault, faultOf } from './faults.ts';

const engine = (directory: string): Promise<PGlite> =>
  PGlite.create({ dataDir: directory, parsers: { [types.INT8]: Number, [types.TIMESTAMPTZ]: Date.parse } });

/**
 * A first start that is killed half-way must not leave half a database where the next start looks, so a new one is made
 * aside and renamed when it is whole.
 */
async function initialise(directory: string, log: Log): Promise<void> {
  log.info('Preparing the embedded database for the first time: about five seconds', { directory });
  const aside = `${directory}.new`;
  await rm(aside, { recursive: true, force: true });
  const fresh = await engine(aside);
  await fresh.close();
  await rename(aside, directory);
}

const queryable = (client: Pick<PGlite, 'query'>): Queryable => ({
  query: async <T>(text: string, parameters: readonly Parameter[] = []) => {
    try {
      return (await client.query<T>(text, [...parameters])).rows;
    } catch (error) {
      throw faultOf(error);
    }
  },
});

/**
 * Opens the database that lives in `dataDir` and runs inside this process.
 * @throws DatabaseFault `DATABASE_IN_USE`, `DATABASE_UNUSABLE`
 */
export async function embeddedDatabase(dataDir: string, log: Log): Promise<Database> {
  const directory = join(resolve(dataDir), 'database');
  const lock = await mkdir(resolve(dataDir), { recursive: true })
    .then(() => takeLock(directory))
    .catch((error: unknown) => {
      throw error instanceof DatabaseFault ? error : unusable(directory, error);
    });
  let client: PGlite;
  try {
    if (!existsSync(join(directory, 'PG_VERSION'))) await initialise(directory, log);
    client = await engine(directory);
    await client.query(`set timezone = 'UTC'`);
  } catch (error) {
    await lock.release();
    throw unusable(directory, error);
  }
  let closing: Promise<void> | null = null;
  return {
    ...queryable(client),
    embedded: true,
    transaction: (work) => client.transaction((tx) => work(queryable(tx))),
    close: () => {
      closing ??= client.close().finally(lock.release);
      return closing;
    },
  };
}

function unusable(directory: string, error: unknown): DatabaseFault {
  const reason = faultOf(error).message;
  return new DatabaseFault(
    'DATABASE_UNUSABLE',
    `The embedded database in ${directory} cannot be opened: ${reason}. Check that the disk has room and that this user may write there. If the directory is damaged, put a copy in its place, or move it away to start with an empty one.`,
    { cause: error instanceof Error ? new Error(reason) : undefined },
  );
}
