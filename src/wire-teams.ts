import { type TeamsAilment, teamsCheckUp } from '../adapters/teams/check-up.ts';
import { type CredentialsFactory, connector, type TeamsAuthority } from '../adapters/teams/connector.ts';
import { teamsGateway } from '../adapters/teams/gateway.ts';
import { type TeamsAdapterOptions, teamsAdapter } from '../adapters/teams/teams-adapter.ts';
import { conversationBook } from '../db/conversation-book.ts';
import type { Database } from '../db/database.ts';
import { inbox } from '../db/inbox.ts';
import type { TeamsConfig } from './config.ts';
import type { Log } from './ports/ambient.ts';

/** Another Teams than Microsoft's public one: the double of the tests, or the playground, which has no windows. */
export type OtherTeams = {
  readonly authority?: TeamsAuthority;
  readonly credentials?: CredentialsFactory;
  readonly dialogs?: boolean;
};

/** What stands behind the adapter. */
type Heard = Pick<TeamsAdapterOptions, 'command' | 'receive' | 'languageOf' | 'fileFor' | 'zone' | 'now'>;

/** Teams, opened in two steps: what sends is needed by what receives. */
export function openTeams(config: TeamsConfig, db: Database, log: Log, other: OtherTeams = {}) {
  const { tenant, appId } = config;
  const book = conversationBook(db);
  const line = connector(config, other.authority, other.credentials);
  const dialogs = other.dialogs ?? true;
  const gateway = teamsGateway({ tenant, appId, connector: line, book, dialogs, log });
  const listen = (heard: Heard) =>
    teamsAdapter({ tenant, appId, connector: line, gateway, book, inbox: inbox(db), dialogs, log, ...heard });
  return { gateway, listen };
}

/** What an operator should know of Teams; `db` null: it cannot be asked now. */
export const lookAtTeams = (config: TeamsConfig, db: Database | null): Promise<readonly TeamsAilment[]> =>
  teamsCheckUp({
    tenant: config.tenant,
    connector: connector(config),
    book: db === null ? null : conversationBook(db),
  });
