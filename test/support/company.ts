import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ListeningSandbox, listenSandbox } from '../../adapters/sandbox/listen-sandbox.ts';
import { loadConfig } from '../../src/config.ts';
import type { Log } from '../../src/ports/ambient.ts';
import { compose, type Meari } from '../../src/wire.ts';
import { companyOf } from '../../src/wire-sandbox.ts';
import { type SlackPerson, slackPerson } from './slack-person.ts';

export const slackSecrets = { signingSecret: 'signing-secret-of-the-tests', botToken: 'xoxb-of-the-tests' };
const silence: Log = { info: () => {}, warn: () => {}, error: () => {} };

export type CompanyOptions = {
  /** PostgreSQL; null: embedded, in a folder of its own. */
  readonly url: string | null;
  readonly dataDir?: string;
  readonly replicas?: number;
  /** Pace of the sandbox's rate limits; small is fast. */
  readonly timeScale?: number;
  /** Between two messages to one place; 20 unless given. */
  readonly gapMs?: number;
  readonly log?: Log;
};

export type Company = {
  readonly sandbox: ListeningSandbox;
  readonly replicas: readonly Meari[];
  readonly person: (slackUser: string) => SlackPerson;
  /** Resolves when nothing is owed any more; throws after `withinMs`. */
  readonly settled: (withinMs?: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/**
 * The default company at work: a Slack double on a port of its own, and one or more real Meari processes' worth of
 * wiring that know it only by its address, exactly as they know Slack.
 */
export async function company(options: CompanyOptions): Promise<Company> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'meari-company-')));
  const replicas: Meari[] = [];
  let turn = 0;
  const shipped = loadConfig({ DATA_DIR: dataDir });
  const sandbox = await listenSandbox({
    base: '/sandbox',
    deliverTo: () => `${replicas[turn++ % replicas.length]?.url}/slack/events`,
    seed: companyOf(shipped.playbook, null),
    ...slackSecrets,
    appToken: null,
    pageDir: null,
    timeScale: options.timeScale ?? 0.01,
  });
  const env = {
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    SLACK_BOT_TOKEN: slackSecrets.botToken,
    SLACK_SIGNING_SECRET: slackSecrets.signingSecret,
    SLACK_API_URL: sandbox.apiUrl,
    ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    ...(options.url === null ? {} : { DATABASE_URL: options.url }),
  };
  for (let i = 0; i < (options.replicas ?? 1); i++) {
    replicas.push(await compose(loadConfig(env), options.log ?? silence, { gapMs: () => options.gapMs ?? 20 }));
  }
  const bell = setInterval(() => {
    for (const meari of replicas) meari.deliver();
  }, 100);

  return {
    sandbox,
    replicas,
    person: (user) => slackPerson(sandbox, user),
    settled: async (withinMs = 30_000) => {
      const [meari] = replicas;
      const until = performance.now() + withinMs;
      for (;;) {
        const depth = await meari?.outbox.depth();
        if (depth?.pending === 0) return;
        if (performance.now() > until) throw new Error(`still owed: ${JSON.stringify(depth)}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    stop: async () => {
      clearInterval(bell);
      await Promise.all(replicas.map((meari) => meari.stop()));
      await sandbox.stop();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
