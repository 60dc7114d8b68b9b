import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of the next request to a Web API method; after that the line is sound again. */
export type LineFault =
  /** The platform takes it, and its answer never arrives. */
  | { readonly type: 'lose-answer' }
  /** It reaches the platform only after a while, whether or not anybody still waits for the answer. */
  | { readonly type: 'late'; readonly ms: number }
  | { readonly type: 'limit'; readonly retryAfterSeconds: number }
  | { readonly type: 'status'; readonly status: number };

export type FaultyProxy = {
  /** Root of the Web API through the proxy, with a slash at the end. */
  readonly apiUrl: string;
  readonly next: (method: string, fault: LineFault) => void;
  /** Methods called, in order. */
  readonly calls: string[];
  /** So many calls have come and not yet reached the platform, or its answer not yet left. */
  readonly underway: () => number;
  readonly stop: () => Promise<void>;
};

/** A line between the gateway and whatever plays Slack, on which answers get lost and limits are hit. */
export async function faultyProxy(targetApiUrl: string): Promise<FaultyProxy> {
  const faults = new Map<string, LineFault>();
  const calls: string[] = [];
  let underway = 0;
  const server = createServer(async (req, res) => {
    underway += 1;
    await pass(req, res).finally(() => {
      underway -= 1;
    });
  });
  const pass = async (req: IncomingMessage, res: ServerResponse): Promise<unknown> => {
    const method = (req.url ?? '').split('/').pop() ?? '';
    calls.push(method);
    const fault = faults.get(method);
    faults.delete(method);
    const body = await read(req);
    if (fault?.type === 'limit') {
      res.writeHead(429, { 'retry-after': String(fault.retryAfterSeconds) });
      return res.end();
    }
    if (fault?.type === 'status') {
      res.writeHead(fault.status);
      return res.end('<html>upstream</html>');
    }
    if (fault?.type === 'late') await new Promise((resolve) => setTimeout(resolve, fault.ms));
    const headers = Object.fromEntries(
      ['content-type', 'authorization'].flatMap((h) =>
        req.headers[h] === undefined ? [] : [[h, String(req.headers[h])]],
      ),
    );
    const answer = await fetch(new URL(method, targetApiUrl), { method: 'POST', headers, body });
    const text = await answer.text();
    if (fault?.type === 'lose-answer') return res.destroy();
    res.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
    return res.end(text);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    next: (method, fault) => void faults.set(method, fault),
    calls,
    underway: () => underway,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(req: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
