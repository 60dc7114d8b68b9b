import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Vault } from '../src/ports/ambient.ts';
import type { Queryable } from './database.ts';
import { VaultFault } from './vault.ts';

const keyFile = (dataDir: string): string => join(dataDir, 'encryption.key');

/**
 * The key of an embedded database, made on the first start and kept beside it, readable by its owner alone. Whoever
 * copies the database copies this file too, or the originals are lost.
 * @throws VaultFault `VAULT_KEY_INVALID` where the file holds something else
 */
export async function loadOrCreateKey(dataDir: string): Promise<Buffer> {
  const path = keyFile(dataDir);
  const kept = await read(path);
  if (kept !== null) return kept;
  await mkdir(dataDir, { recursive: true });
  // Written whole and to the disk before it gets its name: half a key would lock everything away.
  const aside = `${path}.${process.pid}`;
  const file = await open(aside, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(32).toString('base64')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, path).catch(async (error: unknown) => {
    await rm(aside, { force: true });
    throw error;
  });
  return (await read(path)) ?? Promise.reject(new VaultFault('VAULT_KEY_INVALID', `${path} vanished.`));
}

async function read(path: string): Promise<Buffer | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new VaultFault('VAULT_KEY_INVALID', `${path} cannot be read (${error.code ?? error.message}).`, error);
  });
  if (text === null) return null;
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length === 32) return key;
  throw new VaultFault(
    'VAULT_KEY_INVALID',
    `${path} does not hold 32 bytes in base64. Put the key back from your copy; without it what was sealed stays closed.`,
  );
}

const canary = 'Meari';

/**
 * Asks whether this key is the one the database was first used with, before anything new is sealed with a wrong one.
 * @throws VaultFault `VAULT_KEY_CHANGED`
 */
export async function checkKey(db: Queryable, vault: Vault): Promise<void> {
  await db.query(`insert into canaries (name, sealed) values ('key', $1::text) on conflict (name) do nothing`, [
    vault.seal(canary),
  ]);
  await compareKey(db, vault);
}

/**
 * The same, writing nothing: a database that has not been used yet takes any key.
 * @throws VaultFault `VAULT_KEY_CHANGED`
 */
export async function compareKey(db: Queryable, vault: Vault): Promise<void> {
  const [row] = await db.query<{ sealed: string }>(`select sealed from canaries where name = 'key'`);
  try {
    if (row === undefined || vault.open(row.sealed) === canary) return;
  } catch {
    // Said below, in words.
  }
  throw new VaultFault(
    'VAULT_KEY_CHANGED',
    'The encryption key is not the one this database was first used with, so sealed originals would stay closed. Put the former key back: ENCRYPTION_KEY, or encryption.key in DATA_DIR where the database is embedded.',
  );
}

/**
 * Forgets which key the database was first used with, so that the next start takes the one it is given: for when the
 * former key is lost, and what it sealed with it.
 */
export async function forgetKey(db: Queryable): Promise<void> {
  await db.query(`delete from canaries where name = 'key'`);
}
