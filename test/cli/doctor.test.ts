import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ListeningSandbox, listenSandbox } from '../../adapters/sandbox/listen-sandbox.ts';
import { openDatabase } from '../../db/connect.ts';
import { shippedPlaybook } from '../../src/config.ts';
import { companyOf } from '../../src/wire-sandbox.ts';
import { slackSecrets } from '../support/company.ts';
import { type Fresh, freshDatabase } from '../support/databases.ts';
import { startMeari } from '../support/meari-process.ts';
import { quietLog } from '../support/quiet-log.ts';
import { shipped } from '../support/shipped-playbook.ts';
import { runMeari } from './run-meari.ts';

// Each command is a process of its own; several in one test take a while on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const key = (fill: number): string => Buffer.alloc(32, fill).toString('base64');

describe('doctor', () => {
  const folder = mkdtempSync(join(tmpdir(), 'meari-doctor-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('finds a first start in good health', async () => {
    const said = await runMeari(['doctor'], { DATA_DIR: join(folder, 'first') });
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.out).toMatch(/^ {2}database {3}embedded, in .*first, up to date; the encryption key fits$/m);
    expect(said.out).toContain('the sandbox stands in for it');
    expect(said.out).toMatch(/All is well\.\n$/);
  });

  it('passes on what the configuration only notes', async () => {
    const withoutAdmin = (await readFile(shippedPlaybook, 'utf8')).replace(/^ +- \{ id: gyuri.*\n/m, '');
    const playbook = join(folder, 'without-admin.yaml');
    await writeFile(playbook, withoutAdmin);
    const said = await runMeari(['doctor'], { DATA_DIR: join(folder, 'first'), PLAYBOOK: playbook });
    expect(said).toMatchObject({ code: 0, out: expect.stringMatching(/^ {2}note .*nobody is admin/m) });
  });

  it('says that a database is not reached, and goes on looking', async () => {
    const env = { DATABASE_URL: 'postgres://meari:hunter2@127.0.0.1:1/meari', ENCRYPTION_KEY: key(7) };
    const said = await runMeari(['doctor'], env);
    expect(said.code).toBe(1);
    expect(said.out).toMatch(/^! database .*127\.0\.0\.1:1\/meari cannot be used/m);
    expect(said.out).toMatch(/^ {2}slack /m);
    expect(said.out).toContain('One line needs you');
    expect(said.out + said.err).not.toContain('hunter2');
  });
});

describe('doctor with Teams', () => {
  it('says what Microsoft and Teams have not granted yet, and keeps the secret to itself', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'meari-doctor-teams-'));
    const id = '4c1b2f6e-0b2d-4f0e-9d8a-7f5a3e2c1b00';
    const secrets = { MICROSOFT_APP_ID: id, MICROSOFT_APP_PASSWORD: 'hunter2', MICROSOFT_APP_TENANT_ID: id };
    const said = await runMeari(['doctor'], { DATA_DIR: folder, ...secrets });
    rmSync(folder, { recursive: true, force: true });
    expect(said.code).toBe(1);
    expect(said.out).toMatch(/^ {2}teams {6}tenant 4c1b2f6e-.*, 0 channels bound$/m);
    // Here there may be a way to Microsoft or not; the app is made up.
    expect(said.out).toMatch(/^! teams {6}Microsoft.*(?:out of reach|does not know the app)/m);
    expect(said.out).toMatch(/^! teams {6}no team has been met yet\. /m);
    expect(said.out + said.err).not.toContain('hunter2');
  });
});

