import type { Addressed } from './outbox.ts';

/** What is told once, whoever thinks of it first: no case and no event stands behind it. */
export type Bulletins = {
  /** Owes these messages, if nobody has owed this bulletin before. One transaction. False: somebody had. */
  readonly owe: (key: string, messages: readonly Addressed[]) => Promise<boolean>;
};
