import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, inject } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import type { Database } from '../../db/database.ts';
import { quietLog } from './quiet-log.ts';
import { asAdmin, type Templates } from './templates.ts';

export type Engine = 'postgres' | 'embedded';
export const engines: readonly Engine[] = ['postgres', 'embedded'];

/** Where a database of a test is: what `openDatabase` wants to know. */
export type Location = { readonly url: string | null; readonly dataDir: string };
export type Fresh = Location & { readonly remove: () => Promise<void> };

/** A new database with the schema in it, empty: 40 ms on PostgreSQL, a copied directory embedded. */
export async function freshDatabase(engine: Engine): Promise<Fresh> {
  const dataDir = mkdtempSync(join(tmpdir(), 'meari-data-'));
  const removeDir = () => rmSync(dataDir, { recursive: true, force: true });
  if (engine === 'embedded') {
    const template = await ask('embedded');
    cpSync(template.dataDir, dataDir, { recursive: true });
    return { url: null, dataDir, remove: async () => removeDir() };
  }
  const { admin, prefix, template } = await ask('postgres');
  const url = await createDatabase(admin, `${prefix}${randomBytes(5).toString('hex')}`, `template ${template}`);
  return {
    url,
    dataDir,
    remove: async () => {
      removeDir();
      await asAdmin(admin, (sql) =>
        sql.unsafe(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`),
      );
    },
  };
}

/** A database on the real server made with `options` of CREATE DATABASE; without the schema unless they say so. */
export async function bareDatabase(options: string): Promise<string> {
  const { admin, prefix } = await ask('postgres');
  return createDatabase(admin, `${prefix}${randomBytes(5).toString('hex')}`, options);
}

/** Runs the same tests on both engines. What `open` opens is closed and removed after them. */
export function eachDatabase(tests: (engine: Engine, open: () => Promise<Database>) => void): void {
  for (const engine of engines) {
    describe(`on ${engine}`, () => {
      const opened: { readonly db: Database; readonly fresh: Fresh }[] = [];
      afterAll(async () => {
        for (const { db, fresh } of opened) {
          await db.close();
          await fresh.remove();
        }
      });
      tests(engine, async () => {
        const fresh = await freshDatabase(engine);
        const db = await openDatabase({ ...fresh, log: quietLog() });
        opened.push({ db, fresh });
        return db;
      });
    });
  }
}

async function createDatabase(admin: string, name: string, options: string): Promise<string> {
  await asAdmin(admin, (sql) => sql.unsafe(`create database ${name} ${options}`));
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return url.toString();
}

/** Asks the run's broker (`global-setup.ts`), which makes each engine once. */
function ask<E extends Engine>(engine: E): Promise<Templates[E]> {
  return new Promise((done, fail) => {
    let said = '';
    const socket = connect(inject('databases'), () => socket.write(`${engine}\n`));
    socket.on('error', fail);
    socket.on('data', (chunk) => {
      said += String(chunk);
    });
    socket.on('end', () => {
      const answer = JSON.parse(said);
      if ('failed' in answer) fail(new Error(`No ${engine} database for this test: ${answer.failed}`));
      else done(answer);
    });
  });
}
