import type { CausationId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { LexiconRejection } from '../domain/learning/decide-lexicon.ts';
import type { Lexicon } from '../domain/learning/lexicon.ts';
import type { LexiconEdit, LexiconEvent } from '../domain/learning/lexicon-events.ts';
import type { PersonRef } from '../domain/people.ts';
import type { Result } from '../domain/result.ts';

/** Who edits, when, and by which submission. */
export type LexiconStamp = { readonly by: PersonRef; readonly at: Instant; readonly causationId: CausationId };

/**
 * The words that mean the same: those of the playbook, and over them what was said in chat, kept as a log. What one
 * replica edits the others read anew.
 */
export type LexiconBook = {
  /** As of the last refresh or edit of our own; another object whenever it is another lexicon. */
  readonly current: () => Lexicon;
  /** What was edited in chat, oldest first. */
  readonly edits: () => readonly LexiconEdit[];
  /** Reads what other replicas edited; true where there was something. @throws DatabaseFault */
  readonly refresh: () => Promise<boolean>;
  /**
   * One edit at a time over all replicas: `decide` is given the lexicon as it then is. A submission that comes again is
   * answered with what it did. @throws DatabaseFault
   */
  readonly edit: (
    decide: (now: Lexicon) => Result<LexiconEvent, LexiconRejection>,
    stamp: LexiconStamp,
  ) => Promise<Result<LexiconEvent, LexiconRejection>>;
};
