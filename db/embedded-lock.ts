import { createHash } from 'node:crypto';
import { realpathSync, statSync, unlinkSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseFault } from './faults.ts';

export type Lock = { readonly release: () => Promise<void> };

/** Longest path a Unix socket takes everywhere (104 bytes on macOS, 108 on Linux, with the closing zero). */
const longestPath = 100;

/**
 * The engine itself has no lock, and two processes in one directory lose each other's rows in silence. So the process
 * that has it open listens on a Unix socket: the kernel closes that with the process, however it dies. The socket lies
 * beside the directory, since copying a directory fails on a socket inside.
 * @throws DatabaseFault `DATABASE_IN_USE` naming the process that has it
 */
export async function takeLock(directory: string): Promise<Lock> {
  const path = lockPath(directory);
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const server = await listen(path);
    if (server !== null) return { release: () => new Promise((done) => server.close(() => done())) };
    const left = fingerprint(path);
    const holder = await ask(path);
    if (holder !== null) throw inUse(directory, holder);
    const ours = await takeOver(path, left);
    if (ours !== null) return ours;
  }
  throw inUse(directory, 'unknown');
}

/** Where the lock of a directory is: the same for every process, by whatever path it names the directory. */
export function lockPath(directory: string): string {
  const real = join(realpathSync(dirname(directory)), basename(directory));
  const name = createHash('sha256').update(real).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\meari-${name}`;
  const beside = `${real}.lock`;
  return Buffer.byteLength(beside) <= longestPath ? beside : join(tmpdir(), `meari-${name}.lock`);
}

/** Null: the path is taken. Whoever connects is told our process id. */
function listen(path: string): Promise<Server | null> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.end(String(process.pid));
    });
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? done(null) : fail(error)));
    server.listen(path, () => {
      server.unref();
      done(server);
    });
  });
}

/** The id of the process that answers at `path`; null: nobody, its owner is dead. A busy owner may not say its name. */
function ask(path: string): Promise<string | null> {
  return new Promise((done) => {
    let said = '';
    let answered = false;
    const socket = connect(path, () => {
      answered = true;
    });
    socket.setTimeout(8000, () => socket.destroy());
    socket.on('data', (chunk) => {
      said += String(chunk);
    });
    socket.on('error', () => {});
    socket.on('close', () => done(answered ? said || 'unknown' : null));
  });
}

const fingerprint = (path: string): string | null => {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? null : `${stat.ino}:${stat.ctimeNs}`;
};

/**
 * Removes what a dead process left and listens in its place. Two starts may try this together: the check, the removal
 * and the listening happen in one turn, and a moment later we look whether the socket is still our own.
 */
async function takeOver(path: string, left: string | null): Promise<Lock | null> {
  if (left === null || fingerprint(path) !== left) return null;
  unlinkSync(path);
  const listening = listen(path);
  const own = fingerprint(path);
  const server = await listening;
  if (server === null) return null;
  await pause(150);
  if (fingerprint(path) === own) return { release: () => new Promise((done) => server.close(() => done())) };
  // Closing would remove the winner's socket: Node unlinks by path. Letting it be costs one idle handle.
  return null;
}

const inUse = (directory: string, holder: string): DatabaseFault =>
  new DatabaseFault(
    'DATABASE_IN_USE',
    `The embedded database in ${directory} is open in another process${holder === 'unknown' ? '' : ` (pid ${holder})`}, and only one may have it. Stop that one, or set DATABASE_URL to a PostgreSQL server, which several may share.`,
  );
