import type { PageEvent } from './protocol.ts';

/** Tells the pages of the people concerned that something they can see has changed. */
export type Changes = {
  readonly tell: (event: PageEvent, onlyFor: string | null) => void;
  /** Returns how to stop listening; `end` is called when the workspace stops. */
  readonly listen: (userId: string, hear: (event: PageEvent) => void, end: () => void) => () => void;
  readonly stop: () => void;
};

type Listener = { readonly userId: string; readonly hear: (event: PageEvent) => void; readonly end: () => void };

export const createChanges = (): Changes => {
  const listeners = new Set<Listener>();
  return {
    tell: (event, onlyFor) => {
      for (const listener of listeners) {
        if (onlyFor === null || listener.userId === onlyFor) listener.hear(event);
      }
    },
    listen: (userId, hear, end) => {
      const listener = { userId, hear, end };
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    stop: () => {
      for (const listener of listeners) listener.end();
      listeners.clear();
    },
  };
};
