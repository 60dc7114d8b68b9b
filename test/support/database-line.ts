import { connect, createServer, type Server, type Socket } from 'node:net';

/** A line to a PostgreSQL server that can be cut or fall silent. */
export type DatabaseLine = {
  /** The same database, by way of this line. */
  readonly url: string;
  /** Connections break, and new ones are refused. */
  readonly cut: () => Promise<void>;
  /** Connections stand, and nothing passes. */
  readonly silence: () => void;
  readonly mend: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export async function databaseLine(target: string): Promise<DatabaseLine> {
  const far = new URL(target);
  const pairs = new Set<readonly [Socket, Socket]>();
  let silent = false;
  const join = (near: Socket): void => {
    const there = connect(Number(far.port || 5432), far.hostname);
    const pair = [near, there] as const;
    pairs.add(pair);
    for (const [from, to] of [pair, [there, near] as const]) {
      from.on('error', () => {});
      from.on('close', () => {
        to.destroy();
        pairs.delete(pair);
      });
      from.pipe(to);
      if (silent) from.pause();
    }
  };
  const listen = (port: number): Promise<Server> =>
    new Promise((resolve, reject) => {
      const made = createServer(join).once('error', reject);
      made.listen(port, '127.0.0.1', () => resolve(made));
    });
  let server: Server | null = await listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const near = new URL(target);
  near.hostname = '127.0.0.1';
  near.port = String(port);
  const cut = async (): Promise<void> => {
    const was = server;
    server = null;
    const closed = new Promise<void>((resolve) => (was === null ? resolve() : was.close(() => resolve())));
    for (const [a, b] of pairs) {
      a.destroy();
      b.destroy();
    }
    await closed;
  };
  return {
    url: near.toString(),
    cut,
    silence: () => {
      silent = true;
      for (const pair of pairs) for (const end of pair) end.pause();
    },
    mend: async () => {
      silent = false;
      for (const pair of pairs) for (const end of pair) end.resume();
      server ??= await listen(port);
    },
    stop: cut,
  };
}
