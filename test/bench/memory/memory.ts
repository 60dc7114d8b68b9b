import { type ChildProcess, execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { recordingApi } from '../../adapters/slack/recording-api.ts';
import { startMeari } from '../../support/meari-process.ts';
import { alone } from '../support/alone.ts';
import { built } from '../support/built.ts';
import { migrated, startDatabases } from '../support/databases.ts';
import { compared, type Figure } from '../support/figure.ts';
import type { Effort } from '../support/rounds.ts';

/** Idle for so long before it is weighed: Meari's bell has rung a few times, and nobody has said anything. */
const idleMs = 5_000;

type Started = { readonly child: ChildProcess; readonly stop: () => Promise<unknown> };
type Weights = { readonly postgres: number; readonly embedded: number; readonly bolt: number };

/** What idle processes hold: Meari on PostgreSQL with Slack over HTTP, Meari with nothing configured, and a Bolt echo app. */
export async function memory(effort: Effort): Promise<readonly Figure[]> {
  await built(effort);
  const databases = await startDatabases(effort);
  const slack = await recordingApi();
  slack.answer('auth.test', { team_id: 'T0BENCH', user_id: 'U0MEARI', url: 'https://bench.slack.com/' });
  const dataDir = await mkdtemp(join(tmpdir(), 'meari-memory-'));
  try {
    effort.say('memory: resident, idle');
    const prepared = await databases.prepare(migrated);
    const rounds: Weights[] = [];
    for (let round = 1; round <= effort.rounds; round += 1) {
      const weights = await databases.onCopy(prepared, (url) => weigh(url, slack.apiUrl, dataDir));
      rounds.push(weights);
      effort.say(`  round ${round}  ${JSON.stringify(weights)}`);
    }
    const beside = { unit: 'MB', beside: 'a Bolt echo app', theirs: rounds.map(({ bolt }) => bolt) };
    return [
      compared({ name: 'idle memory, on PostgreSQL', ours: rounds.map(({ postgres }) => postgres), ...beside }),
      compared({ name: 'idle memory, embedded', ours: rounds.map(({ embedded }) => embedded), ...beside }),
    ];
  } finally {
    await rm(dataDir, { recursive: true, force: true });
    await slack.stop();
    await databases.stop();
  }
}

async function weigh(databaseUrl: string, slackApiUrl: string, dataDir: string): Promise<Weights> {
  const started: Started[] = [];
  const begun = async (process: Promise<Started>): Promise<Started> => {
    const one = await process;
    started.push(one);
    return one;
  };
  try {
    const postgres = await begun(
      startMeari({
        DATABASE_URL: databaseUrl,
        SLACK_API_URL: slackApiUrl,
        SLACK_BOT_TOKEN: 'xoxb-of-the-bench',
        SLACK_SIGNING_SECRET: 'signing-secret-of-the-bench',
        ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
      }),
    );
    const embedded = await begun(startMeari({ DATA_DIR: dataDir }));
    const bolt = await begun(echoApp(slackApiUrl));
    await pause(idleMs);
    return { postgres: await resident(postgres), embedded: await resident(embedded), bolt: await resident(bolt) };
  } finally {
    for (const { stop } of started) await stop();
  }
}

async function echoApp(slackApiUrl: string): Promise<Started> {
  const { child, ended } = await alone(new URL('./bolt-echo.js', import.meta.url), slackApiUrl);
  return {
    child,
    stop: () => {
      child.kill();
      return ended;
    },
  };
}

/** Megabytes. */
async function resident({ child }: Started): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(child.pid)]);
  return Number(stdout) / 1024;
}
