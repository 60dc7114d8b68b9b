import { type CaseRecord, departmentHolding } from '../../src/domain/case/case.ts';
import { timesGiven } from '../../src/domain/case/remedies.ts';
import { type Cluster, type ClusterRecord, unnamed } from '../../src/domain/cluster/cluster.ts';
import { type CausationId, type ClusterId, caseId } from '../../src/domain/ids.ts';
import type { ClusterFigures } from '../../src/domain/learning/gauge.ts';
import type { Clusters, CountedMember, OwedCards, StaleCount } from '../../src/ports/clusters.ts';
import type { memoryStore } from './memory-store.ts';

type Memory = Pick<ReturnType<typeof memoryStore>, 'store' | 'changes'>;

/** What a case counts for, read off its state. */
const counted = ({ id, state: c }: CaseRecord): CountedMember => ({
  id,
  customer: c.customer,
  kind: c.voice.kind,
  tier: c.assessment.tier,
  nearMiss: false,
  at: c.voice.experiencedAt ?? c.filedAt,
  open: !['closed', 'merged', 'withdrawn', 'void'].includes(c.status),
  weighed: c.weighed ?? null,
  change: c.changeAnswer?.type === 'change' ? c.changeAnswer.change : (c.changeAnswer?.type ?? null),
  signals: c.assessment.confirmed,
  cluster: c.cluster as ClusterId,
  department: departmentHolding(c),
  filer: c.filer.id,
  given: timesGiven(c.remedies ?? null, 'fix' in c ? c.fix.compensation : null),
});

/** The promises of the clusters kept in memory, for tests of what stands above them. The real ones have their own suite. */
export function memoryClusters({ store, changes }: Memory): Clusters & {
  readonly owed: readonly OwedCards[];
  readonly mark: (id: ClusterId) => void;
} {
  const states = new Map<ClusterId, { version: number; state: Cluster }>();
  const figures = new Map<ClusterId, ClusterFigures>();
  const acted = new Set<string>();
  const owed: OwedCards[] = [];
  const marked = new Map<ClusterId, StaleCount>();
  let seen = 0;

  const records = async (): Promise<readonly CaseRecord[]> => {
    const found: CaseRecord[] = [];
    for (let n = 1; ; n += 1) {
      const record = await store.load(caseId(n));
      if (record === null) return found;
      found.push(record);
    }
  };
  const rootOf = (id: ClusterId): ClusterId => {
    const into = states.get(id)?.state.joined ?? null;
    return into === null ? id : rootOf(into);
  };
  const inTree = async (root: ClusterId) =>
    (await records()).filter(({ state: { cluster } }) => cluster !== undefined && rootOf(cluster) === root).reverse();
  const mark = (id: ClusterId, corrected: boolean) => {
    const before = marked.get(id);
    marked.set(id, { id, marks: (before?.marks ?? 0) + 1, corrected: corrected || before?.corrected === true });
  };
  const recordOf = (id: ClusterId): ClusterRecord => ({ id, ...(states.get(id) ?? { version: 0, state: unnamed }) });

  return {
    owed,
    mark: (id) => mark(id, false),
    rootOf: async (id) => rootOf(id),
    view: async (root) => ({
      record: recordOf(root),
      figures: figures.get(root) ?? null,
      firstSaid: (await store.load(caseId(root)))?.state.voice.experience ?? '',
    }),
    commit: async ({ id, expectedVersion, causationId, events, after }) => {
      if (recordOf(id).version !== expectedVersion || acted.has(`${id} ${causationId}`)) return false;
      acted.add(`${id} ${causationId}`);
      states.set(id, { version: expectedVersion + events.length, state: after });
      return true;
    },
    warned: async (from, to) =>
      [...new Set([...states.keys()].map(rootOf))].flatMap((root) => {
        const tree = [...new Set([root, ...states.keys()])].filter((id) => rootOf(id) === root);
        const [at] = tree.flatMap((id) => states.get(id)?.state.reached.watch ?? []).sort((a, b) => a - b);
        return at === undefined || at < from || at >= to ? [] : [{ clusters: tree, at }];
      }),
    acted: async (id: ClusterId, causation: CausationId) => acted.has(`${id} ${causation}`),
    cases: async (root, limit) => {
      const all = await inTree(root);
      return { cases: all.slice(0, limit), total: all.length };
    },
    members: async (root) =>
      (await inTree(root))
        .filter(({ state }) => state.status !== 'merged' && state.status !== 'void')
        .map(counted)
        .reverse(),
    stale: async () => {
      for (const change of changes.slice(seen)) for (const { id, corrected } of change.clusters) mark(id, corrected);
      seen = changes.length;
      const all = [...marked.values()];
      marked.clear();
      return all;
    },
    counted: async () => {},
    keepFigures: async (root, now) => void figures.set(root, now),
    recount: async (ids) => {
      for (const id of ids) mark(id, true);
    },
    dayPassed: async () => {
      for (const id of figures.keys()) mark(id, false);
      return figures.size;
    },
    oweCards: async (cards) => void owed.push(...cards),
  };
}
