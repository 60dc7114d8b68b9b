import { extname } from 'node:path';
import { secret, slackId } from './ids.ts';
import type { Store } from './store.ts';

export const UPLOAD_LIMIT = 20 * 1024 * 1024;

export type StoredFile = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  readonly size: number;
  readonly base64: string;
  readonly created: number;
  readonly altText: string;
  readonly channels: readonly string[];
};

type Ticket = { readonly id: string; readonly name: string; readonly length: number; readonly altText: string };

/** Files on their way in (a ticket, then the bytes) and the ones that have been shared. */
export type FileShelf = {
  readonly ticket: (name: string, length: number, altText: string) => { readonly id: string; readonly ticket: string };
  /** False when the ticket is unknown or the length is not the one announced. */
  readonly receive: (ticket: string, bytes: Buffer) => boolean;
  readonly complete: (id: string, title: string, channels: readonly string[]) => StoredFile | null;
  readonly find: (id: string) => StoredFile | null;
};

const types: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain',
  '.csv': 'text/csv',
  '.json': 'application/json',
};

export const createFileShelf = (store: Store, now: () => number): FileShelf => {
  const table = store.table<StoredFile>('files');
  const tickets = new Map<string, Ticket>();
  const arrived = new Map<string, StoredFile>();
  return {
    ticket: (name, length, altText) => {
      const id = slackId('F');
      const ticket = secret();
      tickets.set(ticket, { id, name, length, altText });
      return { id, ticket };
    },
    receive: (ticket, bytes) => {
      const expected = tickets.get(ticket);
      if (!expected || bytes.length !== expected.length) return false;
      tickets.delete(ticket);
      const { id, name, altText } = expected;
      const mimetype = types[extname(name).toLowerCase()] ?? 'application/octet-stream';
      const created = Math.floor(now() / 1000);
      const base64 = bytes.toString('base64');
      arrived.set(id, { id, name, title: name, mimetype, size: bytes.length, base64, created, altText, channels: [] });
      return true;
    },
    complete: (id, title, channels) => {
      const file = arrived.get(id);
      if (!file) return null;
      const shared = { ...file, title: title === '' ? file.name : title, channels };
      table.put(id, shared);
      arrived.delete(id);
      return shared;
    },
    find: (id) => table.get(id) ?? null,
  };
};
