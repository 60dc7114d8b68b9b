import { type CredentialsFactory, connector, type TeamsAuthority } from '../adapters/teams/connector.ts';
import { teamsGateway } from '../adapters/teams/gateway.ts';
import type { LanguageOf } from '../adapters/teams/listeners.ts';
import { teamsAdapter } from '../adapters/teams/teams-adapter.ts';
import { conversationBook } from '../db/conversation-book.ts';
import type { Database } from '../db/database.ts';
import type { TeamsConfig } from './config.ts';
import type { Instant } from './domain/instant.ts';
import type { Log } from './ports/ambient.ts';
import type { Receive } from './ports/interaction.ts';

/** Another Teams than Microsoft's public one: the double of the tests, or the playground, which has no windows. */
export type OtherTeams = {
  readonly authority?: TeamsAuthority;
  readonly credentials?: CredentialsFactory;
  readonly dialogs?: boolean;
};

/** Teams, opened in two steps: what sends is needed by what receives. */
export function openTeams(config: TeamsConfig, db: Database, log: Log, other: OtherTeams = {}) {
  const { tenant, appId } = config;
  const book = conversationBook(db);
  const line = connector(config, other.authority, other.credentials);
  const dialogs = other.dialogs ?? true;
  const gateway = teamsGateway({ tenant, appId, connector: line, book, dialogs, log });
  const listen = (receive: Receive, languageOf: LanguageOf, zone: string, now: () => Instant) =>
    teamsAdapter({ tenant, appId, connector: line, gateway, book, dialogs, zone, receive, languageOf, now, log });
  return { gateway, listen };
}
