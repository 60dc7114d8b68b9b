import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A line between Slack and Meari on which answers get lost: the request arrives, the acknowledgement never does. */
export type LossyLine = {
  /** Where Slack delivers. */
  readonly url: string;
  readonly aim: (target: () => string) => void;
  /** The answers of so many further deliveries are lost. */
  readonly lose: (answers: number) => void;
  readonly stop: () => Promise<void>;
};

export async function lossyLine(): Promise<LossyLine> {
  let target: () => string = () => '';
  let losing = 0;
  const server = createServer(async (req, res) => {
    const lost = losing > 0;
    if (lost) losing -= 1;
    const headers = Object.fromEntries(
      Object.entries(req.headers).flatMap(([name, value]) =>
        typeof value === 'string' && (name.startsWith('x-slack-') || name === 'content-type') ? [[name, value]] : [],
      ),
    );
    const answer = await fetch(target(), { method: 'POST', headers, body: await read(req) }).catch(() => null);
    const text = (await answer?.text()) ?? '';
    if (lost || answer === null) return res.destroy();
    res.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
    return res.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/slack/events`,
    aim: (to) => {
      target = to;
    },
    lose: (answers) => {
      losing = answers;
    },
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
