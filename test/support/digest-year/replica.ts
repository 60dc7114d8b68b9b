import { bulletins as openBulletins } from '../../../db/bulletins.ts';
import { caseQueries } from '../../../db/case-queries.ts';
import { caseStore } from '../../../db/case-store.ts';
import { changeStore } from '../../../db/change-store.ts';
import { clusters as openClusters } from '../../../db/clusters.ts';
import type { Database } from '../../../db/database.ts';
import { directory as openDirectory } from '../../../db/directory.ts';
import { outbox as openOutbox } from '../../../db/outbox.ts';
import { reflections as openReflections } from '../../../db/reflections.ts';
import { surges as openSurges } from '../../../db/surges.ts';
import { addressWith } from '../../../src/app/address.ts';
import { beginDeliveries, type DrainDeps } from '../../../src/app/drain-outbox.ts';
import { readingForWith } from '../../../src/app/reading-for.ts';
import type { Clock } from '../../../src/ports/ambient.ts';
import type { ChatGateway } from '../../../src/ports/chat-gateway.ts';
import { digestsDrawn, digestsOn } from '../../../src/wire-digests.ts';
import { quietLog } from '../quiet-log.ts';
import { askedBy, type Life } from './mortal.ts';
import { threeZones as playbook } from './three-zones.ts';

export const workspace = { platform: 'slack', tenant: 'T1' } as const;

export type Replica = {
  /** Owes what is due by now and delivers all that is owed, unless it is killed meanwhile. */
  readonly look: () => Promise<void>;
  readonly life: Life;
  /** What went wrong without it being killed. */
  readonly faults: () => readonly string[];
};

/** Digests as `wire.ts` puts them together, in a process that may be killed. Only the chat is a double. */
export function replica(
  whole: Database,
  options: { readonly now: Clock; readonly life: Life; readonly gateway: Omit<ChatGateway, 'platform' | 'tenant'> },
): Replica {
  const { now, life } = options;
  const db = askedBy(life, whole);
  const pace = { gapMs: () => 0 };
  const log = quietLog();
  const [store, queries] = [caseStore(db, pace), caseQueries(db)];
  const [changes, clusters] = [changeStore(db, pace), openClusters(db, pace)];
  const directory = openDirectory(db, { playbook, profile: async () => null, tenants: () => [workspace] });
  const address = addressWith({ playbook, directory, absences: async () => [], workspaces: () => [workspace], log });
  const readingFor = readingForWith(playbook, () => null, now);
  const drawn = digestsDrawn(db, { changes, clusters, queries, playbook });
  const loop = { store, bulletins: openBulletins(db, pace), address, readingFor, now, kick: () => {} };
  const { issue } = digestsOn(db, drawn, loop);
  const gateway: ChatGateway = { ...workspace, ...options.gateway };
  const deps: DrainDeps = {
    drawDigest: drawn.drawDigest,
    outbox: openOutbox(db),
    reflections: openReflections(db),
    store,
    aroundOf: async () => ({ cluster: null, surge: 0 }),
    changes,
    clusters,
    surges: openSurges(db),
    directory,
    playbook,
    gateway: () => gateway,
    readingFor,
    now,
    monotonic: () => performance.now(),
    chance: () => 0,
    log,
  };
  return {
    life,
    look: async () => {
      try {
        await issue();
        for (let begun = await beginDeliveries(deps, 32); begun.length > 0; begun = await beginDeliveries(deps, 32)) {
          await Promise.all(begun);
        }
      } catch (fault) {
        if (!life.isOver()) throw fault;
      }
    },
    faults: () => (life.isOver() ? [] : log.lines.flatMap(({ level, what }) => (level === 'error' ? [what] : []))),
  };
}
