import type { ConfirmationDialog } from '@slack/types';
import { createContext, useContext } from 'react';
import type { Act, ActResult, ClockMove, Pace, WorkspaceView } from '../protocol.ts';
import type { Language, Words } from './words.ts';

type WithoutActor<A> = A extends unknown ? Omit<A, 'as'> : never;
/** Something the person does; who that is, the page adds. */
export type Deed = WithoutActor<Act>;

export type PageContext = {
  readonly words: Words;
  readonly language: Language;
  readonly workspace: WorkspaceView;
  /** How the workspace's clock goes. */
  readonly pace: Pace;
  /** Milliseconds since 1970 by the workspace's clock; moves every half minute so that "5 minutes ago" stays true. */
  readonly now: number;
  /** Moves the workspace's clock; a refusal is told in a toast. */
  readonly moveTime: (move: ClockMove) => void;
  /** Fetches the workspace again. */
  readonly reload: () => void;
  /** Does it as the acting person. A failure is told in a toast unless `quietly`; the result says it too. */
  readonly perform: (deed: Deed, quietly?: 'quietly') => Promise<ActResult>;
  /** Asks in a dialog and answers whether the person agreed. */
  readonly confirm: (dialog: ConfirmationDialog) => Promise<boolean>;
};

const Context = createContext<PageContext | null>(null);
export const PageProvider = Context.Provider;

export function usePage(): PageContext {
  const page = useContext(Context);
  if (page === null) throw new Error('A part of the page was drawn outside of it');
  return page;
}

/** A person's or the app's name; null for somebody this workspace does not know. */
export function nameOf(workspace: WorkspaceView, id: string): string | null {
  if (id === workspace.bot.userId) return workspace.bot.name;
  return workspace.users.find((user) => user.id === id)?.name ?? null;
}
