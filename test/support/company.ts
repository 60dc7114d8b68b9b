import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ListeningSandbox, listenSandbox } from '../../adapters/sandbox/listen-sandbox.ts';
import type { SandboxUser } from '../../adapters/sandbox/protocol.ts';
import { loadConfig } from '../../src/config.ts';
import type { Playbook } from '../../src/domain/playbook.ts';
import type { Log } from '../../src/ports/ambient.ts';
import { compose, type Meari } from '../../src/wire.ts';
import { companyOf } from '../../src/wire-sandbox.ts';
import type { OtherTeams } from '../../src/wire-teams.ts';
import type { LossyLine } from './lossy-line.ts';
import { type SlackPerson, slackPerson } from './slack-person.ts';

export const encryptionKey = Buffer.alloc(32, 7);
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
  /** More of the environment: another platform beside Slack. */
  readonly env?: Readonly<Record<string, string>>;
  readonly teams?: OtherTeams;
  /** What time it is for the replicas, in milliseconds since 1970; the machine's clock unless given. */
  readonly clock?: () => number;
  /** Path of another company's playbook. */
  readonly playbook?: string;
  /** Who is in the workspace besides the playbook's people. */
  readonly others?: readonly SandboxUser[];
  /** What stands between Slack and Meari; aimed at the replicas by turns. */
  readonly line?: LossyLine;
  /** By what address Meari reaches Slack's Web API, given its own. */
  readonly by?: (apiUrl: string) => Promise<string>;
};

export type Company = {
  readonly playbook: Playbook;
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
  const nextReplica = () => `${replicas[turn++ % replicas.length]?.url}/slack/events`;
  options.line?.aim(nextReplica);
  const { playbook, sandbox } = await workspace({ ...options, deliverTo: () => options.line?.url ?? nextReplica() });
  const apiUrl = (await options.by?.(sandbox.apiUrl)) ?? sandbox.apiUrl;
  const env = { ...environment({ ...options, dataDir, apiUrl }), ...options.env };
  for (let i = 0; i < (options.replicas ?? 1); i++) {
    replicas.push(
      await compose(loadConfig(env), options.log ?? silence, {
        gapMs: () => options.gapMs ?? 20,
        ...(options.clock === undefined ? {} : { clock: options.clock }),
        ...(options.teams === undefined ? {} : { teams: options.teams }),
      }),
    );
  }
  const bell = setInterval(() => {
    for (const meari of replicas) meari.deliver();
  }, 100);

  let stopping: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    clearInterval(bell);
    await Promise.all(replicas.map((meari) => meari.stop()));
    await options.line?.stop();
    await sandbox.stop();
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
  };
  return {
    playbook,
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
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** The Slack double of a playbook's company, on a port of its own. */
export async function workspace(options: {
  readonly deliverTo: () => string;
  readonly playbook?: string;
  readonly timeScale?: number;
  readonly others?: readonly SandboxUser[];
}): Promise<{ readonly playbook: Playbook; readonly sandbox: ListeningSandbox }> {
  const { playbook } = loadConfig(options.playbook === undefined ? {} : { PLAYBOOK: options.playbook });
  const seed = companyOf(playbook, null);
  const sandbox = await listenSandbox({
    base: '/sandbox',
    deliverTo: options.deliverTo,
    seed: { ...seed, users: [...seed.users, ...(options.others ?? [])] },
    ...slackSecrets,
    appToken: null,
    pageDir: null,
    timeScale: options.timeScale ?? 0.01,
  });
  return { playbook, sandbox };
}

/** What a Meari of this workspace is started with. */
export const environment = (options: {
  readonly url: string | null;
  readonly dataDir: string;
  readonly apiUrl: string;
  readonly playbook?: string;
}): Record<string, string> => ({
  PORT: '0',
  HOST: '127.0.0.1',
  DATA_DIR: options.dataDir,
  SLACK_BOT_TOKEN: slackSecrets.botToken,
  SLACK_SIGNING_SECRET: slackSecrets.signingSecret,
  SLACK_API_URL: options.apiUrl,
  ENCRYPTION_KEY: encryptionKey.toString('base64'),
  ...(options.playbook === undefined ? {} : { PLAYBOOK: options.playbook }),
  ...(options.url === null ? {} : { DATABASE_URL: options.url }),
});