describe('doctor on an embedded database that is open', () => {
  let fresh: Fresh;
  beforeAll(async () => {
    fresh = await freshDatabase('embedded');
  });
  afterAll(() => fresh.remove());

  it('asks the Meari that has it open', async () => {
    const meari = await startMeari({ DATA_DIR: fresh.dataDir });
    try {
      const port = new URL(meari.url).port;
      const said = await runMeari(['doctor'], { DATA_DIR: fresh.dataDir, PORT: port });
      expect(said.out).toContain(`open in the Meari that runs at http://127.0.0.1:${port}`);
      expect(said.out).toMatch(/^ {2}running {4}ready$/m);
      expect(said.out).toMatch(/^ {2}outbox {5}0 to deliver, 0 dead$/m);
      expect(said.code).toBe(0);
    } finally {
      await meari.stop();
    }
  });

  it('is told which process has it where nothing answers, as is every other command', async () => {
    const db = await openDatabase({ ...fresh, log: quietLog() });
    try {
      const env = { DATA_DIR: fresh.dataDir, PORT: '1' };
      const said = await runMeari(['doctor'], env);
      expect(said.code).toBe(1);
      expect(said.out).toMatch(
        new RegExp(`^! database .*open in another process \\(pid ${process.pid}\\).*Nothing answers at`, 'm'),
      );
      const migrate = await runMeari(['migrate'], env);
      expect(migrate).toMatchObject({ code: 1, out: '' });
      expect(migrate.err).toContain(`(pid ${process.pid}), and only one may have it. Stop that one`);
    } finally {
      await db.close();
    }
  });

  it('says that the key is another one than the database was first used with', async () => {
    const said = await runMeari(['doctor'], { DATA_DIR: fresh.dataDir, ENCRYPTION_KEY: key(3) });
    expect(said.code).toBe(1);
    expect(said.out).toMatch(/^! database .*not the one this database was first used with/m);
  });

  it('is content again once the operator has said that the former key is lost', async () => {
    const env = { DATA_DIR: fresh.dataDir, ENCRYPTION_KEY: key(3) };
    const replaced = await runMeari(['key', 'replace'], env);
    expect(replaced).toMatchObject({ code: 0, out: expect.stringContaining('From now on this is the key') });
    expect(await runMeari(['doctor'], env)).toMatchObject({ code: 0 });
    const again = await runMeari(['key', 'replace'], env);
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('fits already') });
  });

  it('leaves it to the start to say which key a new database is used with', async () => {
    const unused = await freshDatabase('embedded');
    for (const fill of [3, 4]) {
      const env = { DATA_DIR: unused.dataDir, ENCRYPTION_KEY: key(fill) };
      expect(await runMeari(['doctor'], env)).toMatchObject({ code: 0 });
    }
    await unused.remove();
  });
});

describe('doctor with Slack', () => {
  let fresh: Fresh;
  let slack: ListeningSandbox;
  const overHttp = () => ({
    DATA_DIR: fresh.dataDir,
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slackSecrets.botToken,
    SLACK_SIGNING_SECRET: slackSecrets.signingSecret,
  });
  beforeAll(async () => {
    fresh = await freshDatabase('embedded');
    const seed = companyOf(shipped, null);
    slack = await listenSandbox({
      base: '/sandbox',
      deliverTo: () => 'http://127.0.0.1:9/nobody',
      seed: {
        ...seed,
        channels: seed.channels
          .filter((c) => c.id !== 'C0LEGAL')
          .map((c) => (c.id === 'C0QUALITY' ? { ...c, withoutApp: true } : c)),
      },
      ...slackSecrets,
      appToken: 'xapp-of-the-tests',
      pageDir: null,
      timeScale: 0.001,
    });
  });
  afterAll(async () => {
    await slack.stop();
    await fresh.remove();
  });

  it('names the workspace, and every channel in which cards would not arrive', async () => {
    const said = await runMeari(['doctor'], overHttp());
    expect(said.code).toBe(1);
    expect(said.out).toContain('workspace T0SANDBOX, over HTTP, 13 channels bound');
    expect(said.out).toMatch(/^! slack .*C0QUALITY: not_in_channel\. Invite the bot there: \/invite/m);
    expect(said.out).toMatch(/^! slack .*C0LEGAL: channel_not_found\. Check the id in the playbook/m);
    expect(said.out).toContain('2 lines need you');
  });

  it('says that the token is refused, in one sentence without the token', async () => {
    const said = await runMeari(['doctor'], { ...overHttp(), SLACK_BOT_TOKEN: 'xoxb-revoked-long-ago' });
    expect(said.code).toBe(1);
    expect(said.out).toMatch(/^! slack {6}Slack refused SLACK_BOT_TOKEN \(\w+\)\.$/m);
    expect(said.out + said.err).not.toContain('xoxb-revoked');
  });

  it('says that an app-level token is refused', async () => {
    const { SLACK_SIGNING_SECRET: _, ...rest } = overHttp();
    const good = await runMeari(['doctor'], { ...rest, SLACK_APP_TOKEN: 'xapp-of-the-tests' });
    expect(good.out).toContain('over Socket Mode');
    expect(good.out).not.toContain('SLACK_APP_TOKEN was refused');
    const bad = await runMeari(['doctor'], { ...rest, SLACK_APP_TOKEN: 'xapp-revoked' });
    expect(bad.out).toMatch(/^! slack .*SLACK_APP_TOKEN was refused \(\w+\)/m);
    expect(bad.out).not.toContain('xapp-revoked');
  });

  it('says that Slack is out of reach', async () => {
    const said = await runMeari(['doctor'], { ...overHttp(), SLACK_API_URL: 'http://127.0.0.1:1/api/' });
    expect(said.out).toMatch(/^! slack {6}Slack could not be reached \(\w+\)\.$/m);
  });
});
