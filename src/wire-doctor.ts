import { slackCheckUp } from '../adapters/slack/check-up.ts';
import { slackTenant } from '../adapters/slack/tenant.ts';
import { readRows } from '../db/calendar-rows.ts';
import { openDatabase } from '../db/connect.ts';
import type { Database } from '../db/database.ts';
import { dueList } from '../db/due-list.ts';
import { DatabaseFault } from '../db/faults.ts';
import { nudges } from '../db/nudges.ts';
import { outbox } from '../db/outbox.ts';
import { vault } from '../db/vault.ts';
import { compareKey, loadOrCreateKey } from '../db/vault-key.ts';
import type { TimeState } from './app/timekeeper.ts';
import { calendarWarnings } from './calendar-warnings.ts';
import type { Config, SlackConfig } from './config.ts';
import { type Duration, instant } from './domain/instant.ts';
import { dayIn } from './domain/zone.ts';
import { databaseOf, silent } from './wire-operator.ts';

/** One line of the report; `ill`: it needs a person. */
type Line = { readonly about: string; readonly says: string; readonly ill?: true };

/**
 * Says what is well and what is not, one line each; what is not begins with `!`. Looks at everything, whatever it finds
 * first. Resolves to 1 when something needs a person.
 */
export async function doctor(config: Config, print: (line: string) => void): Promise<number> {
  const lines = [
    ...playbookLines(config),
    ...(await databaseLines(config)),
    ...(await slackLines(config)),
    ...(await teamsLines(config)),
  ];
  for (const { about, says, ill } of lines) print(`${ill ? '!' : ' '} ${about.padEnd(10)} ${says}`);
  const ills = lines.filter((line) => line.ill).length;
  if (ills === 0) print('All is well.');
  else print(`${ills === 1 ? 'One line needs' : `${ills} lines need`} you: where it begins with "!".`);
  return ills === 0 ? 0 : 1;
}

const playbookLines = ({ playbook, notices }: Config): readonly Line[] => [
  { about: 'playbook', says: `${playbook.departments.length} departments, ${playbook.people.length} people` },
  ...notices.map((says) => ({ about: 'note', says })),
];

async function databaseLines(config: Config): Promise<readonly Line[]> {
  const warnings: Line[] = [];
  const log = { ...silent, warn: (says: string) => void warnings.push({ about: 'note', says }) };
  try {
    const db = await openDatabase({ ...databaseOf(config), log });
    try {
      await compareKey(db, vault(config.encryptionKey ?? (await loadOrCreateKey(config.dataDir))));
      const { pending, dead, oldestPending } = await outbox(db).depth();
      const where = db.embedded ? `embedded, in ${config.dataDir}` : 'PostgreSQL';
      const age = oldestPending === null ? 0 : instant(Date.now()) - oldestPending;
      return [
        { about: 'database', says: `${where}, up to date; the encryption key fits` },
        ...warnings,
        outboxLine(pending, dead, age),
        timeLine(await timeOf(db)),
        ...(await calendarLines(db, config)),
      ];
    } finally {
      await db.close();
    }
  } catch (fault) {
    if (fault instanceof DatabaseFault && fault.code === 'DATABASE_IN_USE') return askTheRunning(config, fault);
    if (!(fault instanceof Error && 'code' in fault)) throw fault;
    return [...warnings, { about: 'database', says: fault.message, ill: true }];
  }
}

/** Longer than any wait Slack asks for: what is older than this is stuck, or no process runs. */
const lateMs = 10 * 60_000;

function outboxLine(pending: number, dead: number, ageMs: number): Line {
  const says = `${pending} to deliver, ${dead} dead`;
  if (dead > 0) return { about: 'outbox', says: `${says}. See: npm run meari -- outbox`, ill: true };
  const minutes = Math.floor(ageMs / 60_000);
  if (ageMs <= lateMs) return { about: 'outbox', says };
  return { about: 'outbox', says: `${says}; the oldest has waited ${minutes} minutes. Is Meari running?`, ill: true };
}

const noTime = 0 as Duration;

async function timeOf(db: Database): Promise<Omit<TimeState, 'lateMs'>> {
  const [list, waiting] = await Promise.all([dueList(db).state(noTime), nudges(db).state(noTime)]);
  return { due: list.due, broken: list.broken, overdueMs: list.overdueMs, nudges: waiting.waiting };
}

