import { createServer } from 'node:http';
import { slackAdapter } from '../../../adapters/slack/slack-adapter.ts';
import { absences } from '../../../db/absences.ts';
import { openCalendars } from '../../../db/calendars.ts';
import { caseQueries } from '../../../db/case-queries.ts';
import { caseStore } from '../../../db/case-store.ts';
import { changeStore } from '../../../db/change-store.ts';
import { clusters as openClusters } from '../../../db/clusters.ts';
import type { Database } from '../../../db/database.ts';
import { inbox } from '../../../db/inbox.ts';
import { openLexiconBook } from '../../../db/lexicon-book.ts';
import { outbox as openOutbox } from '../../../db/outbox.ts';
import { reflections } from '../../../db/reflections.ts';
import { surges as openSurges } from '../../../db/surges.ts';
import { addressWith } from '../../../src/app/address.ts';
import { awayWith } from '../../../src/app/away.ts';
import { calendarDeskWith } from '../../../src/app/calendar-desk.ts';
import { callDeskWith } from '../../../src/app/call-desk.ts';
import { changeDeskWith } from '../../../src/app/change-desk.ts';
import { drainer } from '../../../src/app/drainer.ts';
import { foldReflectionWith } from '../../../src/app/fold-reflection.ts';
import { handleChangeWith } from '../../../src/app/handle-change.ts';
import { handleCommandWith } from '../../../src/app/handle-command.ts';
import { hearNoteWith } from '../../../src/app/hear-note.ts';
import { lexiconDeskWith } from '../../../src/app/lexicon-desk.ts';
import { likenessWith } from '../../../src/app/likeness.ts';
import { readingForWith } from '../../../src/app/reading-for.ts';
import { receiveWith } from '../../../src/app/receive.ts';
import { showWith } from '../../../src/app/show.ts';
import { tellWith } from '../../../src/app/tell.ts';
import { instant } from '../../../src/domain/instant.ts';
import type { Log } from '../../../src/ports/ambient.ts';
import type { ChatGateway } from '../../../src/ports/chat-gateway.ts';
import type { Interaction, Reply } from '../../../src/ports/interaction.ts';
import { noDigestDesk } from '../../support/no-digests.ts';
import { directoryOn, playbook, vault, workspace } from '../support/changes.ts';
import { type Listening, listening } from './listening.ts';
import { signingSecret } from './payload.ts';

type Done = (interaction: Interaction, reply: Reply) => void;

/**
 * All that a press meets in the product: the Slack adapter, the front door, the database, and the delivery that every
 * commit sets going, at the product's pace. Only Slack's own side takes each message at once. `done` hears of every
 * interaction that was answered for good.
 */
export async function meariDoor(db: Database, done: Done): Promise<Listening> {
  const now = () => instant(Date.now());
  const log = complaining;
  const store = caseStore(db);
  const directory = directoryOn(db);
  const readingFor = readingForWith(playbook, () => null, now);
  const surges = openSurges(db);
  const clusters = openClusters(db);
  const changes = changeStore(db);
  const kept = reflections(db);
  const aroundOf = async () => ({ cluster: null });
  const delivery = drainer({
    outbox: openOutbox(db),
    store,
    aroundOf,
    reflections: kept,
    changes,
    clusters,
    surges,
    drawDigest: async () => null,
    directory,
    playbook,
    gateway: () => instantSlack,
    readingFor,
    now,
    monotonic: () => performance.now(),
    chance: Math.random,
    log,
  });
  const address = addressWith({ playbook, directory, absences: async () => [], workspaces: () => [workspace], log });
  const handle = handleCommandWith({ store, playbook, address, calendars: () => 1, committed: delivery.kick });
  const handleChange = handleChangeWith({ changes, playbook, address, calendars: () => 1, committed: delivery.kick });
  const queries = caseQueries(db);
  const show = showWith({ store, queries, aroundOf, playbook, readingFor });
  const tell = tellWith({ directory, gateway: () => instantSlack, readingFor, log });
  const callDesk = callDeskWith({ directory, tell, readingFor });
  const away = awayWith({ absences: absences(db), directory, playbook, readingFor, tell });
  const calendars = await openCalendars(db, { playbook, year: new Date().getFullYear() });
  const calendarDesk = calendarDeskWith({ calendars, playbook, readingFor });
  const book = await openLexiconBook(db, playbook.lookAlikes.lexicon);
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
    away,
    calendarDesk,
    lexiconDesk: lexiconDeskWith({ book, playbook, readingFor }),
    digestDesk: noDigestDesk,
    changeDesk: changeDeskWith({ changes, clusters, store, handle, handleChange, playbook, readingFor }),
    foldReflection: foldReflectionWith({
      store,
      reflections: kept,
      clusters,
      address,
      readingFor,
      kick: delivery.kick,
    }),
    exportDesk: { ask: async () => ({ type: 'nothing' }) },
    lookAlikes: { find: async () => [] },
    likeness: likenessWith({ store, clusters, surges, handle, playbook, readingFor, kick: () => {} }),
    log,
  });
  const adapter = slackAdapter({
    token: 'xoxb-of-the-bench',
    signingSecret,
    appToken: null,
    apiUrl: 'http://127.0.0.1:9/',
    tenant: workspace.tenant,
    domain: 'bench',
    botUserId: 'U0MEARI',
    command: '/voc',
    receive: async (interaction) => {
      const reply = await receive(interaction);
      done(interaction, reply);
      return reply;
    },
    now,
    log,
  });
  const [route] = adapter.routes;
  if (route === undefined) throw new Error('the adapter opened no door');
  await adapter.start();
  const door = await listening(createServer((req, res) => void route.handle(req, res)));
  return {
    url: door.url,
    stop: async () => {
      await adapter.stop();
      await door.stop();
      await delivery.stop();
    },
  };
}

/** Nothing may go wrong in a measurement. */
const complaining: Log = {
  info: () => {},
  warn: (what, data) => void process.stderr.write(`  ${what} ${JSON.stringify(data)}\n`),
  error: (what, data) => void process.stderr.write(`  ${what} ${JSON.stringify(data)}\n`),
};

const instantSlack: ChatGateway = {
  ...workspace,
  deliver: async ({ place, outboxId }) => ({
    ok: true,
    value: { ...workspace, conversation: place.id, message: `${outboxId}.000100` },
  }),
  find: async () => ({ ok: true, value: null }),
  sendFile: async () => ({ ok: true, value: 'sent' }),
  profile: async () => null,
};
