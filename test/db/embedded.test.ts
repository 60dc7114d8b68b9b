import { spawn } from 'node:child_process';
import { cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { caseStore } from '../../db/case-store.ts';
import { openDatabase } from '../../db/connect.ts';
import { lockPath, takeLock } from '../../db/embedded-lock.ts';
import { filing } from '../support/a-change.ts';
import { freshDatabase } from '../support/databases.ts';
import { quietLog } from '../support/quiet-log.ts';

const script = fileURLToPath(new URL('../support/databases-child.ts', import.meta.url));
/** The whole forty take a minute or two: `npm run soak`. */
const kills = process.env['SOAK'] === '1' ? 40 : 6;

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});
const aDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'meari-lock-'));
  cleanups.push(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
};

function child(dataDir: string) {
  const running = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  cleanups.push(() => running.kill('SIGKILL'));
  const said: string[] = [];
  let heard: () => void = () => {};
  createInterface({ input: running.stdout }).on('line', (line) => {
    said.push(line);
    heard();
  });
  const until = async (enough: () => boolean): Promise<void> => {
    while (!enough()) await new Promise<void>((done) => (heard = done));
  };
  return {
    said,
    pid: running.pid,
    opened: () => until(() => said.length > 0),
    filed: (n: number) => until(() => said.length > n),
    kill: () =>
      new Promise<void>((done) => {
        running.once('close', () => done());
        running.kill('SIGKILL');
      }),
  };
}

describe('the embedded database', () => {
  it('is refused to a second process, which is told who has it', async () => {
    const fresh = await freshDatabase('embedded');
    cleanups.push(() => void fresh.remove());
    const db = await openDatabase({ ...fresh, log: quietLog() });
    const second = child(fresh.dataDir);
    await second.opened();
    expect(second.said[0]).toMatch(new RegExp(`^refused .*pid ${process.pid}.*DATABASE_URL`));
    await db.close();
    const third = child(fresh.dataDir);
    await third.opened();
    expect(third.said[0]).toBe('open');
    await third.kill();
  }, 180_000);

  it(`loses nothing over ${kills} kills in the middle of writing, and opens again each time`, async () => {
    const fresh = await freshDatabase('embedded');
    cleanups.push(() => void fresh.remove());
    const acknowledged: number[] = [];
    for (let round = 0; round < kills; round += 1) {
      const writer = child(fresh.dataDir);
      await writer.filed(20 + round * 7);
      await writer.kill();
      expect(writer.said[0]).toBe('open');
      acknowledged.push(...writer.said.slice(1).map(Number));
    }
    const db = await openDatabase({ ...fresh, log: quietLog() });
    const kept = await db.query<{ id: number }>('select id from cases');
    const [torn] = await db.query(
      `select (select count(*) from cases c where version <> (select count(*) from case_events e where e.case_id = c.id)) as cases,
              (select count(*) from cases c where not exists (select from outbox o where o.case_id = c.id)) as unowed,
              (select count(*) from case_events e where not exists (select from cases c where c.id = e.case_id)) as events`,
    );
    await db.close();
    const ids = new Set(kept.map((row) => row.id));
    expect(acknowledged.length).toBeGreaterThan(kills * 20);
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    expect(torn).toEqual({ cases: 0, unowed: 0, events: 0 });
  }, 300_000);

  it('says what it is doing the first time, and leaves no half of itself behind', async () => {
    const dataDir = join(aDirectory(), 'new', 'data');
    mkdirSync(join(dataDir, 'database.new'), { recursive: true });
    const log = quietLog();
    const db = await openDatabase({ url: null, dataDir, log });
    expect(log.lines).toEqual([{ level: 'info', what: expect.stringContaining('first time') }]);
    expect((await caseStore(db).commit(filing())).ok).toBe(true);
    await db.close();
    expect(existsSync(join(dataDir, 'database.new'))).toBe(false);
    expect(existsSync(lockPath(join(dataDir, 'database')))).toBe(false);
  });

  it('that cannot be opened is said with its directory and what to do', async () => {
    const fresh = await freshDatabase('embedded');
    cleanups.push(() => void fresh.remove());
    rmSync(join(fresh.dataDir, 'database', 'global'), { recursive: true });
    await expect(openDatabase({ ...fresh, log: quietLog() })).rejects.toMatchObject({
      code: 'DATABASE_UNUSABLE',
      message: expect.stringContaining(fresh.dataDir),
    });
    expect(existsSync(lockPath(join(fresh.dataDir, 'database')))).toBe(false);
  });

  it('can be copied while it is closed, lock and all', async () => {
    const fresh = await freshDatabase('embedded');
    cleanups.push(() => void fresh.remove());
    const copy = join(aDirectory(), 'copy');
    cpSync(fresh.dataDir, copy, { recursive: true });
    const db = await openDatabase({ url: null, dataDir: copy, log: quietLog() });
    await db.close();
  });
});

describe('the lock', () => {
  it('is taken over from a process that was killed', async () => {
    const directory = join(aDirectory(), 'database');
    await leaveBehind(lockPath(directory));
    const lock = await takeLock(directory);
    await expect(takeLock(directory)).rejects.toMatchObject({ code: 'DATABASE_IN_USE' });
    await lock.release();
    await (await takeLock(directory)).release();
  });

  it('goes to one only, when several find the same dead one', async () => {
    const directory = join(aDirectory(), 'database');
    await leaveBehind(lockPath(directory));
    const all = await Promise.allSettled([1, 2, 3, 4].map(() => takeLock(directory)));
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of all) if (one.status === 'fulfilled') await one.value.release();
  });

  it('works where the path is longer than a socket may be', async () => {
    const directory = join(aDirectory(), 'a'.repeat(80), 'b'.repeat(80), 'database');
    mkdirSync(dirname(directory), { recursive: true });
    const lock = await takeLock(directory);
    await expect(takeLock(directory)).rejects.toMatchObject({ code: 'DATABASE_IN_USE' });
    await lock.release();
  });
});

/** What a killed process leaves: a socket file at which nobody listens. */
async function leaveBehind(path: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(`${path}.tmp`, done));
  linkSync(`${path}.tmp`, path);
  await new Promise<void>((done) => server.close(() => done()));
}
