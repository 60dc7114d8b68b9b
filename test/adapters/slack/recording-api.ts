import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Call = { readonly method: string; readonly body: Readonly<Record<string, unknown>> };
export type RecordingApi = {
  readonly apiUrl: string;
  /** A response_url of its own. */
  readonly responseUrl: string;
  readonly calls: Call[];
  /** Calls of this method, once there are as many. */
  readonly wait: (method: string, count?: number) => Promise<readonly Call[]>;
  /** What a method answers from now on. */
  readonly answer: (method: string, answer: Readonly<Record<string, unknown>>) => void;
  readonly stop: () => Promise<void>;
};

/** Says yes to every Web API call and writes down what was asked. */
export async function recordingApi(): Promise<RecordingApi> {
  const calls: Call[] = [];
  const answers = new Map<string, Readonly<Record<string, unknown>>>([
    ['conversations.open', { channel: { id: 'D0KIM' } }],
    ['chat.postMessage', { channel: 'D0KIM', ts: '1795651400.000100' }],
  ]);
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const method = (req.url ?? '').split('/').pop() ?? '';
    const isJson = req.headers['content-type']?.includes('json') === true;
    calls.push({ method, body: isJson ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text)) });
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end(JSON.stringify({ ok: true, ...answers.get(method) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    apiUrl: `${root}/api/`,
    responseUrl: `${root}/response_url`,
    calls,
    wait: async (method, count = 1) => {
      for (let tries = 0; tries < 200; tries += 1) {
        const those = calls.filter((call) => call.method === method);
        if (those.length >= count) return those;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(`${method} was called too seldom; called: ${calls.map((call) => call.method).join(', ')}`);
    },
    answer: (method, answer) => void answers.set(method, answer),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
