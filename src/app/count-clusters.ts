import type { ChangeRecord } from '../domain/change/change.ts';
import { readGauge } from '../domain/cluster/decide-cluster.ts';
import { evolveCluster } from '../domain/cluster/evolve-cluster.ts';
import { type ClusterId, causationId } from '../domain/ids.ts';
import { type Instant, minutes } from '../domain/instant.ts';
import { type ClusterFigures, figuresOf, inWindow, isHigher } from '../domain/learning/gauge.ts';
import { mixOf } from '../domain/learning/mix.ts';
import { byThemselves, isOutage } from '../domain/learning/own-weight.ts';
import { isPaidAgain } from '../domain/learning/paid-again.ts';
import type { Playbook } from '../domain/playbook.ts';
import type { Clock, Log } from '../ports/ambient.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { ChangeStore } from '../ports/change-store.ts';
import type { Clusters, ClusterView, CountedMember, StaleCount } from '../ports/clusters.ts';
import type { Address } from './address.ts';
import { type DemandDeps, demandChanges } from './demand-changes.ts';
import { faultOf } from './faults.ts';
import type { HandleCommand } from './handle-command.ts';
import { inBatches } from './in-batches.ts';
import { linkChanges } from './link-changes.ts';
import { orderByItself } from './order-by-itself.ts';
import { oweCards } from './owe-cards.ts';

export type CountDeps = DemandDeps & {
  readonly clusters: Clusters;
  readonly changes: Pick<ChangeStore, 'ofClusters'>;
  readonly store: Pick<CaseStore, 'load'>;
  readonly handle: HandleCommand;
  readonly address: Address;
  readonly now: Clock;
  /** Something may be owed to a chat now. */
  readonly kick: () => void;
  readonly log: Log;
};

const atATime = 20;
/** Cards that are drawn anew when a figure changes; the others when the level does, or when somebody looks. */
const cardsAnew = 20;
/** How long a large cluster is left alone between two counts: in a storm it is counted by the minute, not by the case. */
const rest = { small: minutes(0), large: minutes(1), largeFrom: 50 };

/**
 * Counts anew what has changed since it was counted. A storm of thousands of cases marks one row; what each weighs
 * follows from here, through the same door as everybody's commands. Resolves to how many clusters were counted.
 */
export async function countClusters(deps: CountDeps): Promise<number> {
  return inBatches(
    atATime,
    () => deps.clusters.stale(atATime),
    async (stale) => {
      for (const one of stale) {
        await count(deps, one).catch((fault: unknown) => {
          deps.log.error('counting a cluster broke; it is counted again', { cluster: one.id, ...faultOf(fault) });
        });
      }
    },
  );
}

async function count(deps: CountDeps, stale: StaleCount): Promise<void> {
  const { clusters, playbook } = deps;
  const at = deps.now();
  const root = await clusters.rootOf(stale.id);
  const before = await clusters.view(root);
  const found = await clusters.members(root);
  const members = byThemselves(found, playbook);
  const known = await deps.changes.ofClusters([...new Set([root, ...found.map(({ cluster }) => cluster)])]);
  const figures = figuresWith(members, known, at, playbook);
  await clusters.keepFigures(root, figures, at);
  await levelFollows(deps, before, figures, stale, at);
  await weigh(deps, root, members, figures, stale.corrected);
  const changes = await demandChanges(deps, {
    root,
    figures,
    members,
    known,
    mark: `${stale.id}:${stale.marks}:${at}`,
    at,
  });
  await linkChanges(deps, changes, found, at);
  if (saysMore(before.figures, figures)) await drawAnew(deps, root);
  await clusters.counted(stale, members.length < rest.largeFrom ? rest.small : rest.large);
}

/** What is counted of its cases, and what people should see beside the count. */
function figuresWith(
  members: readonly CountedMember[],
  known: readonly ChangeRecord[],
  at: Instant,
  { learning, severity }: Playbook,
): ClusterFigures {
  const counted = inWindow(members, at, learning.gauge);
  const changes = known.map(({ state }) => state);
  const mix = mixOf(counted, severity);
  return {
    ...figuresOf(members, at, learning.gauge),
    ...(isPaidAgain(counted, changes, learning) ? { paidAgain: true } : {}),
    ...(mix === null ? {} : { mix }),
  };
}

async function levelFollows(
  { clusters }: CountDeps,
  { record }: ClusterView,
  figures: ClusterFigures,
  { marks, corrected }: StaleCount,
  at: Instant,
): Promise<void> {
  const events = readGauge(record.state, figures, corrected, at);
  if (events.length === 0) return;
  await clusters.commit({
    id: record.id,
    expectedVersion: record.version,
    causationId: causationId(`count:${record.id}@${record.version}:${marks}`),
    events,
    after: events.reduce(evolveCluster, record.state),
  });
}

/** How far along the cluster is weighs on each of its open cases. */
async function weigh(
  deps: CountDeps,
  cluster: ClusterId,
  members: readonly CountedMember[],
  { customers, gauge: { level } }: ClusterFigures,
  corrected: boolean,
): Promise<void> {
  const { signals } = deps.playbook.learning.gauge;
  const outage = members.some((member) => isOutage(member, deps.playbook));
  const isBehind = ({ open, weighed, signals: has }: CountedMember): boolean => {
    const suffers = has.includes(signals.outage);
    return (
      open && (corrected ? weighed !== level || outage !== suffers : isHigher(level, weighed) || (outage && !suffers))
    );
  };
  const data = { cluster, level, customers, outage, corrected };
  for (const { id } of members.filter(isBehind)) {
    await orderByItself(deps, { caseId: id, at: deps.now(), cause: 'weigh' }, { type: 'WeighCluster', data });
  }
}

const saysMore = (
  before: ClusterFigures | null,
  { customers, gauge, isDrifting, paidAgain }: ClusterFigures,
): boolean =>
  before === null ||
  before.customers !== customers ||
  before.gauge.percent !== gauge.percent ||
  before.gauge.level !== gauge.level ||
  before.isDrifting !== isDrifting ||
  before.paidAgain !== paidAgain;

async function drawAnew(deps: CountDeps, root: ClusterId): Promise<void> {
  const { cases } = await deps.clusters.cases(root, cardsAnew);
  await oweCards(deps, cases, deps.now());
  deps.kick();
}
