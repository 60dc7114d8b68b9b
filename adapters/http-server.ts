import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Log } from '../src/ports/ambient.ts';
import type { Route } from '../src/ports/http.ts';

export type Upgrade = (req: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
export type HttpServer = {
  readonly listen: (port: number, host: string) => Promise<number>;
  /** Stops taking requests, lets those in flight finish, then cuts what is left. */
  readonly close: () => Promise<void>;
};

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const graceMs = 5_000;
/** Slack sends what it has to say at once; who takes longer only holds a connection. Checked every few seconds. */
const patience = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 };

/** One server for everything; the longest matching path answers. `routes` is read at each request: it may grow. */
export function httpServer(routes: () => readonly Route[], upgrades: () => readonly Upgrade[], log: Log): HttpServer {
  const server: Server = createServer(patience, (req, res) => {
    // Nothing we answer is to be read as anything but what we say it is.
    res.setHeader('x-content-type-options', 'nosniff');
    void answer(routes(), req, res).catch((fault: unknown) => {
      log.error('a request broke', { path: pathOf(req), fault: fault instanceof Error ? fault.name : typeof fault });
      if (!res.headersSent) plain(res, 500, 'Something broke. The log says what.');
      else res.destroy();
    });
  });
  server.on('upgrade', (req, socket, head) => {
    // From here on the socket is nobody's: one that breaks unheard would end the process.
    socket.on('error', () => socket.destroy());
    if (!upgrades().some((take) => take(req, socket, head))) socket.destroy();
  });
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
      }),
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => {
          for (const socket of open) socket.destroy();
        }, graceMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

async function answer(routes: readonly Route[], req: IncomingMessage, res: ServerResponse): Promise<void> {
  const path = pathOf(req);
  const route = routes
    .filter((r) => path === r.path || path.startsWith(r.path.endsWith('/') ? r.path : `${r.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
  if (route === undefined) return plain(res, 404, 'Nothing is here.');
  if (route.loopbackOnly && !loopback.has(req.socket.remoteAddress ?? '')) {
    return plain(res, 403, 'This page answers on its own machine only.');
  }
  await route.handle(req, res);
}

const pathOf = (req: IncomingMessage): string => (req.url ?? '/').split('?', 1)[0] ?? '/';

function plain(res: ServerResponse, status: number, text: string): void {
  res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
