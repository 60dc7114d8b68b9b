import { type HttpServer, httpServer, type Upgrade } from '../adapters/http-server.ts';
import { operations } from '../adapters/operations.ts';
import { drawer } from '../adapters/pictures/draw.ts';
import { slackGateway } from '../adapters/slack/gateway.ts';
import { type SlackAdapter, slackAdapter } from '../adapters/slack/slack-adapter.ts';
import { absences as openAbsences } from '../db/absences.ts';
import { openCalendars } from '../db/calendars.ts';
import { caseQueries } from '../db/case-queries.ts';
import { type CaseStoreOptions, caseStore } from '../db/case-store.ts';
import { openDatabase } from '../db/connect.ts';
import type { Database } from '../db/database.ts';
import { directory as openDirectory } from '../db/directory.ts';
import { dueList as openDueList } from '../db/due-list.ts';
import { inbox } from '../db/inbox.ts';
import { nudges as openNudges } from '../db/nudges.ts';
import { outbox as openOutbox } from '../db/outbox.ts';
import { rememberTaxonomies } from '../db/taxonomies.ts';
import { upkeep } from '../db/upkeep.ts';
import { vault as openVault } from '../db/vault.ts';
import { checkKey, loadOrCreateKey } from '../db/vault-key.ts';
import { addressWith } from './app/address.ts';
import { awayWith } from './app/away.ts';
import { calendarDeskWith } from './app/calendar-desk.ts';
import { callDeskWith } from './app/call-desk.ts';
import { careWith } from './app/care.ts';
import { drainer } from './app/drainer.ts';
import { handleCommandWith } from './app/handle-command.ts';
import { hearNoteWith } from './app/hear-note.ts';
import { languageOfWith, readingForWith } from './app/reading-for.ts';
import { receiveWith } from './app/receive.ts';
import { remindDeskWith } from './app/remind-desk.ts';
import { showWith } from './app/show.ts';
import { tellWith } from './app/tell.ts';
import { timekeeper } from './app/timekeeper.ts';
import { warnAdminsWith } from './app/warn-admins.ts';
import { calendarWarnings } from './calendar-warnings.ts';
import type { Config } from './config.ts';
import { addDays } from './domain/calendar.ts';
import { type Duration, type Instant, instant } from './domain/instant.ts';
import type { Playbook } from './domain/playbook.ts';
import { dayIn } from './domain/zone.ts';
import type { Log } from './ports/ambient.ts';
import type { ChatGateway, Place } from './ports/chat-gateway.ts';
import type { Route } from './ports/http.ts';
import type { ExternalUser } from './ports/interaction.ts';
import { hurry, sandboxJumps } from './wire-clock.ts';
import { digestsDrawn, digestsOn } from './wire-digests.ts';
import { exportDeskOn } from './wire-export-desk.ts';
import { learningKept, learningOn } from './wire-learning.ts';
import { databaseOf } from './wire-operator.ts';
import { openSandbox, sandboxRoot } from './wire-sandbox.ts';
import { accessOf, reachSlack } from './wire-slack.ts';
import type { OtherTeams } from './wire-teams.ts';

const command = '/voc';
/** Loaded where it is wanted: Microsoft's SDK takes as long as all the rest. */
const teamsWiring = () => import('./wire-teams.ts');

