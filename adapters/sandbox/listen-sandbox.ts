import { createServer } from 'node:http';
import { isLoopbackAddress } from './http/loopback.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts';

export type ListeningSandbox = Sandbox & {
  /** 'http://127.0.0.1:PORT' */
  readonly origin: string;
  /** Root for Slack's own client, with a slash at the end. */
  readonly apiUrl: string;
};

/** The workspace on a server of its own, on loopback; port 0 takes any that is free. Rejects when the port is taken. */
export const listenSandbox = async (
  options: Omit<SandboxOptions, 'origin'> & { readonly port?: number },
): Promise<ListeningSandbox> => {
  let origin = '';
  const sandbox = createSandbox({ ...options, origin: () => origin });
  const server = createServer((req, res) => {
    const route = sandbox.routes.find((each) => req.url?.startsWith(each.path));
    if (route && isLoopbackAddress(req.socket.remoteAddress)) return void route.handle(req, res);
    res.writeHead(route ? 403 : 404).end();
  });
  server.on('upgrade', (req, socket, head) => {
    if (!sandbox.upgrade(req, socket, head)) socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the sandbox listens on no port');
  origin = `http://127.0.0.1:${address.port}`;
  return {
    ...sandbox,
    origin,
    apiUrl: `${origin}${options.base}/api/`,
    stop: async () => {
      await sandbox.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
};
