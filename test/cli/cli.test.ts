import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { caseStore } from '../../db/case-store.ts';
import { openDatabase } from '../../db/connect.ts';
import { outbox } from '../../db/outbox.ts';
import { cardIn, channel, filing } from '../support/a-change.ts';
import { bareDatabase, freshDatabase } from '../support/databases.ts';
import { quietLog } from '../support/quiet-log.ts';
import { runMeari, type Said } from './run-meari.ts';

// Each command is a process of its own; several in one test take a while on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'meari-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const shipped = readFileSync('playbook/default.yaml', 'utf8');

/** Whatever goes wrong, an operator reads sentences: no stack, no JSON of an error. */
const isPlain = ({ out, err }: Said): boolean => !/\n\s+at |node:internal|\.ts:\d+/.test(out + err);

describe('the operator’s commands', () => {
  it.each([[[]], [['help']], [['--help']], [['-h']]])('are listed when asked for: %j', async (words) => {
    const said = await runMeari(words);
    expect(said.code).toBe(0);
    expect(said.err).toBe('');
    for (const name of [
      'doctor',
      'migrate',
      'playbook check',
      'manifest slack',
      'outbox revive',
      'calendar',
      'calendar add',
      'calendar import',
      'export',
      'replay',
    ]) {
      expect(said.out).toContain(`  ${name} `);
    }
  });

  it.each([
    [['frobnicate'], 'There is no command "frobnicate".'],
    [['doctor', 'now'], '"doctor" takes no "now".'],
    [['playbook'], 'There is: playbook check [file].'],
    [['manifest', 'webex'], 'There is: manifest slack'],
    [['manifest', 'teams'], 'reads like this: manifest teams --url https://'],
    [['manifest', 'slack', '--url'], 'reads like this: --url https://'],
    [['manifest', 'slack', '--url', 'voc.example.com'], 'reads like this: --url https://'],
    [['manifest', 'slack', '--url', 'http://voc.example.com'], 'reads like this: --url https://'],
    [['outbox', 'purge'], 'outbox does not know "purge".'],
    [['outbox', 'revive'], 'Which message?'],
    [['calendar', 'purge'], 'calendar does not know "purge".'],
    [['replay'], 'Which payload?'],
  ])('that do not exist are answered with what there is: %j', async (words, sentence) => {
    const said = await runMeari(words);
    expect(said.code).toBe(2);
    expect(said.out).toBe('');
    expect(said.err).toContain(sentence);
    expect(said.err).toContain('npm run meari -- help');
  });
});

describe('playbook check', () => {
  it('praises the shipped playbook, and the one PLAYBOOK names', async () => {
    expect(await runMeari(['playbook', 'check'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/default\.yaml is fine: 12 departments, \d+ people\.\n$/),
    });
    const mine = join(folder, 'mine.yaml');
    copyFileSync('playbook/default.yaml', mine);
    expect((await runMeari(['playbook', 'check'], { PLAYBOOK: mine })).out).toContain('mine.yaml is fine');
  });

  it('names every problem at once, with its line and what to do', async () => {
    const bad = shipped
      .replace('zone: Asia/Seoul', 'zone: Asia/Soul')
      .replace('department: logistics, slack: U0HANA', 'department: logistic, slack: U0HANA')
      .replace('hops: 2', 'hops: two');
    const said = await runMeari(['playbook', 'check', file('bad.yaml', bad)]);
    expect(said.code).toBe(1);
    expect(said.err).toContain('3 things');
    expect(said.err).toMatch(/bad\.yaml:\d+ zone: /);
    expect(said.err).toMatch(/bad\.yaml:\d+ limits\.hops: /);
    expect(said.err).toMatch(/bad\.yaml:\d+ people\[\d+\]\.department: "logistic" is no department/);
    expect(said.err.match(/→/g)).toHaveLength(3);
    expect(isPlain(said)).toBe(true);
  });

  it('says that a file cannot be read', async () => {
    const said = await runMeari(['playbook', 'check', join(folder, 'nowhere.yaml')]);
    expect(said.code).toBe(1);
    expect(said.err).toContain('cannot be read (ENOENT)');
    expect(isPlain(said)).toBe(true);
  });
});

describe('manifest slack', () => {
  it('prints an app for Socket Mode, or for the address that is named', async () => {
    const socket = JSON.parse((await runMeari(['manifest', 'slack'])).out);
    expect(socket.settings.socket_mode_enabled).toBe(true);
    const said = await runMeari(['manifest', 'slack', '--url', 'https://voc.example.com']);
    expect(said.code).toBe(0);
    const http = JSON.parse(said.out);
    expect(http.settings.socket_mode_enabled).toBe(false);
    expect(http.settings.interactivity.request_url).toBe('https://voc.example.com/slack/events');
  });
});

