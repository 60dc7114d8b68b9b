import { isJson, type Json } from '../json.ts';
import type { Act } from '../protocol.ts';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const maybeText: Check = (value) => value === null || typeof value === 'string';
const container: Check = (value) =>
  isJson(value) &&
  ((value['type'] === 'message' && text(value['conversation']) && text(value['ts'])) ||
    (value['type'] === 'view' && text(value['viewId'])));
const values: Check = (value) => isJson(value) && Object.values(value).every(isJson);

const fields: Readonly<Record<Act['do'], Readonly<Record<string, Check>>>> = {
  command: { conversation: text, text },
  say: { conversation: text, threadTs: maybeText, text },
  edit: { conversation: text, ts: text, text },
  delete: { conversation: text, ts: text },
  press: { container, blockId: text, action: isJson, values },
  submit: { viewId: text, values },
  close: { viewId: text },
  'message-shortcut': { callbackId: text, conversation: text, ts: text },
  'global-shortcut': { callbackId: text },
  'open-home': {},
  read: { conversation: text },
  speak: { locale: (value) => value === 'ko' || value === 'en' },
};

const isAct = (body: Json): boolean => {
  const kind = body['do'];
  if (typeof kind !== 'string' || !Object.hasOwn(fields, kind) || typeof body['as'] !== 'string') return false;
  return Object.entries(fields[kind as Act['do']]).every(([name, check]) => check(body[name]));
};

/** The act in a request's body; null when it is none. */
export const readAct = (body: unknown): Act | null => (isJson(body) && isAct(body) ? (body as unknown as Act) : null);
