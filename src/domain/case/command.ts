import type { CausationId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { Actor } from '../people.ts';

/** Who asks, when, and because of what: the same cause acts once. */
export type CommandMeta = { readonly actor: Actor; readonly at: Instant; readonly causationId: CausationId };
export type Command<T extends string, D> = { readonly type: T; readonly data: D; readonly meta: CommandMeta };
export type Nothing = Record<never, never>;
