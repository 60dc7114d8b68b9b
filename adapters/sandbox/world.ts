import type { Changes } from './changes.ts';
import type { Delivery } from './deliver/delivery.ts';
import type { Events } from './deliver/events.ts';
import type { SocketMode } from './deliver/socket-mode.ts';
import type { Faults } from './faults.ts';
import type { FileShelf } from './files.ts';
import type { Messages } from './messages.ts';
import type { MovableClock } from './movable-clock.ts';
import type { ClockJump } from './protocol.ts';
import type { RateLimits } from './rate-limits.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { SandboxSeed } from './seed.ts';
import type { Table } from './store.ts';
import type { Triggers } from './triggers.ts';
import type { Views } from './views.ts';

/** What every part of the workspace shares: who is there, what was said, what is open, and the ways out to the app. */
export type World = {
  readonly seed: SandboxSeed;
  /** Milliseconds since 1970 by the workspace's clock: what is said and done here happens then. */
  readonly now: () => number;
  readonly clock: MovableClock;
  /** Where a person may move the clock to, besides by a length of time; all of them still to come. */
  readonly jumps: () => readonly ClockJump[];
  /** Path under which everything is mounted, without a slash at the end. */
  readonly base: string;
  /** Absolute address of `base`. */
  readonly address: () => string;
  readonly tokens: { readonly bot: string; readonly app: string | null };
  readonly changes: Changes;
  readonly messages: Messages;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly files: FileShelf;
  readonly limits: RateLimits;
  readonly faults: Faults;
  readonly delivery: Delivery;
  readonly events: Events;
  readonly sockets: SocketMode;
  /** The language a person has switched to, by user id. */
  readonly locales: Table<'ko' | 'en'>;
  /** The last message a person has seen, by "user conversation". */
  readonly reads: Table<string>;
  /** Channels the app has joined by itself. */
  readonly joined: Table<true>;
};
