import type { Log } from '../src/ports/ambient.ts';
import type { Database } from './database.ts';
import { DatabaseFault } from './faults.ts';

type About = {
  readonly version: number;
  readonly named: string;
  readonly encoding: string;
  readonly ctype: string;
  readonly readonly: string;
};

const about = `select current_setting('server_version_num')::int as version, current_setting('server_version') as named,
  current_setting('server_encoding') as encoding, current_setting('transaction_read_only') as readonly,
  datctype as ctype from pg_database where datname = current_database()`;

/**
 * Asks a PostgreSQL server whether Meari can live there, before anything is written.
 * @param where host, port and name of the database, never the password
 * @throws DatabaseFault `DATABASE_UNREACHABLE`, `DATABASE_TOO_OLD`, `DATABASE_NOT_UTF8`
 */
export async function checkServer(db: Database, where: string, log: Log): Promise<void> {
  const [server] = await db.query<About>(about).catch((error: unknown) => {
    throw unreachable(error, where);
  });
  if (server === undefined) throw unreachable(null, where);
  if (server.version < 150000) {
    throw new DatabaseFault(
      'DATABASE_TOO_OLD',
      `${where} runs PostgreSQL ${server.named}; Meari needs 15 or newer. Upgrade the server, or unset DATABASE_URL to use the embedded database.`,
    );
  }
  if (server.encoding !== 'UTF8') {
    throw new DatabaseFault(
      'DATABASE_NOT_UTF8',
      `${where} is encoded as ${server.encoding}, which cannot hold Korean. Make a database with: createdb --encoding=UTF8 --locale=C.UTF-8 --template=template0 NAME`,
    );
  }
  if (server.readonly === 'on') {
    throw new DatabaseFault(
      'DATABASE_UNREACHABLE',
      `${where} is read-only (a standby, perhaps): point DATABASE_URL to the primary.`,
    );
  }
  if (dropsHangul(server.ctype)) {
    log.warn(
      'The locale of the database does not know Hangul: PostgreSQL takes no Korean character for a letter. Meari searches without it, but other tools on this database (pg_trgm, regular expressions) find nothing Korean and say nothing. A database made with --locale=C.UTF-8 does not have this trap.',
      { where, lcCtype: server.ctype },
    );
  }
}

/** Under these no Hangul syllable is a letter; no error is ever raised. */
const dropsHangul = (ctype: string): boolean => ctype === 'C' || ctype === 'POSIX';

function unreachable(error: unknown, where: string): DatabaseFault {
  const fault = error instanceof DatabaseFault ? error : null;
  const reason = fault?.message ?? 'no answer';
  return new DatabaseFault(
    'DATABASE_UNREACHABLE',
    `The database at ${where} cannot be used: ${reason}. Check DATABASE_URL, that the server runs, and that this user may log in.`,
    { cause: error, sqlState: fault?.sqlState ?? null },
  );
}
