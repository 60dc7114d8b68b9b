import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Log } from '../src/ports/ambient.ts';
import type { Database, Queryable } from './database.ts';
import { DatabaseFault } from './faults.ts';

/** Beside this file, in the sources and in `dist/db` alike. */
const folder = fileURLToPath(new URL('./migrations', import.meta.url));

/** Any constant: whoever migrates a Meari database holds this lock. */
const lock = 5_206_146_233;

type Applied = { readonly hash: string; readonly applied_at: number };

/**
 * Brings the database to the schema of this Meari: what is missing is applied in one transaction, under a lock, so that
 * replicas starting together do it once. Keeps drizzle's own book-keeping table, but by content and not by date: a
 * migration that was merged late is not skipped, and one that was edited after it was applied is noticed.
 * @throws DatabaseFault `MIGRATION_FAILED`
 */
export async function migrate(db: Database, log: Log): Promise<void> {
  if (!existsSync(folder))
    throw new DatabaseFault('MIGRATION_FAILED', `The folder of migrations is missing: ${folder}`);
  const known = readMigrationFiles({ migrationsFolder: folder });
  try {
    if (
      await isCurrent(
        db,
        known.map((m) => m.hash),
        log,
      )
    )
      return;
    await db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1::bigint)', [lock]);
      await tx.query('create schema if not exists drizzle');
      await tx.query(
        'create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)',
      );
      const applied = new Set((await appliedTo(tx)).map((row) => row.hash));
      for (const migration of known.filter((m) => !applied.has(m.hash))) {
        for (const statement of migration.sql) await tx.query(statement);
        await tx.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2::bigint)', [
          migration.hash,
          migration.folderMillis,
        ]);
      }
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseFault('MIGRATION_FAILED', `The database could not be brought up to date: ${reason}`, {
      cause: error,
    });
  }
}

const appliedTo = (db: Queryable): Promise<readonly Applied[]> =>
  db.query<Applied>('select hash, created_at as applied_at from drizzle.__drizzle_migrations order by id');

/** The usual start: nothing to do, and no lock to wait for. */
async function isCurrent(db: Queryable, known: readonly string[], log: Log): Promise<boolean> {
  const [table] = await db.query<{ present: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as present`,
  );
  if (table?.present !== true) return false;
  const applied = await appliedTo(db);
  const foreign = applied.filter((row) => !known.includes(row.hash));
  if (foreign.length > 0) {
    log.warn('The database has migrations this Meari does not know: a newer one has been here', {
      unknown: foreign.length,
    });
  }
  return known.every((hash) => applied.some((row) => row.hash === hash));
}