describe('replay', () => {
  it('shows what Meari understands', async () => {
    const said = await runMeari(['replay', 'test/fixtures/slack/command.json']);
    expect(said.code).toBe(0);
    expect(JSON.parse(said.out).gesture.type).toBe('command');
  });

  it('shows what Meari understands of what Teams sent', async () => {
    const said = await runMeari(['replay', 'test/fixtures/teams/task-submit.json']);
    expect(said.code).toBe(0);
    expect(JSON.parse(said.out)).toMatchObject({ user: { platform: 'teams' }, gesture: { type: 'submit' } });
  });

  it('says when there is nothing in it for Meari', async () => {
    const said = await runMeari(['replay', 'test/fixtures/slack/url-verification.json']);
    expect(said).toMatchObject({ code: 0, out: expect.stringContaining('ignores this payload') });
  });

  it('says that a file is missing, or no JSON, and repeats nothing of what stands in it', async () => {
    const missing = await runMeari(['replay', join(folder, 'nothing.json')]);
    expect(missing).toMatchObject({ code: 1, err: expect.stringContaining('cannot be read (ENOENT)') });
    const broken = await runMeari(['replay', file('broken.json', '010-0000-1234 {')]);
    expect(broken).toMatchObject({ code: 1, err: expect.stringContaining('is not JSON') });
    expect(broken.err).not.toContain('0000');
    expect(isPlain(missing) && isPlain(broken)).toBe(true);
  });
});

describe('migrate', () => {
  it('makes a new database ready without starting, as often as it is asked', async () => {
    const env = {
      DATABASE_URL: await bareDatabase(`encoding 'UTF8' template template0`),
      ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    };
    for (const _ of ['first', 'again']) {
      expect(await runMeari(['migrate'], env)).toMatchObject({ code: 0, out: 'The database is up to date.\n' });
    }
    const said = await runMeari(['doctor'], env);
    expect(said.out).toMatch(/^ {2}database {3}PostgreSQL, up to date; the encryption key fits$/m);
  });

  it('tells a wrong environment whole, and no secret', async () => {
    const said = await runMeari(['migrate'], { PORT: 'http', DATABASE_URL: 'mysql://root:hunter2@db/x' });
    expect(said.code).toBe(1);
    for (const key of ['PORT', 'DATABASE_URL', 'ENCRYPTION_KEY']) expect(said.err).toContain(`  ${key}: `);
    expect(said.err).not.toContain('hunter2');
    expect(isPlain(said)).toBe(true);
  });

  it('says that no database answers, and no password', async () => {
    const said = await runMeari(['migrate'], {
      DATABASE_URL: 'postgres://meari:hunter2@127.0.0.1:1/meari',
      ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    });
    expect(said.code).toBe(1);
    expect(said.err).toContain('127.0.0.1:1/meari cannot be used');
    expect(said.err).toContain('Check DATABASE_URL');
    expect(said.err).not.toContain('hunter2');
    expect(isPlain(said)).toBe(true);
  });
});

describe('outbox', () => {
  let dataDir: string;
  let id: string;
  beforeAll(async () => {
    const fresh = await freshDatabase('embedded');
    dataDir = fresh.dataDir;
    const db = await openDatabase({ ...fresh, log: quietLog() });
    await caseStore(db).commit(filing({ messages: [cardIn(channel('C0LOGISTICS'))] }));
    const [claim] = await outbox(db).claim(1);
    if (claim === undefined) throw new Error('nothing is owed after a filing');
    await outbox(db).dead(claim, 'is_archived');
    id = claim.outboxId;
    await db.close();
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('lists what could not be delivered: which case, where to, why, and what to do', async () => {
    const said = await runMeari(['outbox'], { DATA_DIR: dataDir });
    expect(said.code).toBe(0);
    expect(said.out).toMatch(new RegExp(`^${id}  VOC-0001  slack channel C0LOGISTICS  1 try  is_archived$`, 'm'));
    expect(said.out).toContain('outbox revive <id>');
  });

  it('makes doctor ask for a person', async () => {
    const said = await runMeari(['doctor'], { DATA_DIR: dataDir });
    expect(said.code).toBe(1);
    expect(said.out).toMatch(/^! outbox .*1 dead.*npm run meari -- outbox$/m);
    expect(said.out).toMatch(/^ {2}database .*up to date/m);
  });

  it('does not know an id that is none, whatever is typed', async () => {
    for (const unknown of ['987654', "1' or '1'='1"]) {
      const said = await runMeari(['outbox', 'revive', unknown], { DATA_DIR: dataDir });
      expect(said).toMatchObject({ code: 1, out: '', err: expect.stringContaining('There is no dead message') });
    }
  });

  it('puts a message back, once', async () => {
    const revive = () => runMeari(['outbox', 'revive', id], { DATA_DIR: dataDir });
    expect(await revive()).toMatchObject({ code: 0, out: `Message ${id} goes out again.\n` });
    expect(await revive()).toMatchObject({ code: 1 });
    expect((await runMeari(['outbox'], { DATA_DIR: dataDir })).out).toContain('Every message was delivered');
  });
});
