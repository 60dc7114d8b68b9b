import type { IncomingMessage } from 'node:http';

const timeoutMs = 10_000;

/** The whole of a request's body, or why there is none. Never rejects. */
export function readBody(req: IncomingMessage, limit: number): Promise<Buffer | 'too large' | 'broken off'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const slow = setTimeout(() => resolve('broken off'), timeoutMs);
    const finish = (with_: Buffer | 'too large' | 'broken off') => {
      clearTimeout(slow);
      resolve(with_);
    };
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else finish('too large');
    });
    req.on('end', () => finish(Buffer.concat(chunks)));
    req.on('error', () => finish('broken off'));
    req.on('close', () => finish('broken off'));
  });
}
