import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { perform } from './acts/perform.ts';
import { nameBlocks } from './blocks.ts';
import { createChanges } from './changes.ts';
import { audienceOf, findConversation, findDestination } from './conversations.ts';
import { createDelivery } from './deliver/delivery.ts';
import { createEvents } from './deliver/events.ts';
import { httpSend } from './deliver/http-send.ts';
import type { Send } from './deliver/send.ts';
import { createSocketMode } from './deliver/socket-mode.ts';
import { createFaults, type Faults } from './faults.ts';
import { createFileShelf } from './files.ts';
import { createHandler } from './handle.ts';
import { isFromHere, urlOf } from './http/loopback.ts';
import { secret } from './ids.ts';
import type { Journal } from './journal.ts';
import { type Json, textOf } from './json.ts';
import { createMessages, type StoredMessage } from './messages.ts';
import { type MovableClock, movableClock } from './movable-clock.ts';
import type { Act, ActResult, ClockJump } from './protocol.ts';
import { createRateLimits } from './rate-limits.ts';
import { createResponseUrls } from './response-urls.ts';
import type { SandboxSeed } from './seed.ts';
import { openStore } from './store.ts';
import { createTriggers } from './triggers.ts';
import { createViews, type StoredView } from './views.ts';
import type { World } from './world.ts';

export type SandboxOptions = {
  /** Path under which the workspace is mounted, '/sandbox'. */
  readonly base: string;
  /** Address of the server that mounts it, 'http://127.0.0.1:3978'. */
  readonly origin: () => string;
  /** Where commands, interactions and events are posted while no socket is open. */
  readonly deliverTo: () => string;
  readonly seed: SandboxSeed;
  readonly signingSecret: string;
  readonly botToken: string;
  /** Null: no Socket Mode. */
  readonly appToken: string | null;
  /** Milliseconds since 1970, the true time; the machine's clock unless given. The workspace's own clock goes by it. */
  readonly now?: () => number;
  /** Moments to which the page offers to move the workspace's clock from `now`; none unless given. */
  readonly jumps?: (now: number) => readonly ClockJump[];
  /** Folder of the built page; null: no page. */
  readonly pageDir: string | null;
  /** Factor on the waits between event retries and on the refill of rate limits; 1 is Slack's pace. */
  readonly timeScale?: number;
  /** Milliseconds that the app has to acknowledge; Slack's 3000 unless given. */
  readonly ackMs?: number;
  /** Where the workspace is remembered; absent or null: it forgets at the end of the process. */
  readonly persist?: Journal | null;
};

type SandboxState = {
  /** Oldest first, ephemeral ones included. */
  readonly messages: (conversation: string) => readonly StoredMessage[];
  /** Open modals, the visible one last. */
  readonly modals: (user: string) => readonly StoredView[];
  readonly home: (user: string) => StoredView | null;
};

