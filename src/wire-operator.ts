import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inbound as slackInbound } from '../adapters/slack/inbound.ts';
import { slackManifest } from '../adapters/slack/manifest.ts';
import { messagesPath } from '../adapters/teams/door.ts';
import { inbound as teamsInbound } from '../adapters/teams/inbound.ts';
import { teamsPackage } from '../adapters/teams/manifest.ts';
import { openCalendars } from '../db/calendars.ts';
import { openDatabase } from '../db/connect.ts';
import type { Database } from '../db/database.ts';
import { outbox } from '../db/outbox.ts';
import { vault } from '../db/vault.ts';
import { checkKey, compareKey, forgetKey, loadOrCreateKey } from '../db/vault-key.ts';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';
import { caseNumber, type DepartmentCode } from './domain/ids.ts';
import { type Instant, instant } from './domain/instant.ts';
import { departmentOf, type Playbook } from './domain/playbook.ts';
import { dayIn } from './domain/zone.ts';
import { readPlaybook } from './playbook/load-playbook.ts';
import type { Log } from './ports/ambient.ts';

/** Where the configuration says the data lives. */
export const databaseOf = ({ database, dataDir }: Config) => ({
  url: database.type === 'postgres' ? database.url : null,
  dataDir,
});
export const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** Letters printed at once. */
const shown = 50;

/** Opens the database for one command. @throws DatabaseFault */
export async function withDatabase<T>(config: Config, work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase({ ...databaseOf(config), log: silent });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/** The playbook with the calendars as the database has them now. */
export async function playbookNow(db: Database, { playbook }: Config, now: Instant): Promise<Playbook> {
  const year = Number(dayIn(now, playbook.zone).slice(0, 4));
  const calendars = await openCalendars(db, { playbook, year });
  return { ...playbook, calendars: calendars.current() };
}

/** What to say of a code that no department has; null: one has. */
export const unknownDepartment = (code: DepartmentCode, { playbook }: Config): string | null =>
  departmentOf(playbook, code) === null
    ? `There is no department "${code}". There are: ${departmentCodes(playbook)}.`
    : null;
export const departmentCodes = ({ departments }: Playbook): string => departments.map(({ code }) => code).join(', ');

/** Opening is migrating. @throws DatabaseFault */
export const migrate = (config: Config): Promise<string> =>
  withDatabase(config, async () => 'The database is up to date.');

/** The former key is lost: the database takes the present one from now on. @throws DatabaseFault, VaultFault */
export const replaceKey = (config: Config): Promise<string> =>
  withDatabase(config, async (db) => {
    const present = vault(config.encryptionKey ?? (await loadOrCreateKey(config.dataDir)));
    const fits = await compareKey(db, present).then(
      () => true,
      () => false,
    );
    if (fits) return 'The encryption key fits already. Nothing was changed.';
    await forgetKey(db);
    await checkKey(db, present);
    return 'From now on this is the key. What the former one sealed stays closed unless it is found again.';
  });

/** @throws ConfigError naming every problem. */
export function checkPlaybook(path: string): string {
  const { playbook, warnings } = readPlaybook(path);
  const { departments, people } = playbook;
  const fine = `${path} is fine: ${departments.length} departments, ${people.length} people.`;
  return [...warnings.map((warning) => `note: ${warning}`), fine].join('\n');
}

/** @param requestUrl public https address of this server; null: Socket Mode */
export const manifest = (requestUrl: string | null, hearsThreads: boolean) =>
  slackManifest({ name: 'Meari', command: '/voc', requestUrl, hearsThreads });

const packageName = 'meari-teams.zip';

/** Writes the package into the folder of the command. @throws ConfigError where Teams is not configured. */
export function teamsApp({ teams }: Config, url: string, hearsThreads: boolean): string {
  if (teams === null) {
    throw new ConfigError([
      {
        where: 'MICROSOFT_APP_ID',
        what: 'missing: the package names the app that Teams is to talk to',
        mend: 'Set MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD and MICROSOFT_APP_TENANT_ID as for npm start.',
      },
    ]);
  }
  const icon = (name: string) => readFileSync(new URL(`../adapters/teams/icons/${name}.png`, import.meta.url));
  const icons = { color: icon('color'), outline: icon('outline') };
  writeFileSync(packageName, teamsPackage({ appId: teams.appId, url, version: appVersion(), hearsThreads }, icons));
  return [
    `${packageName} is written. Upload it in the Teams admin centre (Manage apps), or in Teams under Apps → Manage your apps.`,
    `In Azure, the bot’s messaging endpoint is ${new URL(messagesPath, url).href}`,
  ].join('\n');
}

/** This release's. */
export function appVersion(): string {
  for (const place of ['../package.json', '../../package.json']) {
    const path = new URL(place, import.meta.url);
    if (existsSync(path)) return String(JSON.parse(readFileSync(path, 'utf8')).version);
  }
  throw new Error('no package.json beside the code');
}

/** Oldest first. @throws DatabaseFault */
export async function deadLetters(config: Config): Promise<string> {
  const [letters, { dead }] = await withDatabase(config, async (db) => [
    await outbox(db).deadLetters(shown),
    await outbox(db).depth(),
  ]);
  if (letters.length === 0) return 'Every message was delivered, or is on its way.';
  const lines = letters.map(({ outboxId, caseId, place, attempts, error }) => {
    const tries = attempts === 1 ? '1 try' : `${attempts} tries`;
    return `${outboxId}  ${caseId === null ? '-' : caseNumber(caseId)}  ${place.platform} ${place.kind} ${place.id}  ${tries}  ${error}`;
  });
  const further = dead > letters.length ? [`and ${dead - letters.length} later ones`] : [];
  return [...lines, ...further, 'Mend the reason, then put one back: npm run meari -- outbox revive <id>'].join('\n');
}

/** @returns whether there was such a dead letter. @throws DatabaseFault */
export const revive = (config: Config, outboxId: string): Promise<boolean> =>
  withDatabase(config, (db) => outbox(db).revive(outboxId));

/** A file that cannot be replayed. The message never repeats what stands in it: that may be a customer's words. */
export class PayloadFault extends Error {
  override readonly name = 'PayloadFault';
  readonly code = 'PAYLOAD_UNREADABLE';
}

type Activity = Readonly<Record<string, { readonly id?: string; readonly tenantId?: string } | undefined>>;

/** A recorded payload as Meari reads it: the neutral interaction, or null for what it would ignore. @throws PayloadFault */
export function replay(path: string) {
  const payload = payloadIn(path);
  const at = instant(0);
  const { channelId, recipient, conversation } = Object(payload) as Activity;
  if (channelId === undefined) {
    return slackInbound(payload, { at, botUserId: 'U0', tenant: 'T0', domain: null, command: '/voc' });
  }
  // Whom it was sent to, and in which tenant, a recorded activity says itself.
  const inside = { tenant: conversation?.tenantId ?? 'T0', botId: recipient?.id ?? '28:0', command: '/voc' };
  return teamsInbound(payload, { at, ...inside, zone: 'Asia/Seoul' });
}

function payloadIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : null;
    throw new PayloadFault(
      code === null
        ? `${path} is not JSON. A payload is one JSON object, as Slack or Teams sends it.`
        : `${path} cannot be read (${code}).`,
    );
  }
}
