import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CloudAdapter, Response, TurnContext } from 'botbuilder';
import { type Json, parseJson } from '../../../adapters/sandbox/json.ts';

/** The SDK's own adapter behind a bare HTTP server, as its samples have it. */
export async function bareBot(adapter: CloudAdapter, logic: (context: TurnContext) => Promise<void>) {
  const server = createServer(async (req, res) => {
    const parts: Buffer[] = [];
    for await (const part of req) parts.push(part as Buffer);
    const body = parseJson(Buffer.concat(parts).toString('utf8')) as Json;
    const request = { method: req.method ?? '', headers: req.headers, body };
    const response: Response = {
      socket: res.socket,
      header: (name, value) => res.setHeader(name, String(value)),
      status: (code) => {
        res.statusCode = code;
        return response;
      },
      send: (said) => {
        res.end(typeof said === 'string' ? said : JSON.stringify(said));
        return response;
      },
      end: () => {
        if (!res.writableEnded) res.end();
        return response;
      },
    };
    await adapter.process(request as never, response, logic);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
export type BareBot = Awaited<ReturnType<typeof bareBot>>;
