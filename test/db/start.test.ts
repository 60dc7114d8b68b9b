import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import { bareDatabase, eachDatabase } from '../support/databases.ts';
import { quietLog } from '../support/quiet-log.ts';

const start = (url: string, log = quietLog()) => openDatabase({ url, dataDir: '', log });
const utf8 = `template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`;

it('a database that is not UTF-8 is refused, with the command that makes a right one', async () => {
  const url = await bareDatabase(`template template0 encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C'`);
  await expect(start(url)).rejects.toMatchObject({
    name: 'DatabaseFault',
    code: 'DATABASE_NOT_UTF8',
    message: expect.stringMatching(/SQL_ASCII.*createdb --encoding=UTF8/),
  });
});

it('a locale that drops Hangul is said, and does not stop the start', async () => {
  const log = quietLog();
  const url = await bareDatabase(`template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`);
  const db = await start(url, log);
  await db.close();
  expect(log.lines).toEqual([{ level: 'warn', what: expect.stringContaining('Hangul') }]);
});

it('a locale that knows Hangul is not worth a word', async () => {
  const log = quietLog();
  const db = await start(await bareDatabase(utf8), log);
  await db.close();
  expect(log.lines).toEqual([]);
});

it('a database that is not there is said with its place, never with the password', async () => {
  const url = new URL(await bareDatabase(utf8));
  url.username = 'nobody-here';
  url.password = 'hunter2';
  url.pathname = '/no_such_database';
  const fault = await start(url.toString()).catch((error: unknown) => error);
  expect(fault).toMatchObject({ code: 'DATABASE_UNREACHABLE', message: expect.stringContaining('no_such_database') });
  expect(JSON.stringify(fault) + String(fault)).not.toContain('hunter2');
});

it('a server that does not answer is said within seconds', async () => {
  const closed = await new Promise<number>((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
  await expect(start(`postgres://u:hunter2@127.0.0.1:${closed}/meari`)).rejects.toMatchObject({
    code: 'DATABASE_UNREACHABLE',
    message: expect.stringContaining(`127.0.0.1:${closed}/meari`),
  });
});

it.each(['localhost/meari', 'mysql://localhost/meari', 'postgres://u:p@:bad'])(
  'an address that is none is refused before anything is tried: %s',
  async (url) => {
    await expect(start(url)).rejects.toMatchObject({ code: 'DATABASE_URL_INVALID' });
  },
);

it('replicas that start together on an empty database migrate it once', async () => {
  const url = await bareDatabase(utf8);
  const started = await Promise.all([1, 2, 3, 4].map(() => start(url)));
  const [db] = started;
  const applied = await db?.query('select hash from drizzle.__drizzle_migrations');
  expect(applied?.length).toBeGreaterThan(1);
  expect(new Set(applied?.map((row) => JSON.stringify(row))).size).toBe(applied?.length);
  for (const each of started) await each.close();
});

eachDatabase((_, open) => {
  it('a second start has nothing to migrate', async () => {
    const db = await open();
    const before = await db.query('select * from drizzle.__drizzle_migrations');
    await migrate(db, quietLog());
    expect(await db.query('select * from drizzle.__drizzle_migrations')).toEqual(before);
  });

  it('says so where a newer Meari has migrated the database', async () => {
    const db = await open();
    const log = quietLog();
    await db.query(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', 9)`);
    await migrate(db, log);
    expect(log.lines).toEqual([{ level: 'warn', what: expect.stringContaining('newer') }]);
  });
});
