import { fileURLToPath } from 'node:url';
import { ConfigError, type Problem } from './config-error.ts';
import { type EnvReader, reader } from './config-reader.ts';
import type { Playbook } from './domain/playbook.ts';
import { readPlaybook } from './playbook/load-playbook.ts';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export type SlackConfig = {
  readonly botToken: string;
  /** Another API root (GovSlack, an emulator); null: Slack's own. */
  readonly apiUrl: string | null;
  readonly transport:
    | { readonly type: 'http'; readonly signingSecret: string }
    | { readonly type: 'socket'; readonly appToken: string };
};

export type TeamsConfig = {
  readonly appId: string;
  /** null: a managed identity, which needs none. */
  readonly password: string | null;
  readonly type: (typeof appTypes)[number];
  readonly tenant: string;
};

/** All that the environment and the playbook say, checked and frozen. */
export type Config = {
  readonly http: { readonly host: string; readonly port: number };
  readonly database:
    | { readonly type: 'postgres'; readonly url: string }
    /** One process only; lives in `dataDir`. */
    | { readonly type: 'embedded' };
  readonly dataDir: string;
  readonly slack: SlackConfig | null;
  readonly teams: TeamsConfig | null;
  readonly sandbox: boolean;
  /** 32 bytes. null: embedded, and generated into `dataDir` by whoever opens the database. */
  readonly encryptionKey: Buffer | null;
  readonly logLevel: LogLevel;
  readonly playbook: Playbook;
  readonly playbookPath: string;
  /** Nothing that stops the start, but something the operator should read. */
  readonly notices: readonly string[];
};

/** The playbook that ships with Meari: a fictional company, which the sandbox plays. */
export const shippedPlaybook = fileURLToPath(new URL('../playbook/default.yaml', import.meta.url));

/** Where the playbook is: `PLAYBOOK`, else the shipped one. */
export const playbookPathIn = (env: NodeJS.ProcessEnv = process.env): string =>
  env['PLAYBOOK']?.trim() || shippedPlaybook;

