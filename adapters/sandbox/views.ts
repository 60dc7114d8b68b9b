import type { Changes } from './changes.ts';
import { secret, slackId } from './ids.ts';
import type { Json } from './json.ts';
import type { StateValues } from './protocol.ts';
import type { Store } from './store.ts';

export type StoredView = {
  readonly id: string;
  readonly user: string;
  /** As the app sent it, blocks named. */
  readonly view: Json;
  readonly hash: string;
  readonly rootId: string;
  readonly previousId: string | null;
  /** What the person had filled in when she last pressed or submitted. */
  readonly values: StateValues;
  /** What the app found wrong, by block id. */
  readonly errors: Readonly<Record<string, string>>;
};

export const STACK_LIMIT = 3;

/** Open modals, a stack for each person, and the Home tab of each person. Kept over a restart: typed text is not lost. */
export type Views = {
  readonly find: (id: string) => StoredView | null;
  readonly byExternalId: (externalId: string) => StoredView | null;
  /** The modals a person has open, the visible one last. */
  readonly stack: (user: string) => readonly StoredView[];
  readonly open: (user: string, view: Json) => StoredView;
  readonly push: (user: string, view: Json) => StoredView;
  /** New content in the same place: a new hash, no errors. */
  readonly update: (current: StoredView, view: Json) => StoredView;
  readonly fill: (current: StoredView, change: Partial<Pick<StoredView, 'values' | 'errors'>>) => StoredView;
  /** Takes these away from the person's stack. */
  readonly close: (views: readonly StoredView[]) => void;
  readonly home: (user: string) => StoredView | null;
  readonly publish: (user: string, view: Json) => StoredView;
};

export const createViews = (store: Store, now: () => number, changes: Changes): Views => {
  const modals = store.table<StoredView>('modals');
  const homes = store.table<StoredView>('homes');
  const newHash = (): string => `${Math.floor(now() / 1000)}.${secret(4)}`;
  const stack = (user: string): readonly StoredView[] => modals.values().filter((each) => each.user === user);
  const keep = (stored: StoredView): StoredView => {
    if (stored.view['type'] === 'home') homes.put(stored.user, stored);
    else modals.put(stored.id, stored);
    changes.tell({ type: stored.view['type'] === 'home' ? 'home' : 'modal' }, stored.user);
    return stored;
  };
  const fresh = (user: string, view: Json, previous: StoredView | null): StoredView => {
    const id = slackId('V');
    const rootId = previous?.rootId ?? id;
    return keep({ id, user, view, hash: newHash(), rootId, previousId: previous?.id ?? null, values: {}, errors: {} });
  };
  const close = (views: readonly StoredView[]): void => {
    for (const each of views) modals.remove(each.id);
    for (const user of new Set(views.map((each) => each.user))) changes.tell({ type: 'modal' }, user);
  };
  const every = (): readonly StoredView[] => [...modals.values(), ...homes.values()];
  const update = (current: StoredView, view: Json): StoredView =>
    keep({ ...current, view, hash: newHash(), errors: {} });
  return {
    find: (id) => every().find((each) => each.id === id) ?? null,
    byExternalId: (externalId) => every().find((each) => each.view['external_id'] === externalId) ?? null,
    stack,
    open: (user, view) => {
      close(stack(user));
      return fresh(user, view, null);
    },
    push: (user, view) => fresh(user, view, stack(user).at(-1) ?? null),
    update,
    fill: (current, change) => keep({ ...current, ...change }),
    close,
    home: (user) => homes.get(user) ?? null,
    publish: (user, view) => {
      const current = homes.get(user);
      return current ? update(current, view) : fresh(user, view, null);
    },
  };
};
