import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, resolve, sep } from 'node:path';
import { sendBytes, sendText } from './answers.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};

const POLICY =
  "default-src 'self'; img-src 'self' data: https:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** One file below `folder`; nothing outside it, nothing hidden, no type that is not on the list. */
export const serveFile = async (folder: string, path: string, res: ServerResponse): Promise<void> => {
  const root = resolve(folder);
  const file = resolve(root, `.${sep}${path === '' ? 'index.html' : path}`);
  const type = types[extname(file).toLowerCase()];
  const hidden = file
    .slice(root.length)
    .split(sep)
    .some((part) => part.startsWith('.'));
  if (path.includes('\0') || !file.startsWith(root + sep) || hidden || type === undefined) {
    return sendText(res, 404, 'not found');
  }
  try {
    const bytes = await readFile(file);
    res.setHeader('content-security-policy', POLICY);
    res.setHeader('referrer-policy', 'no-referrer');
    sendBytes(res, type, bytes);
  } catch {
    sendText(res, 404, 'not found');
  }
};
