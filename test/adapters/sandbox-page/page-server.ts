import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type {
  Act,
  ActResult,
  HomeState,
  MessageView,
  ModalState,
  PageEvent,
  WorkspaceView,
} from '../../../adapters/sandbox/protocol.ts';

/** What the page is told; a test changes it and then calls `announce`. */
export type World = {
  workspace: Omit<WorkspaceView, 'me' | 'channels' | 'direct'>;
  channels: { id: string; name: string }[];
  unread: Record<string, number>;
  locales: Record<string, 'ko' | 'en'>;
  messages: MessageView[];
  modals: Record<string, ModalState | null>;
  homes: Record<string, HomeState | null>;
  /** The app, played by the test. */
  answer: (act: Act) => ActResult | Promise<ActResult>;
};

export type PageServer = {
  readonly url: string;
  readonly acts: readonly Act[];
  readonly announce: (event: PageEvent) => void;
  /** Hangs up on everybody who listens, as a restart does. */
  readonly dropListeners: () => void;
  readonly close: () => Promise<void>;
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The page's files and its API with a world held in memory: no app, no Slack, just what the page sees. */
export async function pageServer(folder: string, world: World): Promise<PageServer> {
  const acts: Act[] = [];
  const listeners = new Set<ServerResponse>();
  const announce = (event: PageEvent): void => {
    for (const listener of listeners) listener.write(`data: ${JSON.stringify(event)}\n\n`);
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://page.test');
    const as = url.searchParams.get('as') ?? world.workspace.users[0]?.id ?? '';
    const json = (body: unknown): void => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
    };
    const answer = async (): Promise<void> => {
      switch (url.pathname) {
        case '/page/workspace':
          return json(workspaceOf(world, as));
        case '/page/messages':
          return json(messagesOf(world, as, url.searchParams.get('conversation') ?? ''));
        case '/page/modal':
          return json(world.modals[as] ?? null);
        case '/page/home':
          return json(world.homes[as] ?? null);
        case '/page/events':
          response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
          response.write(': listening\n\n');
          listeners.add(response);
          request.on('close', () => listeners.delete(response));
          return;
        case '/page/act': {
          const chunks: Buffer[] = [];
          for await (const chunk of request) chunks.push(Buffer.from(chunk));
          const act: Act = JSON.parse(Buffer.concat(chunks).toString('utf8'));
          acts.push(act);
          return json(await perform(world, act, announce));
        }
        default: {
          const path = normalize(url.pathname === '/' ? '/index.html' : url.pathname);
          const body = await readFile(join(folder, path));
          response
            .writeHead(200, {
              'content-type': types[extname(path)] ?? 'application/octet-stream',
              'content-security-policy': "default-src 'self'",
            })
            .end(body);
        }
      }
    };
    answer().catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const dropListeners = (): void => {
    for (const listener of listeners) listener.destroy();
    listeners.clear();
  };
  return {
    url: `http://127.0.0.1:${port}/`,
    acts,
    announce,
    dropListeners,
    close: async () => {
      dropListeners();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function workspaceOf(world: World, as: string): WorkspaceView {
  const user = world.workspace.users.find((each) => each.id === as);
  if (user === undefined) throw new Error(`nobody is called ${as}`);
  const direct = `D${as.slice(1)}`;
  return {
    ...world.workspace,
    me: { ...user, locale: world.locales[as] ?? user.locale },
    channels: world.channels.map((channel) => ({ ...channel, unread: world.unread[channel.id] ?? 0 })),
    direct: { id: direct, unread: world.unread[direct] ?? 0 },
  };
}

function messagesOf(world: World, as: string, conversation: string): readonly MessageView[] {
  return world.messages
    .filter((message) => message.conversation === conversation && (message.onlyFor ?? as) === as)
    .sort((a, b) => Number(a.ts) - Number(b.ts));
}

async function perform(world: World, act: Act, announce: (event: PageEvent) => void): Promise<ActResult> {
  switch (act.do) {
    case 'read':
      delete world.unread[act.conversation];
      announce({ type: 'workspace' });
      return { ok: true };
    case 'speak':
      world.locales[act.as] = act.locale;
      announce({ type: 'workspace' });
      return { ok: true };
    case 'say': {
      const { conversation, threadTs, text, as: user } = act;
      const said = await world.answer(act);
      if (!said.ok) return said;
      world.messages.push(message({ conversation, threadTs, text, user }));
      announce({ type: 'messages', conversation });
      return said;
    }
    case 'edit':
      world.messages = world.messages.map((each) =>
        each.ts === act.ts ? { ...each, text: act.text, blocks: [], edited: true } : each,
      );
      announce({ type: 'messages', conversation: act.conversation });
      return { ok: true };
    case 'delete':
      world.messages = world.messages.filter((each) => each.ts !== act.ts);
      announce({ type: 'messages', conversation: act.conversation });
      return { ok: true };
    case 'close':
      world.modals[act.as] = null;
      announce({ type: 'modal' });
      return world.answer(act);
    default:
      return world.answer(act);
  }
}

let posted = 0;

/** A message said now unless told otherwise. */
export function message(given: Partial<MessageView> & Pick<MessageView, 'conversation' | 'user'>): MessageView {
  posted += 1;
  return {
    ts: `${Math.floor(Date.now() / 1000)}.${String(posted).padStart(6, '0')}`,
    threadTs: null,
    text: '',
    blocks: [],
    onlyFor: null,
    edited: false,
    files: [],
    ...given,
  };
}
