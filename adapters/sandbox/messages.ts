import type { Changes } from './changes.ts';
import type { Json } from './json.ts';
import type { Store } from './store.ts';

export type StoredMessage = {
  readonly channel: string;
  /** Seconds with six decimals; later messages sort later, in a channel and everywhere. */
  readonly ts: string;
  readonly threadTs: string | null;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly attachments: readonly unknown[];
  readonly metadata: Json | null;
  /** An ephemeral message: no API but the page ever shows it. */
  readonly onlyFor: string | null;
  readonly edited: { readonly user: string; readonly ts: string } | null;
  readonly files: readonly string[];
  readonly reactions: readonly { readonly name: string; readonly users: readonly string[] }[];
  /** A deleted message that has replies leaves this behind. */
  readonly tombstone: boolean;
};

type NewMessage = Pick<StoredMessage, 'channel' | 'user' | 'text'> & Partial<Omit<StoredMessage, 'ts'>>;

export type Messages = {
  readonly post: (message: NewMessage) => StoredMessage;
  readonly replace: (message: StoredMessage) => void;
  readonly remove: (message: StoredMessage) => void;
  readonly find: (channel: string, ts: string) => StoredMessage | null;
  /** Oldest first, ephemeral ones included. */
  readonly inChannel: (channel: string) => readonly StoredMessage[];
  /** A new time stamp, later than every one given out before, also before a restart. */
  readonly nextTs: () => string;
};

const plain = {
  threadTs: null,
  blocks: [],
  attachments: [],
  metadata: null,
  onlyFor: null,
  edited: null,
  files: [],
  reactions: [],
  tombstone: false,
};

const microseconds = (ts: string): number => Number(ts.replace('.', ''));

/** `audience` says whose page shows a conversation: null for everybody. */
export const createMessages = (
  store: Store,
  now: () => number,
  changes: Changes,
  audience: (channel: string) => string | null,
): Messages => {
  const table = store.table<StoredMessage>('messages');
  const byChannel = new Map<string, Map<string, StoredMessage>>();
  const shelf = (channel: string): Map<string, StoredMessage> => {
    const known = byChannel.get(channel) ?? new Map<string, StoredMessage>();
    byChannel.set(channel, known);
    return known;
  };
  let last = 0;
  for (const message of table.values()) {
    shelf(message.channel).set(message.ts, message);
    last = Math.max(last, microseconds(message.ts));
  }
  const nextTs = (): string => {
    last = Math.max(Math.floor(now() * 1000), last + 1);
    return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
  };
  const tell = (message: StoredMessage): void => {
    changes.tell({ type: 'messages', conversation: message.channel }, message.onlyFor ?? audience(message.channel));
  };
  const replace = (message: StoredMessage): void => {
    table.put(`${message.channel} ${message.ts}`, message);
    shelf(message.channel).set(message.ts, message);
    tell(message);
  };
  return {
    post: (given) => {
      const message: StoredMessage = { ...plain, ...given, ts: nextTs() };
      replace(message);
      return message;
    },
    replace,
    remove: (message) => {
      table.remove(`${message.channel} ${message.ts}`);
      shelf(message.channel).delete(message.ts);
      tell(message);
    },
    find: (channel, ts) => byChannel.get(channel)?.get(ts) ?? null,
    inChannel: (channel) => [...(byChannel.get(channel)?.values() ?? [])],
    nextTs,
  };
};