/** Every due moment is dealt with within seconds, or somebody must look. */
function timeLine({ due, broken, overdueMs, nudges }: Omit<TimeState, 'lateMs'>): Line {
  const says = `${due} due and not dealt with, ${nudges} reminders waiting for their hour`;
  if (broken > 0) return { about: 'time', says: `${says}; ${broken} broke, see the log`, ill: true };
  if (overdueMs <= lateMs) return { about: 'time', says };
  const minutes = Math.floor(overdueMs / 60_000);
  return { about: 'time', says: `${says}; the oldest for ${minutes} minutes. Is Meari running?`, ill: true };
}

async function calendarLines(db: Database, { playbook }: Config): Promise<readonly Line[]> {
  const today = dayIn(instant(Date.now()), playbook.zone);
  const { entries } = await readRows(db);
  // The first start fills them.
  if (entries.length === 0) return [];
  return calendarWarnings(playbook.calendars, entries, today).map((says) => ({ about: 'calendar', says, ill: true }));
}

/** An embedded database is open in the process it serves, so that process is asked. */
async function askTheRunning({ http, dataDir }: Config, fault: DatabaseFault): Promise<readonly Line[]> {
  const host = http.host === '0.0.0.0' || http.host === '::' ? '127.0.0.1' : http.host;
  const root = `http://${host.includes(':') ? `[${host}]` : host}:${http.port}`;
  const ask = (path: string) => fetch(`${root}${path}`, { signal: AbortSignal.timeout(5_000) });
  try {
    const ready = await ask('/readyz');
    const metrics = await (await ask('/metrics')).text();
    const figure = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1] ?? 0);
    const ageMs = figure('meari_outbox_oldest_seconds') * 1_000;
    return [
      { about: 'database', says: `embedded, in ${dataDir}, open in the Meari that runs at ${root}` },
      ready.ok
        ? { about: 'running', says: 'ready' }
        : { about: 'running', says: `not ready: ${await ready.text()}`, ill: true },
      outboxLine(figure('meari_outbox_pending'), figure('meari_outbox_dead'), ageMs),
      timeLine({
        due: figure('meari_due_unhandled'),
        broken: figure('meari_due_broken'),
        overdueMs: figure('meari_due_oldest_seconds') * 1_000,
        nudges: figure('meari_nudges_waiting'),
      }),
    ];
  } catch {
    return [{ about: 'database', says: `${fault.message} Nothing answers at ${root}.`, ill: true }];
  }
}

async function slackLines(config: Config): Promise<readonly Line[]> {
  const { slack, sandbox, playbook } = config;
  if (slack === null) return [{ about: 'slack', says: sandbox ? 'the sandbox stands in for it' : 'off' }];
  const access = { token: slack.botToken, appToken: appTokenOf(slack), apiUrl: slack.apiUrl, log: silent };
  try {
    const { tenant } = await slackTenant(access);
    const bound = [playbook.desk, playbook.kudos, ...playbook.departments].flatMap(
      ({ channels }) => channels.slack ?? [],
    );
    const ailments = await slackCheckUp({ ...access, channels: bound });
    const way = slack.transport.type === 'http' ? 'over HTTP' : 'over Socket Mode';
    return [
      { about: 'slack', says: `workspace ${tenant}, ${way}, ${bound.length} channels bound` },
      ...ailments.map(({ what, mend }): Line => ({ about: 'slack', says: `${what}. ${mend}`, ill: true })),
    ];
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault)) throw fault;
    return [{ about: 'slack', says: fault.message, ill: true }];
  }
}

async function teamsLines(config: Config): Promise<readonly Line[]> {
  const { teams, playbook } = config;
  if (teams === null) return [{ about: 'teams', says: 'off' }];
  const { lookAtTeams } = await import('./wire-teams.ts');
  const db = await openDatabase({ ...databaseOf(config), log: silent }).catch(() => null);
  try {
    const ailments = await lookAtTeams(teams, db);
    const bound = [playbook.desk, playbook.kudos, ...playbook.departments].flatMap(
      ({ channels }) => channels.teams ?? [],
    );
    return [
      { about: 'teams', says: `tenant ${teams.tenant}, ${bound.length} channels bound` },
      ...ailments.map(({ what, mend }): Line => ({ about: 'teams', says: `${what}. ${mend}`, ill: true })),
    ];
  } finally {
    await db?.close();
  }
}

const appTokenOf = ({ transport }: SlackConfig): string | null =>
  transport.type === 'socket' ? transport.appToken : null;
