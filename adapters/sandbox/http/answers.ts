import type { ServerResponse } from 'node:http';

const send = (res: ServerResponse, status: number, type: string, body: string | Buffer): void => {
  if (res.writableEnded || res.destroyed) return;
  res.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  res.end(body);
};

export const sendJson = (res: ServerResponse, status: number, body: unknown): void =>
  send(res, status, 'application/json; charset=utf-8', JSON.stringify(body));

export const sendText = (res: ServerResponse, status: number, body: string): void =>
  send(res, status, 'text/plain; charset=utf-8', body);

export const sendBytes = (res: ServerResponse, type: string, body: Buffer): void => send(res, 200, type, body);

export const redirect = (res: ServerResponse, location: string): void => {
  res.writeHead(302, { location, 'content-length': 0 });
  res.end();
};
