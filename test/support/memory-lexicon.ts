import type { Lexicon } from '../../src/domain/learning/lexicon.ts';
import { type LexiconEdit, lexiconWith } from '../../src/domain/learning/lexicon-events.ts';
import { ok } from '../../src/domain/result.ts';
import type { LexiconBook } from '../../src/ports/lexicon-book.ts';

/** The lexicon as `db/lexicon-book.ts` keeps it, in memory. */
export function memoryLexicon(own: Lexicon): LexiconBook {
  let edits: readonly LexiconEdit[] = [];
  let lexicon = own;
  return {
    current: () => lexicon,
    edits: () => edits,
    refresh: async () => false,
    edit: async (decide, stamp) => {
      const done = edits.find(({ causationId }) => causationId === stamp.causationId);
      if (done !== undefined) return ok(done.event);
      const decided = decide(lexicon);
      if (decided.ok) {
        edits = [...edits, { event: decided.value, ...stamp }];
        lexicon = lexiconWith(
          own,
          edits.map(({ event }) => event),
        );
      }
      return decided;
    },
  };
}
