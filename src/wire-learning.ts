import { bulletins as openBulletins } from '../db/bulletins.ts';
import { changeStore as openChanges } from '../db/change-store.ts';
import { clusters as openClusters } from '../db/clusters.ts';
import type { Database } from '../db/database.ts';
import { openLexiconBook } from '../db/lexicon-book.ts';
import { lookAlikes as openLookAlikes } from '../db/look-alikes.ts';
import { reflections as openReflections } from '../db/reflections.ts';
import { surges as openSurges } from '../db/surges.ts';
import type { Address } from './app/address.ts';
import { changeDeskWith } from './app/change-desk.ts';
import { countClusters } from './app/count-clusters.ts';
import { foldReflectionWith } from './app/fold-reflection.ts';
import { gatherWith } from './app/gather.ts';
import { handleChangeWith } from './app/handle-change.ts';
import type { HandleCommand } from './app/handle-command.ts';
import { lexiconDeskWith } from './app/lexicon-desk.ts';
import { likenessWith } from './app/likeness.ts';
import type { ReadingFor } from './app/reading-for.ts';
import { sweepChanges } from './app/sweep-changes.ts';
import type { CaseRecord } from './domain/case/case.ts';
import type { Duration } from './domain/instant.ts';
import type { Playbook } from './domain/playbook.ts';
import type { Clock, Log } from './ports/ambient.ts';
import type { Calendars } from './ports/calendars.ts';
import type { CaseStore } from './ports/case-store.ts';
import type { Place } from './ports/chat-gateway.ts';
import type { Directory } from './ports/directory.ts';

/** How fast a place is written to. */
type Pace = { readonly gapMs?: (place: Place) => number };

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

type Loop = Omit<LearningKept, 'lookAlikes' | 'aroundOf'> & {
  readonly directory: Directory;
  readonly kick: () => void;
};

/** Everything that is kept about what cases have in common, and the search that goes by the words of it. */
export async function learningKept(db: Database, { lookAlikes: { lexicon, ...rules } }: Playbook, pace: Pace) {
  const book = await openLexiconBook(db, lexicon);
  const [clusters, surges] = [openClusters(db, pace), openSurges(db)];
  return {
    book,
    lookAlikes: openLookAlikes(db, { rules, lexicon: book.current }),
    clusters,
    surges,
    changes: openChanges(db, pace),
    bulletins: openBulletins(db, pace),
    reflections: openReflections(db),
    /** What a card says of a case that the case itself does not know. */
    aroundOf: async ({ id, state: { cluster: own } }: CaseRecord) => {
      const viewed = own === undefined ? null : clusters.rootOf(own).then(clusters.view);
      const [cluster, surge] = await Promise.all([viewed, surges.waiting(id)]);
      return { cluster, surge };
    },
  };
}
export type LearningKept = Awaited<ReturnType<typeof learningKept>>;

/** From complaint to process change, put together: what is linked, what is counted, what becomes of it. */
export function learningOn(
  ground: Ground,
  { changes, clusters, surges, bulletins, directory, book, reflections, kick }: Loop,
) {
  const { store, handle, address, calendars, playbook, readingFor, now, ahead, log } = ground;
  const handleChange = handleChangeWith({ changes, playbook, address, calendars: calendars.version, committed: kick });
  const gather = gatherWith({ surges, bulletins, clusters, store, directory, handle, address, now, kick, log });
  return {
    /** What other replicas edited of the words, what changed since it was counted, what has become due of process changes, and what comes in by the thousand. */
    count: async (): Promise<void> => {
      await book.refresh();
      await countClusters({ clusters, store, changes, handle, handleChange, address, playbook, now, kick, log });
      const { version } = calendars;
      await sweepChanges({ changes, clusters, handle: handleChange, playbook, calendars: version, now, ahead, log });
      await gather.look();
    },
    /** `counted`: rings when something is to be counted anew. */
    likeness: (counted: () => void) =>
      likenessWith({ store, clusters, surges, handle, playbook, readingFor, kick: counted }),
    foldReflection: foldReflectionWith({ store, reflections, clusters, address, readingFor, kick }),
    changeDesk: changeDeskWith({ changes, clusters, store, handle, handleChange, playbook, readingFor }),
    lexiconDesk: lexiconDeskWith({ book, playbook, readingFor }),
  };
}
