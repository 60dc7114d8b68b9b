import { randomBytes } from 'node:crypto';
import type postgres from 'postgres';
import { openDatabase } from '../../../db/connect.ts';
import { startPostgres } from '../../support/postgres.ts';
import { quietLog } from '../../support/quiet-log.ts';
import { asAdmin } from '../../support/templates.ts';
import type { Effort } from './rounds.ts';

/** A real server, and databases on it that are copies of a prepared one: every measurement begins with the same. */
export type Databases = {
  readonly about: string;
  /** A new database that `fill` prepares; gives its name. */
  readonly prepare: (fill: (url: string) => Promise<void>) => Promise<string>;
  /** Works on a copy of a prepared database, which then goes. */
  readonly onCopy: <T>(prepared: string, work: (url: string) => Promise<T>) => Promise<T>;
  /** Works on a prepared database itself, where copying it would take too long. */
  readonly on: <T>(prepared: string, work: (url: string) => Promise<T>) => Promise<T>;
  readonly stop: () => Promise<void>;
};

export async function startDatabases({ durable }: Pick<Effort, 'durable'>): Promise<Databases> {
  const server = await startPostgres(durable ? { settings: { fsync: 'on', full_page_writes: 'on' } } : {});
  const admin = <T>(work: (sql: postgres.Sql) => Promise<T>) => asAdmin(server.url('postgres'), work);
  const prepared: string[] = [];
  const drop = (name: string) => admin((sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
  const named = () => `meari_bench_${randomBytes(5).toString('hex')}`;

  return {
    about: `${server.about}, ${durable ? 'fsync as shipped' : 'fsync off: the disk hides no difference'}`,
    prepare: async (fill) => {
      const name = named();
      const options = `template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`;
      await admin((sql) => sql.unsafe(`create database ${name} ${options}`));
      prepared.push(name);
      await fill(server.url(name));
      // A database that has lived for a while knows its own numbers.
      await asAdmin(server.url(name), (sql) => sql.unsafe('vacuum analyze'));
      return name;
    },
    onCopy: async (template, work) => {
      const name = named();
      await admin((sql) => sql.unsafe(`create database ${name} template ${template}`));
      await admin((sql) => sql.unsafe('checkpoint'));
      try {
        return await work(server.url(name));
      } finally {
        await drop(name);
      }
    },
    on: (name, work) => work(server.url(name)),
    stop: async () => {
      for (const name of prepared) await drop(name);
      await server.stop();
    },
  };
}

/** The schema of Meari, and nothing in it. */
export async function migrated(url: string): Promise<void> {
  const db = await openDatabase({ url, dataDir: '', log: quietLog() });
  await db.close();
}
