import type { IncomingMessage } from 'node:http';

/** The sender said more than anybody has to listen to; answered 413. */
export class BodyTooLarge extends Error {
  readonly code = 'body_too_large';
}

/** The whole body; rejects with BodyTooLarge above the limit (bytes). */
export const readBody = async (req: IncomingMessage, limit: number): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of req) {
    const bytes = Buffer.isBuffer(part) ? part : Buffer.from(String(part));
    size += bytes.length;
    if (size > limit) throw new BodyTooLarge(`more than ${limit} bytes`);
    parts.push(bytes);
  }
  return Buffer.concat(parts);
};
