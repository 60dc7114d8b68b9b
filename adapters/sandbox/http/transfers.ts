import type { IncomingMessage, ServerResponse } from 'node:http';
import { UPLOAD_LIMIT } from '../files.ts';
import { isJson, parseJson } from '../json.ts';
import { applyReply } from '../reply.ts';
import type { World } from '../world.ts';
import { sendBytes, sendJson, sendText } from './answers.ts';
import { readBody } from './body.ts';

/** The first file of a multipart form, or the body as it is. */
const uploadedBytes = async (req: IncomingMessage): Promise<Buffer> => {
  const body = await readBody(req, UPLOAD_LIMIT + 64 * 1024);
  const type = req.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  for (const value of form.values()) if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer());
  return Buffer.alloc(0);
};

/** `{base}/upload/{ticket}`: the bytes of a file. */
export const handleUpload = async (
  world: World,
  ticket: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> => {
  const bytes = await uploadedBytes(req);
  if (world.files.receive(ticket, bytes)) sendText(res, 200, `OK - ${bytes.length}`);
  else sendText(res, 400, 'unknown upload, or not the length that was announced');
};

const drawn = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** `{base}/files/{id}/{name}`. Only pictures are shown; anything else is saved, as it could be a page with a script. */
export const handleDownload = (world: World, id: string, res: ServerResponse): void => {
  const file = world.files.find(id);
  if (!file) {
    sendText(res, 404, 'not found');
    return;
  }
  res.setHeader('content-security-policy', "default-src 'none'; sandbox");
  if (!drawn.has(file.mimetype)) {
    res.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  }
  sendBytes(
    res,
    drawn.has(file.mimetype) ? file.mimetype : 'application/octet-stream',
    Buffer.from(file.base64, 'base64'),
  );
};

/** `{base}/response/{key}`: a `response_url`. */
export const handleResponse = async (
  world: World,
  key: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> => {
  const body = parseJson((await readBody(req, 1024 * 1024)).toString('utf8'));
  if (!isJson(body)) return sendJson(res, 400, { ok: false, error: 'invalid_payload' });
  const target = world.responseUrls.use(key);
  if (typeof target === 'string') return sendJson(res, 404, { ok: false, error: target });
  const wrong = applyReply(world, target, body);
  if (wrong === null) sendText(res, 200, 'ok');
  else sendJson(res, wrong === 'no_text' ? 500 : 400, { ok: false, error: wrong });
};
