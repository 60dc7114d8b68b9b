import { execFile, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { findBinaries, type Identity } from './postgres-binaries.ts';

export type PostgresServer = {
  /** Connection URL of a database on this server. */
  readonly url: (database: string) => string;
  /** What it is and where it came from, for people. */
  readonly about: string;
  readonly stop: () => Promise<void>;
};
export type PostgresOptions = { readonly settings?: Readonly<Record<string, string>> };

/** Fast rather than safe from power loss: no test pulls the plug of the machine. */
const testSettings = { fsync: 'off', full_page_writes: 'off', max_connections: '200', max_wal_size: '2GB' };
const home = 'meari-postgres-';

/** A real PostgreSQL server: `TEST_DATABASE_URL`, else Debian's binaries, else those of npm. Works as root too. */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return servedAt(given);
  stopOrphans();
  const run = identity();
  const { bin, from } = findBinaries(run);
  const directory = mkdtempSync(join(tmpdir(), `${home}${process.pid}-`));
  if (run.uid !== undefined && run.gid !== undefined) chownSync(directory, run.uid, run.gid);
  const data = join(directory, 'data');
  const flags = ['-D', data, '-U', 'postgres', '-A', 'trust', '--locale=C.UTF-8', '--encoding=UTF8', '--no-sync'];
  await promisify(execFile)(join(bin, 'initdb'), flags, { ...run, cwd: directory });
  const port = await freePort();
  const settings = Object.entries({
    ...testSettings,
    ...options.settings,
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: directory,
  });
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap(([k, v]) => ['-c', `${k}=${v}`])], {
    ...run,
    cwd: directory,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (chunk) => {
    said = `${said}${String(chunk)}`.slice(-4000);
  });
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  const url = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  await answers(
    url('postgres'),
    () => server.exitCode === null,
    () => said,
  );
  return {
    url,
    about: `PostgreSQL from ${from}`,
    stop: async () => {
      server.kill('SIGINT');
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function servedAt(given: string): PostgresServer {
  const url = (database: string) => {
    const there = new URL(given);
    there.pathname = `/${database}`;
    return there.toString();
  };
  return { url, about: 'PostgreSQL at TEST_DATABASE_URL', stop: async () => {} };
}

function identity(): Identity {
  if (process.getuid?.() !== 0) return {};
  // Debian's package brings the user postgres; nobody exists everywhere, and initdb only wants a name.
  const passwd = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = passwd.find(([name]) => name === 'postgres') ?? passwd.find(([name]) => name === 'nobody');
  if (user === undefined) throw new Error('PostgreSQL refuses to run as root, and there is no user postgres or nobody');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => done(port));
    });
  });

async function answers(url: string, alive: () => boolean, said: () => string): Promise<void> {
  for (const until = performance.now() + 30_000; performance.now() < until; await pause(30)) {
    if (!alive()) break;
    const client = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
    const up = await client`select 1`.then(
      () => true,
      () => false,
    );
    await client.end({ timeout: 1 });
    if (up) return;
  }
  throw new Error(`PostgreSQL did not start:\n${said()}`);
}

/** Servers of test runs that were killed: their folder names the run, and only a postmaster of that very folder is stopped. */
function stopOrphans(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(home))) {
    const run = Number(/^meari-postgres-(\d+)-/.exec(name)?.[1] ?? 0);
    if (run === 0 || isAlive(run)) continue;
    const directory = join(tmpdir(), name);
    const file = join(directory, 'data', 'postmaster.pid');
    if (existsSync(file)) {
      const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
      if (isAlive(pid) && commandOf(pid).includes(directory)) process.kill(pid, 'SIGQUIT');
    }
    rmSync(directory, { recursive: true, force: true });
  }
}

const commandOf = (pid: number): string => {
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
};

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
