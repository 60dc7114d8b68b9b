import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { compose, type Meari } from '../../src/wire.ts';
import { type Fresh, freshDatabase } from '../support/databases.ts';
import { type QuietLog, quietLog } from '../support/quiet-log.ts';

/** A Slack that is away (503) until it is back, and then knows or does not know the token. */
async function slackAt() {
  const now: { says: number | object } = { says: 503 };
  const server: Server = createServer((_req, res) => {
    if (typeof now.says === 'number') return void res.writeHead(now.says).end();
    res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(now.says));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    says: (what: number | object) => {
      now.says = what;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const us = { ok: true, team_id: 'T0ACME', user_id: 'U0BOT', url: 'https://acme.slack.com/' };

describe('a start while Slack is away', () => {
  const open: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
  });

  async function starting(): Promise<{
    readonly slack: Awaited<ReturnType<typeof slackAt>>;
    readonly log: QuietLog;
    readonly start: () => Promise<Meari>;
    readonly port: number;
  }> {
    const slack = await slackAt();
    const fresh: Fresh = await freshDatabase('postgres');
    const port = await freePort();
    open.push(slack.stop, fresh.remove);
    const config = loadConfig({
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: fresh.url ?? '',
      DATA_DIR: fresh.dataDir,
      ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
      SLACK_BOT_TOKEN: 'xoxb-test',
      SLACK_SIGNING_SECRET: 'secret',
      SLACK_API_URL: slack.url,
    });
    const log = quietLog();
    return { slack, log, port, start: () => compose(config, log) };
  }

  it('waits for it, alive and not ready, and goes on by itself when it is back', async () => {
    const { slack, log, port, start } = await starting();
    const started = start();
    await until(() => log.lines.some(({ what }) => what.startsWith('Slack could not be reached')));
    const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    expect((await ask('/healthz')).status).toBe(200);
    const ready = await ask('/readyz');
    expect([ready.status, await ready.json()]).toEqual([503, { ready: false, database: true, slack: false }]);
    slack.says(us);
    const meari = await started;
    open.push(meari.stop);
    expect((await ask('/readyz')).status).toBe(200);
  });

  it('ends with the reason when Slack is back and refuses the token, and leaves nothing open', async () => {
    const { slack, log, port, start } = await starting();
    const started = start();
    await until(() => log.lines.length > 0);
    slack.says({ ok: false, error: 'invalid_auth' });
    await expect(started).rejects.toMatchObject({ code: 'SLACK_REFUSED' });
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  });
});

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 1_000 && !holds(); i += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
