import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Listening = { readonly url: string; readonly stop: () => Promise<void> };

/** On a free port of loopback, at the path Slack sends to. */
export async function listening(server: Server): Promise<Listening> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
