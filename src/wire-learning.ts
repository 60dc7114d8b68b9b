import type { Database } from '../db/database.ts';
import { openLexiconBook } from '../db/lexicon-book.ts';
import { lookAlikes as openLookAlikes } from '../db/look-alikes.ts';
import type { Address } from './app/address.ts';
import { changeDeskWith } from './app/change-desk.ts';
import { countClusters } from './app/count-clusters.ts';
import { foldReflectionWith } from './app/fold-reflection.ts';
import { gatherWith } from './app/gather.ts';
import { handleChangeWith } from './app/handle-change.ts';
import type { HandleCommand } from './app/handle-command.ts';
import { issueBulletinsWith } from './app/issue-bulletins.ts';
import { lexiconDeskWith } from './app/lexicon-desk.ts';
import { likenessWith } from './app/likeness.ts';
import type { ReadingFor } from './app/reading-for.ts';
import { sweepChanges } from './app/sweep-changes.ts';
import type { Duration } from './domain/instant.ts';
import type { Playbook } from './domain/playbook.ts';
import type { Clock, Log } from './ports/ambient.ts';
import type { Bulletins } from './ports/bulletins.ts';
import type { Calendars } from './ports/calendars.ts';
import type { CaseStore } from './ports/case-store.ts';
import type { ChangeStore } from './ports/change-store.ts';
import type { Clusters } from './ports/clusters.ts';
import type { Directory } from './ports/directory.ts';
import type { LexiconBook } from './ports/lexicon-book.ts';
import type { Reflections } from './ports/reflections.ts';
import type { Surges } from './ports/surges.ts';

type Ground = {
  readonly store: CaseStore;
  readonly handle: HandleCommand;
  readonly address: Address;
  readonly calendars: Pick<Calendars, 'version'>;
  readonly playbook: Playbook;
  readonly readingFor: ReadingFor;
  readonly now: Clock;
  readonly ahead: () => Duration;
  readonly log: Log;
};

type Loop = {
  readonly changes: ChangeStore;
  readonly clusters: Clusters;
  readonly surges: Surges;
  readonly bulletins: Bulletins;
  readonly directory: Directory;
  readonly book: LexiconBook;
  readonly reflections: Reflections;
  readonly kick: () => void;
};

/** The words that mean the same, as they are edited in chat, and the search that goes by them. */
export async function wordsOn(db: Database, { lookAlikes: { lexicon, ...rules } }: Playbook) {
  const book = await openLexiconBook(db, lexicon);
  return { book, lookAlikes: openLookAlikes(db, { rules, lexicon: book.current }) };
}

/** From complaint to process change, put together: what is linked, what is counted, what becomes of it. */
export function learningOn(
  ground: Ground,
  { changes, clusters, surges, bulletins, directory, book, reflections, kick }: Loop,
) {
  const { store, handle, address, calendars, playbook, readingFor, now, ahead, log } = ground;
  const handleChange = handleChangeWith({ changes, playbook, address, calendars: calendars.version, committed: kick });
  const issueBulletins = issueBulletinsWith({ bulletins, address, playbook, now, kick });
  const gather = gatherWith({ surges, bulletins, clusters, store, directory, handle, address, now, kick, log });
  return {
    /** What is told at its time, and what comes in by the thousand. */
    issue: async (): Promise<void> => {
      await issueBulletins();
      await gather.look();
    },
    /** What other replicas edited of the words, what changed since it was counted, and what has become due of process changes. */
    count: async (): Promise<void> => {
      await book.refresh();
      await countClusters({ clusters, store, changes, handle, handleChange, address, playbook, now, kick, log });
      const { version } = calendars;
      await sweepChanges({ changes, clusters, handle: handleChange, playbook, calendars: version, now, ahead, log });
    },
    /** `counted`: rings when something is to be counted anew. */
    likeness: (counted: () => void) =>
      likenessWith({ store, clusters, surges, handle, playbook, readingFor, kick: counted }),
    foldReflection: foldReflectionWith({ store, reflections, clusters, address, readingFor, kick }),
    changeDesk: changeDeskWith({ changes, clusters, store, handle, handleChange, playbook, readingFor }),
    lexiconDesk: lexiconDeskWith({ book, playbook, readingFor }),
  };
}