/**
 * Reads the environment and the playbook. An empty variable counts as unset.
 * @throws ConfigError naming every bad key, what was expected and how to mend it; no secret is ever in the message.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const read = reader(env);
  const notices: string[] = [];
  const slack = slackFrom(read, notices);
  const teams = teamsFrom(read);
  const isSomewhere = slack !== null || teams !== null;
  const sandbox = sandboxFrom(read, slack !== null || read.has('SLACK_BOT_TOKEN'), isSomewhere);
  const url = read.url('DATABASE_URL', ['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/meari');
  const playbookPath = playbookPathIn(env);
  const playbook = playbookFrom(playbookPath, read.problems, notices);
  const config = {
    http: {
      host: read.text('HOST') ?? (isSomewhere ? '0.0.0.0' : '127.0.0.1'),
      port: read.whole('PORT', 0, 65_535) ?? 3978,
    },
    database: url === null ? { type: 'embedded' as const } : { type: 'postgres' as const, url },
    dataDir: read.text('DATA_DIR') ?? '.data',
    slack,
    teams,
    sandbox,
    encryptionKey: keyFrom(read),
    logLevel: read.oneOf('LOG_LEVEL', logLevels) ?? 'info',
    playbookPath,
    notices,
  };
  if (playbook === null || read.problems.length > 0) throw new ConfigError(read.problems);
  return deepFreeze({ ...config, playbook });
}

function slackFrom(read: EnvReader, notices: string[]): SlackConfig | null {
  const botToken = read.startingWith('SLACK_BOT_TOKEN', ['xoxb-', 'xoxe.xoxb-'], 'the Bot User OAuth Token');
  const appToken = read.startingWith('SLACK_APP_TOKEN', ['xapp-'], 'an app-level token with connections:write');
  const signingSecret = read.text('SLACK_SIGNING_SECRET');
  const apiUrl = read.url('SLACK_API_URL', ['https:', 'http:'], 'https://slack-gov.com/api/');
  if (!read.has('SLACK_BOT_TOKEN')) {
    for (const key of ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'] as const) {
      if (read.has(key)) {
        read.problem('SLACK_BOT_TOKEN', `missing, while ${key} is set`, `Set it as well, or unset ${key}.`);
      }
    }
    return null;
  }
  if (!read.has('SLACK_APP_TOKEN') && signingSecret === null) {
    read.problem(
      'SLACK_SIGNING_SECRET',
      'missing, while SLACK_BOT_TOKEN is set: Slack has no way in',
      'Set it (Basic Information → App Credentials) for HTTP, or set SLACK_APP_TOKEN for Socket Mode.',
    );
  }
  if (botToken === null) return null;
  if (appToken !== null) {
    if (signingSecret !== null)
      notices.push('SLACK_APP_TOKEN is set: Slack runs over Socket Mode, SLACK_SIGNING_SECRET is not used.');
    return { botToken, apiUrl, transport: { type: 'socket', appToken } };
  }
  return signingSecret === null ? null : { botToken, apiUrl, transport: { type: 'http', signingSecret } };
}

const appTypes = ['SingleTenant', 'MultiTenant', 'UserAssignedMSI'] as const;

/** One tenant is served, whatever the type of the app: whoever writes from another is turned away. */
function teamsFrom(read: EnvReader): TeamsConfig | null {
  const uuid = (key: 'MICROSOFT_APP_ID' | 'MICROSOFT_APP_TENANT_ID', what: string): string | null => {
    const value = read.text(key);
    if (value === null || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) return value;
    read.problem(key, 'not an id such as 00000000-0000-0000-0000-000000000000', `Copy ${what} from the Azure portal.`);
    return null;
  };
  const appId = uuid('MICROSOFT_APP_ID', 'the application (client) id');
  const tenant = uuid('MICROSOFT_APP_TENANT_ID', 'the directory (tenant) id');
  const type = read.oneOf('MICROSOFT_APP_TYPE', appTypes) ?? 'SingleTenant';
  const password = read.text('MICROSOFT_APP_PASSWORD');
  const others = ['MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_TYPE', 'MICROSOFT_APP_TENANT_ID'] as const;
  if (!read.has('MICROSOFT_APP_ID')) {
    for (const key of others.filter((other) => read.has(other))) {
      read.problem('MICROSOFT_APP_ID', `missing, while ${key} is set`, `Set it as well, or unset ${key}.`);
    }
    return null;
  }
  if (!read.has('MICROSOFT_APP_TENANT_ID')) {
    const mend = 'Set it to the directory (tenant) id of your company: only its people are let in.';
    read.problem('MICROSOFT_APP_TENANT_ID', 'missing, while MICROSOFT_APP_ID is set', mend);
  }
  if (password === null && type !== 'UserAssignedMSI') {
    const mend = 'Set it to a client secret of the app, or use MICROSOFT_APP_TYPE=UserAssignedMSI on Azure.';
    read.problem('MICROSOFT_APP_PASSWORD', `missing, while the app is ${type}`, mend);
  }
  return appId === null || tenant === null ? null : { appId, password, type, tenant };
}

/** The sandbox stands in for Slack, so there cannot be both. */
function sandboxFrom(read: EnvReader, slackWanted: boolean, isSomewhere: boolean): boolean {
  const asked = read.oneOf('SANDBOX', ['on', 'off'] as const);
  if (asked === 'on' && slackWanted) {
    read.problem(
      'SANDBOX',
      'on, while SLACK_BOT_TOKEN is set: the sandbox takes the place of Slack',
      'Unset SANDBOX to work in Slack, or unset the SLACK_ variables to play in the sandbox.',
    );
  }
  if (asked === 'off' && !slackWanted && !isSomewhere) {
    read.problem(
      'SANDBOX',
      'off, and neither Slack nor Teams is set: there is no place to talk',
      'Unset SANDBOX, or set SLACK_BOT_TOKEN or MICROSOFT_APP_ID.',
    );
  }
  return asked === null ? !slackWanted && !isSomewhere : asked === 'on';
}

function keyFrom(read: EnvReader): Buffer | null {
  const make = "Make one with: node -p \"require('crypto').randomBytes(32).toString('base64')\"";
  const text = read.text('ENCRYPTION_KEY');
  if (text === null) {
    if (read.has('DATABASE_URL')) {
      read.problem(
        'ENCRYPTION_KEY',
        'missing, while DATABASE_URL is set',
        `${make} and give every process the same one.`,
      );
    }
    return null;
  }
  const key = Buffer.from(text, 'base64');
  if (/^[A-Za-z0-9+/]{43}=?$/.test(text) && key.length === 32) return key;
  read.problem('ENCRYPTION_KEY', 'not 32 bytes in base64 (44 characters)', `${make}.`);
  return null;
}

function playbookFrom(path: string, problems: Problem[], notices: string[]): Playbook | null {
  try {
    const { playbook, warnings } = readPlaybook(path);
    notices.push(...warnings);
    return playbook;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}

/** Objects and lists; the key is a view over memory, which cannot be frozen. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
