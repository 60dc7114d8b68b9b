import type { Log } from '../src/ports/ambient.ts';
import type { Database } from './database.ts';
import { DatabaseFault } from './faults.ts';
import { migrate } from './migrate.ts';
import { checkServer } from './start-checks.ts';

export type DatabaseOptions = {
  /** A PostgreSQL server; null: embedded, in `dataDir`. */
  readonly url: string | null;
  readonly dataDir: string;
  readonly log: Log;
};

/**
 * Opens the database, makes sure Meari can live there, and brings its schema up to date. What can go wrong is said in
 * one sentence that names what to do.
 * @throws DatabaseFault
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const db = options.url === null ? await inProcess(options) : await server(options.url, options.log);
  try {
    await migrate(db, options.log);
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}

// Only the engine in use is loaded: the embedded one alone takes a few hundred megabytes.
async function inProcess(options: DatabaseOptions): Promise<Database> {
  const { embeddedDatabase } = await import('./embedded.ts');
  return embeddedDatabase(options.dataDir, options.log);
}

async function server(url: string, log: Log): Promise<Database> {
  const where = withoutSecrets(url);
  const { postgresDatabase } = await import('./postgres.ts');
  const db = postgresDatabase(url);
  try {
    await checkServer(db, where, log);
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** Host, port and database of a connection URL. @throws DatabaseFault `DATABASE_URL_INVALID` */
function withoutSecrets(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new DatabaseFault(
      'DATABASE_URL_INVALID',
      'DATABASE_URL is not a PostgreSQL address. It reads postgres://user:password@host:5432/database, with special characters in the password percent-encoded.',
    );
  }
  return `${parsed.hostname || 'localhost'}:${parsed.port || '5432'}${parsed.pathname}`;
}
