import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import postgres from 'postgres';
import { openDatabase } from '../../db/connect.ts';
import { startPostgres } from './postgres.ts';
import { quietLog } from './quiet-log.ts';

/** Migrated databases to copy from. */
export type Templates = {
  /** `admin` may create databases named `prefix…` from `template`. */
  readonly postgres: { readonly admin: string; readonly prefix: string; readonly template: string };
  readonly embedded: { readonly dataDir: string };
};

export async function postgresTemplate(): Promise<{ template: Templates['postgres']; stop: () => Promise<void> }> {
  const server = await startPostgres();
  const prefix = `meari_${randomBytes(4).toString('hex')}_`;
  const template = `${prefix}template`;
  const admin = server.url('postgres');
  await asAdmin(admin, (sql) =>
    sql.unsafe(
      `create database ${template} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
    ),
  );
  const db = await openDatabase({ url: server.url(template), dataDir: '', log: quietLog() });
  await db.close();
  return {
    template: { admin, prefix, template },
    stop: async () => {
      // A server of our own goes with all it holds; a given one is left as it was found.
      if (process.env['TEST_DATABASE_URL']) await dropAll(admin, prefix);
      await server.stop();
    },
  };
}

/** The data directory as a first start leaves it. */
export async function embeddedTemplate(directory: string): Promise<Templates['embedded']> {
  const dataDir = join(directory, 'embedded');
  const db = await openDatabase({ url: null, dataDir, log: quietLog() });
  await db.close();
  return { dataDir };
}

export async function asAdmin<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const dropAll = (admin: string, prefix: string): Promise<void> =>
  asAdmin(admin, async (sql) => {
    const left = await sql<
      { datname: string }[]
    >`select datname from pg_database where starts_with(datname, ${prefix})`;
    for (const { datname } of left) await sql.unsafe(`drop database if exists ${datname} with (force)`);
  });
