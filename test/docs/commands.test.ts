import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commandsOf, pages } from './pages.ts';

// Each command builds what it runs, as it does for whoever types it.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

type Ran = { readonly code: number | null; readonly out: string };

/** A clone of this tree in which nothing has been built, with the packages that `npm ci` has put here. */
const clone = mkdtempSync(join(tmpdir(), 'meari-clone-'));
const left = /^(node_modules|dist|\.git|\.data|test\/\.out)(\/|$)/;
beforeAll(() => {
  cpSync('.', clone, { recursive: true, filter: (path) => !left.test(path) });
  symlinkSync(join(process.cwd(), 'node_modules'), join(clone, 'node_modules'));
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

function typed(command: string): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, DATA_DIR: join(clone, '.data'), PORT: '0' };
  return spawn('sh', ['-c', command], { cwd: clone, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
}

function run(command: string): Promise<Ran> {
  const child = typed(command);
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (out += String(chunk)));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code, out }));
  });
}

/** Starts what stays, waits until it says where it is, asks whether it is ready, and ends it with all its children. */
async function comesUp(command: string): Promise<void> {
  const child = typed(command);
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  let out = '';
  try {
    const url = await new Promise<string>((done, fail) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (chunk) => {
          out += String(chunk);
          const ready = out.split('\n').find((line) => line.includes('"msg":"ready"') && line.endsWith('}'));
          if (ready !== undefined) done(JSON.parse(ready).url);
        });
      }
      void ended.then(() => fail(new Error(`${command} ended:\n${out}`)));
    });
    const ready = await fetch(`${url}/readyz`);
    expect(await ready.json()).toMatchObject({ ready: true, database: true, slack: true });
    const page = await fetch(`${url}/sandbox/`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<script');
  } finally {
    process.kill(-(child.pid ?? 0), 'SIGTERM');
    await ended;
  }
}

const says = (code: number, words: string | RegExp) => async (command: string) => {
  const ran = await run(command);
  expect(ran.out).toMatch(words);
  expect(ran.code).toBe(code);
};
const scripts: Readonly<Record<string, string>> = JSON.parse(readFileSync('package.json', 'utf8')).scripts;
const ci = readFileSync('.ci/run', 'utf8');
const calledByCi = (name: string) => async () => expect(ci).toMatch(new RegExp(`^${name}\\b`, 'm'));
const meari = 'npm run meari --';

const packed = async (command: string) => {
  const ids = ['MICROSOFT_APP_ID', 'MICROSOFT_APP_TENANT_ID'].map((key) => `${key}=${crypto.randomUUID()}`);
  await says(0, /meari-teams\.zip is written/)(`${ids.join(' ')} MICROSOFT_APP_PASSWORD=x ${command}`);
};

/** How each command that a page asks for is held true: by running it here, or by what runs it elsewhere. */
const held: Readonly<Record<string, (command: string) => Promise<void>>> = {
  // The packages were put there by the very command; this run uses them.
  'npm ci': calledByCi('npm ci'),
  'npm ci && npm start': () => comesUp('npm start'),
  'npm start': async () => expect(scripts['start']).toContain('dist/src/main.js'),
  'npm ci && npm test': calledByCi('npm test'),
  'npm test': calledByCi('npm test'),
  'npm run check': async () => {
    expect(scripts['check']).toBe('npm run -s check:static && npm test');
    await calledByCi('npm run check:static')();
  },
  'npm run dev': comesUp,
  // Measuring and killing take minutes: here they only have to start.
  'npm run bench': (command) => says(1, /npm run bench -- \[/)(`${command} -- nothing-of-that-name`),
  'npm run soak': async () => {
    expect(scripts['soak']).toContain('vitest run test/soak');
    expect(readdirSync('test/soak').some((file) => file.endsWith('.test.ts'))).toBe(true);
  },
  'npm run pictures': async () => {
    expect(scripts['pictures']).toContain('test/support/pictures.ts');
    expect(existsSync('test/support/pictures.ts')).toBe(true);
  },
  'npm run parity': async () => {
    expect(scripts['parity']).toContain('vitest run test/parity');
    expect(existsSync('test/parity/parity.test.ts')).toBe(true);
  },
  'npx drizzle-kit generate': says(0, /No schema changes/),
  [`${meari} doctor`]: says(0, /All is well\./),
  [`${meari} migrate`]: says(0, /up to date/),
  [`${meari} playbook check`]: says(0, /default\.yaml is fine/),
  [`${meari} manifest slack`]: says(0, /"socket_mode_enabled": true/),
  [`${meari} manifest slack --url https://voc.example.com`]: says(0, /https:\/\/voc\.example\.com\/slack\/events/),
  [`${meari} manifest slack --mentions-only`]: async (command) => {
    const ran = await run(command);
    expect(ran.out).not.toContain('message.channels');
    expect(ran.code).toBe(0);
  },
  [`${meari} manifest teams --url https://voc.example.com`]: packed,
  [`${meari} manifest teams --url https://voc.example.com --mentions-only`]: packed,
  [`${meari} outbox`]: says(0, /Every message was delivered/),
  [`${meari} outbox revive <id>`]: (command) => says(1, /no dead message 1\b/)(command.replace('<id>', '1')),
  [`${meari} calendar`]: says(0, /^kr +\d+ days in \d{4}/m),
  [`${meari} calendar add kr 2027-12-31 종무일 09:00-13:00`]: says(0, /2027-12-31 Fri {2}09:00-13:00 {2}종무일/),
  [`${meari} calendar remove kr 2027-12-31`]: says(0, /No longer on the list "kr": 2027-12-31 Fri {2}종무일/),
  [`${meari} calendar import de test/fixtures/german-holidays.ics --dry-run`]: says(0, /Nothing was changed/),
  [`${meari} export .data/export --from 2026-11-01 --to 2026-11-30 --pack`]: says(0, /nothing is missing/),
  [`${meari} digest --preview`]: says(0, /지금은 알릴 것이 없습니다/),
  [`${meari} digest today --preview --department logistics --locale en`]: says(0, /nothing to tell/),
  [`${meari} key replace`]: says(0, /encryption key fits already|From now on/),
  [`${meari} replay test/fixtures/slack/command.json`]: says(0, /"type": "command"/),
  [`node -e "console.log(require('node:crypto').randomBytes(32).toString('base64'))"`]: says(
    0,
    /^[A-Za-z0-9+/]{43}=\n$/,
  ),
};

describe('every command of the pages', () => {
  const asked = new Set(pages.flatMap(commandsOf));

  it('is accounted for, and nothing is that no page asks for', () => {
    expect([...asked].filter((command) => held[command] === undefined)).toEqual([]);
    expect(Object.keys(held).filter((command) => !asked.has(command))).toEqual([]);
  });

  it.each(Object.keys(held))('does what it is there for: %s', async (command) => {
    await held[command]?.(command);
  });
});
