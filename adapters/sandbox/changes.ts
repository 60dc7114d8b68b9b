import type { PageEvent } from './protocol.ts';

/** Tells the pages of the people concerned that something they can see has changed. */
export type Changes = {
  readonly tell: (event: PageEvent, onlyFor: string | null) => void;
  /** Returns how to stop listening. */
  readonly listen: (userId: string, listener: (event: PageEvent) => void) => () => void;
};

type Listener = { readonly userId: string; readonly hear: (event: PageEvent) => void };

export const createChanges = (): Changes => {
  const listeners = new Set<Listener>();
  return {
    tell: (event, onlyFor) => {
      for (const listener of listeners) {
        if (onlyFor === null || listener.userId === onlyFor) listener.hear(event);
      }
    },
    listen: (userId, hear) => {
      const listener = { userId, hear };
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