/** How fast a place is written to, and what time it is: tests write to a faster Slack, and live through weeks. */
export type Pace = CaseStoreOptions & {
  /** Milliseconds since 1970; the machine's clock unless given. */
  readonly clock?: () => number;
  readonly teams?: OtherTeams;
};

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
  // The sandbox's people may move their clock on; everybody else's is the machine's.
  const now = () => instant(sandbox?.clock.now() ?? pace.clock?.() ?? Date.now());
  const ahead = () => (now() - Date.now()) as Duration;
  const vault = openVault(config.encryptionKey ?? (await loadOrCreateKey(config.dataDir)));
  await checkKey(db, vault);
  const taxonomies = await rememberTaxonomies(db, config.playbook.taxonomies);
  const calendars = await openCalendars(db, { playbook: config.playbook, year: new Date().getFullYear() });
  const today = dayIn(instant(Date.now()), config.playbook.zone);
  for (const warning of calendarWarnings(config.playbook.calendars, calendars.entries(), today)) log.warn(warning);
  const playbook: Playbook = {
    ...config.playbook,
    // Live: an administrator may add a holiday while we run.
    get calendars() {
      return calendars.current();
    },
  };
  const store = caseStore(db, pace);
  const outbox = openOutbox(db);
  const dueList = openDueList(db);
  const nudges = openNudges(db, pace);
  const absences = openAbsences(db);
  const { lookAlikes, aroundOf, ...kept } = await learningKept(db, config.playbook, pace);
  const { changes, clusters, surges, reflections, bulletins } = kept;

  const adapters: SlackAdapter[] = [];
  const probes = [
    { name: 'database', ready: async () => (await db.query('select 1')).length === 1 },
    ...(config.slack === null && !config.sandbox
      ? []
      : [
          { name: 'slack', ready: async () => adapters.length > 0 && adapters.every((adapter) => adapter.connected()) },
        ]),
  ];
  routes.push(
    ...operations(
      probes,
      outbox,
      async () => keeper.state(),
      () => Date.now(),
    ),
  );
  const port = await server.listen(config.http.port, config.http.host);
  const origin = `http://127.0.0.1:${port}`;

  const jumps = (at: Instant) => sandboxJumps(at, playbook);
  const sandbox = config.sandbox ? openSandbox(config, origin, instant(Date.now()), jumps) : null;
  if (sandbox !== null) {
    routes.push(...sandbox.routes, sandboxRoot);
    upgrades.push(sandbox.upgrade);
  }

  const access = sandbox?.access ?? (config.slack === null ? null : accessOf(config.slack));
  const slack = access === null ? null : await reachSlack(access, log);
  const teams = config.teams === null ? null : (await teamsWiring()).openTeams(config.teams, db, log, pace.teams);
  const gateways: readonly ChatGateway[] = [
    ...(slack === null ? [] : [slackGateway({ ...slack, draw: drawer(), log })]),
    ...(teams === null ? [] : [teams.gateway]),
  ];
  const gateway = ({ platform, tenant }: Pick<Place, 'platform' | 'tenant'>) =>
    gateways.find((g) => g.platform === platform && g.tenant === tenant) ?? null;
  const profile = async (user: ExternalUser) => (await gateway(user)?.profile(user.id)) ?? null;

  const directory = openDirectory(db, { playbook, profile, tenants: () => gateways });
  const readingFor = readingForWith(playbook, taxonomies, now);
  const queries = caseQueries(db);
  const digests = digestsDrawn(db, { changes, clusters, queries, playbook });
  const delivery = drainer({
    drawDigest: digests.drawDigest,
    outbox,
    reflections,
    store,
    aroundOf,
    changes,
    clusters,
    surges,
    directory,
    playbook,
    gateway,
    readingFor,
    now,
    monotonic: () => performance.now(),
    chance: Math.random,
    log,
  });
  const address = addressWith({
    playbook,
    directory,
    absences: (at) => absences.current(addDays(dayIn(at, playbook.zone), -1)),
    workspaces: () => gateways,
    log,
  });
  const handle = handleCommandWith({
    store,
    playbook,
    address,
    calendars: calendars.version,
    committed: delivery.kick,
  });
  const learning = learningOn(
    { store, handle, address, calendars, playbook, readingFor, now, ahead, log },
    { ...kept, directory, kick: delivery.kick },
  );
  const told = digestsOn(db, digests, { store, bulletins, address, readingFor, now, kick: delivery.kick });
  const keeper = timekeeper({
    dueList,
    nudges,
    store,
    changes,
    handle,
    directory,
    playbook,
    holidays: calendars,
    calendars: calendars.version,
    now,
    ahead,
    kick: delivery.kick,
    count: learning.count,
    issue: told.issue,
    log,
  });
  const show = showWith({ store, queries, aroundOf, playbook, readingFor });
  const tell = tellWith({ directory, gateway, readingFor, log });
  const exportDesk = exportDeskOn(db, { directory, gateway, tell, playbook, readingFor, now, log });
  const callDesk = callDeskWith({ directory, tell, readingFor });
  const receive = receiveWith({
    store,
    queries,
    directory,
    inbox: inbox(db),
    vault,
    playbook,
    readingFor,
    show,
    handle,
    hearNote: hearNoteWith({ playbook, queries, directory, handle, show, readingFor }),
    callDesk,
    away: awayWith({ absences, directory, playbook, readingFor, tell }),
    calendarDesk: calendarDeskWith({ calendars, playbook, readingFor }),
    likeness: learning.likeness(keeper.kick),
    lookAlikes,
    changeDesk: learning.changeDesk,
    lexiconDesk: learning.lexiconDesk,
    digestDesk: told.digestDesk,
    foldReflection: learning.foldReflection,
    exportDesk,
    log,
  });
  const care = careWith({ queries, directory, inbox: inbox(db), playbook, tell, log });
  const remindDesk = remindDeskWith({ playbook, directory, inbox: inbox(db), tell, log });
  const warnAdmins = warnAdminsWith({ calendars, directory, inbox: inbox(db), tell, log });
  if (slack !== null) adapters.push(slackAdapter({ ...slack, command, receive, now, log }));
  const languageOf = languageOfWith(directory, playbook);
  const inTeams =
    teams?.listen({ command, receive, languageOf, fileFor: exportDesk.again, zone: playbook.zone, now }) ?? null;
  for (const adapter of adapters) routes.push(...adapter.routes);
  routes.push(...(inTeams?.routes ?? []));
  await Promise.all(adapters.map((adapter) => adapter.start()));
  delivery.kick();
  keeper.kick();
  const hurrying = sandbox === null ? null : hurry(sandbox.clock, keeper.kick, clusters.dayPassed, log);

  return {
    url: origin,
    database: db.embedded ? 'embedded' : 'postgresql',
    sandbox,
    receive,
    store,
    changes,
    outbox,
    deliver: delivery.kick,
    /** Looks what has become due, and lets reminders leave. */
    keepTime: keeper,
    calendars,
    lookAlikes,
    now,
    /** Looks who has had too many heavy cases today. */
    care: () => care(now()),
    upkeep: async () => {
      await keeper.repair();
      await clusters.dayPassed();
      await warnAdmins(now());
      await remindDesk(now());
      await upkeep(db, playbook.limits);
      await lookAlikes.upkeep(now());
    },
    stop: async () => {
      hurrying?.stop();
      await Promise.all([...adapters.map((adapter) => adapter.stop()), inTeams?.stop()]);
      await server.close();
      await keeper.stop();
      await delivery.stop();
      await exportDesk.settled();
      await sandbox?.stop();
      await db.close();
    },
  };
}

export type Meari = Awaited<ReturnType<typeof compose>>;
