import type { Json } from '../../../adapters/sandbox/json.ts';
import type { TeamsSeed, TeamsUser } from './teams-seed.ts';

/** A message as Teams keeps it. */
export type TeamsMessage = {
  readonly id: string;
  /** The message at the head of its thread; null at the head, and in a personal chat. */
  readonly thread: string | null;
  /** `29:…` of a person, `28:…` of a bot. */
  readonly from: string;
  readonly activity: Json;
  /** What a card's answer made of it for one person alone. */
  readonly views: ReadonlyMap<string, Json>;
  readonly edited: boolean;
};

export type Conversation = {
  readonly id: string;
  readonly kind: 'personal' | 'channel';
  /** A channel's team; null in a personal chat. */
  readonly team: string | null;
  /** A personal chat's person; null in a channel. */
  readonly person: TeamsUser | null;
};

export type Conversations = ReturnType<typeof conversations>;

/** `19:…;messageid=17…`: a channel, and the thread in it that is meant. */
export function placeOf(id: string): { readonly channel: string; readonly thread: string | null } {
  const [channel = '', thread] = id.split(';messageid=');
  return { channel, thread: thread ?? null };
}

export const userMri = (user: Pick<TeamsUser, 'aadObjectId'>): string =>
  `29:1${Buffer.from(user.aadObjectId).toString('base64url')}`;
const personal = (user: TeamsUser): string => `a:1${Buffer.from(`chat ${user.aadObjectId}`).toString('base64url')}`;

/** Everything that was written in one tenant, conversation by conversation, oldest first. */
export function conversations(seed: TeamsSeed, now: () => number) {
  const messages = new Map<string, TeamsMessage[]>();
  const known = new Map<string, Conversation>();
  const gone = new Set<string>();
  let last = 0;
  for (const { id } of seed.teams) known.set(id, { id, kind: 'channel', team: id, person: null });
  for (const { id, team } of seed.channels) known.set(id, { id, kind: 'channel', team, person: null });
  for (const person of seed.users) {
    const id = personal(person);
    known.set(id, { id, kind: 'personal', team: null, person });
  }
  const users = new Map(seed.users.map((user) => [user.aadObjectId, user]));

  const find = (id: string): Conversation | null => {
    const { channel } = placeOf(id);
    return gone.has(channel) ? null : (known.get(channel) ?? null);
  };
  const all = (id: string): TeamsMessage[] => {
    const { channel } = placeOf(id);
    const there = messages.get(channel) ?? [];
    messages.set(channel, there);
    return there;
  };
  /** Milliseconds, and never twice the same; what a bot says in a personal chat is numbered in another way. */
  const nextId = (): string => {
    last = Math.max(last + 1, now());
    return String(last);
  };
  const change = (conversation: string, id: string, edit: (before: TeamsMessage) => TeamsMessage): boolean => {
    const list = all(conversation);
    const at = list.findIndex((m) => m.id === id);
    const before = list[at];
    if (before === undefined) return false;
    list[at] = edit(before);
    return true;
  };

  return {
    find,
    nextId,
    direct: personal,
    /** Oldest first; a thread's own lines where they were written. */
    messages: (conversation: string): readonly TeamsMessage[] => all(conversation),
    message: (conversation: string, id: string): TeamsMessage | null =>
      all(conversation).find((m) => m.id === id) ?? null,
    post: (conversation: string, from: string, thread: string | null, activity: Json): TeamsMessage => {
      const ofBot = from.startsWith('28:') && find(conversation)?.kind === 'personal';
      const id = ofBot ? `1:${Buffer.from(nextId()).toString('base64url')}` : nextId();
      const message = { id, thread, from, activity, views: new Map(), edited: false };
      all(conversation).push(message);
      return message;
    },
    /** What one person saw before is gone with the old version. */
    replace: (conversation: string, id: string, activity: Json): boolean =>
      change(conversation, id, (before) => ({ ...before, activity, views: new Map(), edited: true })),
    show: (conversation: string, id: string, viewer: string, card: Json): boolean =>
      change(conversation, id, (before) => ({ ...before, views: new Map([...before.views, [viewer, card]]) })),
    remove: (conversation: string, id: string): boolean => {
      const list = all(conversation);
      const at = list.findIndex((m) => m.id === id);
      if (at >= 0) list.splice(at, 1);
      return at >= 0;
    },
    /** The channel is taken away, with all that stands in it. */
    removeChannel: (id: string): void => {
      gone.add(id);
    },
    user: (aadObjectId: string): TeamsUser | null => users.get(aadObjectId) ?? null,
    /** By directory id or by Teams' own `29:…`; never by address. */
    userBy: (id: string): TeamsUser | null => users.get(id) ?? seed.users.find((user) => userMri(user) === id) ?? null,
    members: (conversation: Conversation): readonly TeamsUser[] =>
      conversation.person === null ? seed.users.filter((user) => user.tenantId === undefined) : [conversation.person],
  };
}
