import { type HttpServer, httpServer, type Upgrade } from '../adapters/http-server.ts';
import { operations } from '../adapters/operations.ts';
import { slackGateway } from '../adapters/slack/gateway.ts';
import { type SlackAdapter, slackAdapter } from '../adapters/slack/slack-adapter.ts';
import { caseQueries } from '../db/case-queries.ts';
import { type CaseStoreOptions, caseStore } from '../db/case-store.ts';
import { openDatabase } from '../db/connect.ts';
import type { Database } from '../db/database.ts';
import { directory as openDirectory } from '../db/directory.ts';
import { inbox } from '../db/inbox.ts';
import { outbox as openOutbox } from '../db/outbox.ts';
import { rememberTaxonomies } from '../db/taxonomies.ts';
import { upkeep } from '../db/upkeep.ts';
import { vault as openVault } from '../db/vault.ts';
import { checkKey, loadOrCreateKey } from '../db/vault-key.ts';
import { addressWith } from './app/address.ts';
import { callDeskWith } from './app/call-desk.ts';
import { drainer } from './app/drainer.ts';
import { handleCommandWith } from './app/handle-command.ts';
import { readingForWith } from './app/reading-for.ts';
import { receiveWith } from './app/receive.ts';
import { showWith } from './app/show.ts';
import type { Config } from './config.ts';
import { instant } from './domain/instant.ts';
import type { Log } from './ports/ambient.ts';
import type { ChatGateway, Place } from './ports/chat-gateway.ts';
import type { Route } from './ports/http.ts';
import type { ExternalUser } from './ports/interaction.ts';
import { databaseOf } from './wire-operator.ts';
import { openSandbox, sandboxRoot } from './wire-sandbox.ts';
import { accessOf, reachSlack } from './wire-slack.ts';

const command = '/voc';

/** How fast a place is written to; tests against a faster Slack write faster. */
export type Pace = CaseStoreOptions;

/**
 * Opens the database and the server, and puts everything together on them. A start that fails leaves neither open.
 * @throws DatabaseFault, VaultFault, SlackFault, ConfigError: each says what to do.
 */
export async function compose(config: Config, log: Log, pace: Pace = {}) {
  for (const notice of config.notices) log.warn(notice);
  const db = await openDatabase({ ...databaseOf(config), log });
  const routes: Route[] = [];
  const upgrades: Upgrade[] = [];
  const server = httpServer(
    () => routes,
    () => upgrades,
    log,
  );
  try {
    return await composeOn({ db, server, routes, upgrades }, config, log, pace);
  } catch (fault) {
    await server.close();
    await db.close();
    throw fault;
  }
}

type Ground = {
  readonly db: Database;
  readonly server: HttpServer;
  readonly routes: Route[];
  readonly upgrades: Upgrade[];
};

/**
 * The composition root: everything that stands between a pure core and the world, put together once. The server listens
 * first: the sandbox is a Slack that the adapter must be able to ask who it is, and whoever watches us is answered while
 * Slack is out of reach.
 */
async function composeOn({ db, server, routes, upgrades }: Ground, config: Config, log: Log, pace: Pace) {
  const now = () => instant(Date.now());
  const { playbook } = config;
  const vault = openVault(config.encryptionKey ?? (await loadOrCreateKey(config.dataDir)));
  await checkKey(db, vault);
  const taxonomies = await rememberTaxonomies(db, playbook.taxonomies);
  const store = caseStore(db, pace);
  const outbox = openOutbox(db);

  const adapters: SlackAdapter[] = [];
  const probes = [
    { name: 'database', ready: async () => (await db.query('select 1')).length === 1 },
    { name: 'slack', ready: async () => adapters.length > 0 && adapters.every((adapter) => adapter.connected()) },
  ];
  routes.push(...operations(probes, outbox, now));
  const port = await server.listen(config.http.port, config.http.host);
  const origin = `http://127.0.0.1:${port}`;

  const sandbox = config.sandbox ? openSandbox(config, origin, now()) : null;
  if (sandbox !== null) {
    routes.push(...sandbox.routes, sandboxRoot);
    upgrades.push(sandbox.upgrade);
  }

  const access = sandbox?.access ?? (config.slack === null ? null : accessOf(config.slack));
  const slack = access === null ? null : await reachSlack(access, log);
  const gateways: readonly ChatGateway[] = slack === null ? [] : [slackGateway({ ...slack, log })];
  const gateway = ({ platform, tenant }: Pick<Place, 'platform' | 'tenant'>) =>
    gateways.find((g) => g.platform === platform && g.tenant === tenant) ?? null;
  const profile = async (user: ExternalUser) => (await gateway(user)?.profile(user.id)) ?? null;

  const directory = openDirectory(db, { playbook, profile, tenants: () => gateways });
  const readingFor = readingForWith(playbook, taxonomies, now);
  const delivery = drainer({
    outbox,
    store,
    directory,
    playbook,
    gateway,
    readingFor,
    monotonic: () => performance.now(),
    chance: Math.random,
    log,
  });
  const handle = handleCommandWith({
    store,
    playbook,
    address: addressWith({ playbook, directory, workspaces: () => gateways, log }),
    committed: delivery.kick,
  });
  const show = showWith({ store, queries: caseQueries(db), playbook, readingFor });
  const callDesk = callDeskWith({ directory, gateway, readingFor, log });
  const receive = receiveWith({
    store,
    directory,
    inbox: inbox(db),
    vault,
    playbook,
    readingFor,
    show,
    handle,
    callDesk,
    log,
  });

  if (slack !== null) adapters.push(slackAdapter({ ...slack, command, receive, now, log }));
  for (const adapter of adapters) routes.push(...adapter.routes);
  await Promise.all(adapters.map((adapter) => adapter.start()));
  delivery.kick();

  return {
    url: origin,
    database: db.embedded ? 'embedded' : 'postgresql',
    sandbox,
    receive,
    store,
    outbox,
    deliver: delivery.kick,
    upkeep: async () => {
      await upkeep(db, playbook.limits);
    },
    stop: async () => {
      await Promise.all(adapters.map((adapter) => adapter.stop()));
      await server.close();
      await delivery.stop();
      await sandbox?.stop();
      await db.close();
    },
  };
}

export type Meari = Awaited<ReturnType<typeof compose>>;
