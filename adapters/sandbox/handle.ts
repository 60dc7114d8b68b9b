import type { IncomingMessage, ServerResponse } from 'node:http';
import { redirect, sendJson, sendText } from './http/answers.ts';
import { BodyTooLarge } from './http/body.ts';
import { isFromHere, urlOf } from './http/loopback.ts';
import { serveFile } from './http/static-files.ts';
import { handleDownload, handleResponse, handleUpload } from './http/transfers.ts';
import { handlePage } from './page-api.ts';
import { handleCall } from './web-api/web-api.ts';
import type { World } from './world.ts';

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    // Names no file, and nothing else either.
    return '\0';
  }
};

/** A permalink opens the page at its message. */
const openPermalink = (world: World, rest: readonly string[], res: ServerResponse): void => {
  const [channel = '', message = ''] = rest;
  const digits = /^p(\d{10})(\d{6})$/.exec(message);
  const query = new URLSearchParams({ conversation: channel, ...(digits ? { ts: `${digits[1]}.${digits[2]}` } : {}) });
  redirect(res, `${world.base}/?${query.toString()}`);
};

const dispatch = async (
  world: World,
  pageDir: string | null,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> => {
  const url = urlOf(req);
  if (!url) return sendText(res, 400, 'not an address');
  if (url.pathname === world.base) return redirect(res, `${world.base}/${url.search}`);
  const [area = '', ...rest] = url.pathname
    .slice(world.base.length + 1)
    .split('/')
    .map(decoded);
  if (req.method === 'POST') {
    if (area === 'api') return handleCall(world, rest[0] ?? '', url.searchParams, req, res);
    if (area === 'upload') return handleUpload(world, rest[0] ?? '', req, res);
    if (area === 'response') return handleResponse(world, rest[0] ?? '', req, res);
  }
  if (area === 'api' && req.method === 'GET') return handleCall(world, rest[0] ?? '', url.searchParams, req, res);
  if (area === 'page') return handlePage(world, rest[0] ?? '', url.searchParams, req, res);
  if (req.method !== 'GET' && req.method !== 'HEAD') return sendText(res, 405, 'GET only');
  if (area === 'files') return handleDownload(world, rest[0] ?? '', res);
  if (area === 'archives') return openPermalink(world, rest, res);
  if (pageDir === null) return sendText(res, 404, 'the page has not been built');
  return serveFile(pageDir, [area, ...rest].join('/'), res);
};

/** Everything below `base`. Foreign pages and foreign names are refused before anything is read. Never rejects. */
export const createHandler =
  (world: World, pageDir: string | null) =>
  async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    if (!isFromHere(req)) return sendJson(res, 403, { error: 'this workspace answers its own machine only' });
    try {
      await dispatch(world, pageDir, req, res);
    } catch (error) {
      if (error instanceof BodyTooLarge) sendJson(res, 413, { ok: false, error: 'request_too_large' });
      else sendJson(res, 500, { ok: false, error: 'fatal_error' });
    }
  };