export type Sandbox = {
  readonly routes: readonly {
    readonly path: string;
    readonly loopbackOnly: boolean;
    readonly handle: (req: IncomingMessage, res: ServerResponse) => Promise<void>;
  }[];
  /** Takes a websocket that is meant for Socket Mode; false when it is not, and nothing has been done with it. */
  readonly upgrade: (req: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  readonly faults: Faults;
  /** The time in the workspace, which a person moves on. Whoever works with it takes the time from here. */
  readonly clock: MovableClock;
  readonly state: SandboxState;
  /** Does what a person does on the page. */
  readonly act: (act: Act) => Promise<ActResult>;
  /** Asks the app's sockets to reconnect, as Slack does from time to time. */
  readonly refreshSockets: () => void;
  /** Says an event of any shape to the app, with Slack's envelope and retries. */
  readonly emit: (event: Json) => Promise<void>;
  /** What Slack does when an address is entered in the app's settings: a challenge that must come back. */
  readonly verifyUrl: () => Promise<boolean>;
  readonly stop: () => Promise<void>;
};

type Opened = { readonly world: World; readonly http: Send; readonly close: () => void };

const createWorld = (options: SandboxOptions): Opened => {
  const { seed, base } = options;
  const real = options.now ?? Date.now;
  const scale = options.timeScale ?? 1;
  const ackMs = options.ackMs ?? 3000;
  const store = openStore(options.persist ?? null);
  const changes = createChanges();
  const offset = store.table<number>('clock');
  const clock = movableClock(real, {
    load: () => offset.get('offset') ?? 0,
    save: (ms) => offset.put('offset', ms),
  });
  const { now } = clock;
  clock.watch(() => changes.tell({ type: 'workspace' }, null));
  const faults = createFaults();
  const sockets = createSocketMode(seed.bot.appId, ackMs);
  const http = httpSend({ deliverTo: options.deliverTo, signingSecret: options.signingSecret, ackMs });
  const delivery = createDelivery(http, sockets, faults);
  const world: World = {
    seed,
    now,
    clock,
    jumps: () => (options.jumps?.(now()) ?? []).filter(({ at }) => at > now()),
    base,
    address: () => `${options.origin()}${base}`,
    tokens: { bot: options.botToken, app: options.appToken },
    changes,
    messages: createMessages(store, now, changes, (channel) => audienceOf(findConversation({ seed }, channel))),
    views: createViews(store, now, changes),
    // What ends after a while, and who may call how often, goes by the true time: a workspace that leaps a week ends none of it.
    triggers: createTriggers(real),
    responseUrls: createResponseUrls(real),
    files: createFileShelf(store, now),
    limits: createRateLimits(real, scale),
    faults,
    delivery,
    events: createEvents(seed, delivery, faults, now, scale),
    sockets,
    locales: store.table('locales'),
    reads: store.table('reads'),
    joined: store.table('joined'),
  };
  return { world, http, close: store.close };
};

/** What the app has said before anybody came, in a workspace that is new. */
const greet = (world: World): void => {
  const everywhere = [
    ...world.seed.channels.map((each) => each.id),
    ...world.seed.users.map((each) => `D${each.id.slice(1)}`),
  ];
  if (everywhere.some((each) => world.messages.inChannel(each).length > 0)) return;
  for (const { conversation, text, blocks } of world.seed.messages ?? []) {
    const channel = findDestination(world, conversation)?.id;
    if (channel === undefined) continue;
    world.messages.post({ channel, user: world.seed.bot.userId, text, blocks: nameBlocks(blocks ?? []) });
  }
};

/** A local workspace that speaks Slack's Web API, events, interactions and Socket Mode, with a page for the people in it. */
export const createSandbox = (options: SandboxOptions): Sandbox => {
  const { world, http, close } = createWorld(options);
  greet(world);
  return {
    routes: [{ path: world.base, loopbackOnly: true, handle: createHandler(world, options.pageDir) }],
    upgrade: (req, socket, head) => {
      const url = urlOf(req);
      if (url?.pathname !== `${world.base}/socket` || !isFromHere(req)) return false;
      return world.sockets.upgrade(url.searchParams.get('ticket') ?? '', req, socket, head);
    },
    faults: world.faults,
    clock: world.clock,
    state: {
      messages: world.messages.inChannel,
      modals: world.views.stack,
      home: world.views.home,
    },
    act: (act) => perform(world, act),
    refreshSockets: world.sockets.refresh,
    emit: world.events.emit,
    verifyUrl: async () => {
      const challenge = secret();
      const payload = { type: 'url_verification', token: 'sandbox', challenge };
      const outcome = await http({ kind: 'event', payload }, null);
      if (outcome.type === 'failed') return false;
      return outcome.answer === challenge || textOf(outcome.answer, 'challenge') === challenge;
    },
    stop: async () => {
      world.events.stop();
      world.changes.stop();
      world.sockets.stop();
      world.clock.close();
      close();
    },
  };
};
