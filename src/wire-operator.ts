import { inbound } from '../adapters/slack/inbound.ts';
import { slackManifest } from '../adapters/slack/manifest.ts';
import { slackTenant } from '../adapters/slack/tenant.ts';
import { openDatabase } from '../db/connect.ts';
import { outbox } from '../db/outbox.ts';
import { type Config, shippedPlaybook } from './config.ts';
import { caseNumber } from './domain/ids.ts';
import { instant } from './domain/instant.ts';
import { readPlaybook } from './playbook/load-playbook.ts';
import type { Log } from './ports/ambient.ts';
import type { Outbox } from './ports/outbox.ts';

type Print = (line: string) => void;

/** Where the configuration says the data lives. */
export const databaseOf = ({ database, dataDir }: Config) => ({
  url: database.type === 'postgres' ? database.url : null,
  dataDir,
});
const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
const shown = 50;

async function withOutbox<T>(config: Config, work: (outbox: Outbox, embedded: boolean) => Promise<T>): Promise<T> {
  const db = await openDatabase({ ...databaseOf(config), log: silent });
  try {
    return await work(outbox(db), db.embedded);
  } finally {
    await db.close();
  }
}

/** Opening is migrating. @throws DatabaseFault */
export const migrate = (config: Config): Promise<void> => withOutbox(config, async () => {});

/** Says what is well and what is not, one line each; exit code 1 when something needs a person. */
export async function doctor(config: Config, print: Print): Promise<number> {
  print(`playbook     ${config.playbook.departments.length} departments, ${config.playbook.people.length} people`);
  for (const notice of config.notices) print(`note         ${notice}`);
  const dead = await withOutbox(config, async (letters, embedded) => {
    const depth = await letters.depth();
    print(`database     ${embedded ? `embedded, in ${config.dataDir}` : 'PostgreSQL'}, up to date`);
    print(`outbox       ${depth.pending} to deliver, ${depth.dead} dead`);
    return depth.dead;
  });
  const { slack } = config;
  if (slack === null) print(`slack        ${config.sandbox ? 'the sandbox stands in for it' : 'off'}`);
  else {
    const { tenant } = await slackTenant({ token: slack.botToken, apiUrl: slack.apiUrl, log: silent });
    print(`slack        workspace ${tenant}, ${slack.transport.type === 'http' ? 'over HTTP' : 'over Socket Mode'}`);
  }
  if (dead > 0) print('Dead letters wait for you: npm run meari -- outbox');
  return dead > 0 ? 1 : 0;
}

/** @throws ConfigError naming every problem. */
export function checkPlaybook(path: string | null, print: Print): number {
  const { playbook, warnings } = readPlaybook(path ?? shippedPlaybook);
  for (const warning of warnings) print(warning);
  print(`The playbook is fine: ${playbook.departments.length} departments, ${playbook.people.length} people.`);
  return 0;
}

export const manifest = (requestUrl: string | null) => slackManifest({ name: 'Meari', command: '/voc', requestUrl });

export async function deadLetters(config: Config, print: Print): Promise<number> {
  const letters = await withOutbox(config, (o) => o.deadLetters(shown));
  if (letters.length === 0) print('Every message was delivered, or is on its way.');
  for (const { outboxId, caseId, place, attempts, error } of letters) {
    print(`${outboxId}  ${caseNumber(caseId)}  ${place.platform} ${place.id}  ${attempts} tries  ${error}`);
  }
  return 0;
}

export async function revive(config: Config, outboxId: string, print: Print): Promise<number> {
  const back = await withOutbox(config, (o) => o.revive(outboxId));
  print(back ? `Letter ${outboxId} goes out again.` : `There is no dead letter ${outboxId}.`);
  return back ? 0 : 1;
}

/** A recorded payload as Meari reads it: the neutral interaction, or null for what it would ignore. */
export const replay = (payload: unknown) =>
  inbound(payload, { at: instant(0), botUserId: 'U0', tenant: 'T0', domain: null, command: '/voc' });
