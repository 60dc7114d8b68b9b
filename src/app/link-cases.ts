import type { CaseRecord } from '../domain/case/case.ts';
import type { CaseCommand } from '../domain/case/commands.ts';
import { isLinkable } from '../domain/case/decide-link.ts';
import { maySee } from '../domain/case/visibility.ts';
import type { ClusterEvent, ClusterRecord } from '../domain/cluster/cluster.ts';
import {
  type ClusterDecision,
  type ClusterRejection,
  joinCluster,
  partCluster,
} from '../domain/cluster/decide-cluster.ts';
import { evolveCluster } from '../domain/cluster/evolve-cluster.ts';
import { type CaseId, type CausationId, type ClusterId, caseNumber, causationId, clusterId } from '../domain/ids.ts';
import { unreachable } from '../domain/result.ts';
import type { Page } from '../ports/case-queries.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { Clusters } from '../ports/clusters.ts';
import { clusterName } from '../render/cluster-lines.ts';
import type { Reading } from '../render/reading.ts';
import { rejectionText } from '../render/rejection-text.ts';
import type { Asked } from './asked.ts';
import type { HandleCommand, Handled } from './handle-command.ts';

export type LinkDeps = {
  readonly store: Pick<CaseStore, 'load' | 'history'>;
  readonly clusters: Clusters;
  readonly handle: HandleCommand;
  /** Something changed that clusters count. */
  readonly kick: () => void;
};

/** Whoever loses more races than that has found something broken, not busy. */
const attempts = 5;

/** What came of comparing two cases, in words; `undo`: it can be taken back with one press. */
export type Compared = { readonly said: string; readonly undo: boolean; readonly ok: boolean };

/** Of more than that somebody is left, also where some turned out to be nobody's voice. */
const few = 20;

/**
 * Linking may take two commits, one per case; each acts once, and what is cut short between them goes on when it is
 * pressed again.
 */
export function linkCasesWith({ store, clusters, handle, kick }: LinkDeps) {
  const rootOf = async (record: CaseRecord): Promise<ClusterId | null> =>
    record.state.cluster === undefined ? null : clusters.rootOf(record.state.cluster);

  /** Whoever else links or takes back meanwhile, both cases end up together, or it is said why not. */
  async function link(asked: Asked, record: CaseRecord, otherId: CaseId, r: Reading): Promise<Compared> {
    let mine = record;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const compared = await tryLink(asked, mine, otherId, attempt, r);
      if (compared !== 'again') return compared;
      mine = (await store.load(record.id)) ?? record;
    }
    throw new Error(`cases ${record.id} and ${otherId} lost their races`);
  }

  async function tryLink(
    asked: Asked,
    record: CaseRecord,
    otherId: CaseId,
    attempt: number,
    r: Reading,
  ): Promise<Compared | 'again'> {
    const { problems, linked } = r.words.learning;
    if (otherId === record.id) return no(problems.itself);
    const other = await store.load(otherId);
    if (other === null) return no(problems.noOther);
    if (!maySee(asked.known.person, other.state)) return no(problems.notSeen);
    if (!isLinkable(other.state)) return no(rejectionText({ type: 'NotLinkable' }, r));
    const [mine, theirs] = await Promise.all([rootOf(record), rootOf(other)]);
    if (mine !== null && mine === theirs) return no(problems.already);
    if (mine !== null && theirs !== null) return join(asked, mine, theirs, r);
    // The older case gives its number, so that two people who link the same two at once mean the same cluster.
    const cluster = mine ?? theirs ?? clusterId(Math.min(record.id, other.id));
    const done: CaseRecord[] = [];
    for (const [one, with_] of [
      [other, record],
      [record, other],
    ] as const) {
      if (one.state.cluster !== undefined) continue;
      const handled = await order(asked, one, { type: 'LinkCase', data: { cluster, other: with_.id } }, attempt);
      if (handled.type === 'done') done.push(handled.record);
      else if (handled.rejection.type === 'InAnotherCluster') return takeBack(asked, done, attempt);
      else if (handled.rejection.type !== 'NothingChanged') {
        await takeBack(asked, done, attempt);
        return no(rejectionText(handled.rejection, r));
      }
    }
    if (!(await areTogether(record.id, otherId))) return takeBack(asked, done, attempt);
    kick();
    return { said: linked(caseNumber(otherId)), undo: true, ok: true };
  }

  /** Somebody was faster: what this press has done so far is undone, so that it is as if it came after theirs. */
  async function takeBack(asked: Asked, done: readonly CaseRecord[], attempt: number): Promise<'again'> {
    for (const one of done) await order(asked, one, { type: 'UnlinkCase', data: {} }, -attempt);
    return 'again';
  }

  async function areTogether(a: CaseId, b: CaseId): Promise<boolean> {
    const records = await Promise.all([store.load(a), store.load(b)]);
    const [mine, theirs] = await Promise.all(records.map((record) => (record === null ? null : rootOf(record))));
    return mine !== null && mine === theirs;
  }

  /** Two clusters turn out to be one problem: the younger joins the older, and every case keeps its own link. */
  async function join(asked: Asked, a: ClusterId, b: ClusterId, r: Reading): Promise<Compared | 'again'> {
    const { problems, joined } = r.words.learning;
    const [into, from] = a < b ? [a, b] : [b, a];
    const refused = await change(from, asked, ({ state }) =>
      joinCluster(state, into, asked.known.person, asked.interaction.at),
    );
    // Somebody has joined it meanwhile, perhaps with another: how things stand now is looked at anew.
    if (refused?.type === 'SameAlready') return 'again';
    if (refused !== null) return no(refused.type === 'DeskOnly' ? problems.twoClusters : problemText(refused, r));
    await clusters.recount([into, from]);
    kick();
    return { said: joined(clusterName(await clusters.view(into))), undo: false, ok: true };
  }

  async function unlink(asked: Asked, record: CaseRecord, r: Reading): Promise<Compared> {
    const { cluster } = record.state;
    const handled = await order(asked, record, { type: 'UnlinkCase', data: {} });
    if (handled.type === 'rejected') return no(rejectionText(handled.rejection, r));
    // A cluster of one is none: whoever is left alone in it is what they were before, too.
    const last = cluster === undefined ? null : await lastOf(cluster);
    if (last !== null && cluster !== undefined) await release(asked, last, cluster);
    kick();
    return { said: r.words.learning.unlinked, undo: false, ok: true };
  }

  /** Should somebody link another with it in that moment, the two stay together. */
  async function release(asked: Asked, last: CaseRecord, cluster: ClusterId): Promise<void> {
    const handled = await order(asked, last, { type: 'UnlinkCase', data: {} });
    const [newcomer] = (await living(cluster)).cases;
    if (handled.type === 'rejected' || newcomer === undefined) return;
    await order(asked, handled.record, { type: 'LinkCase', data: { cluster, other: newcomer.id } }, 2);
  }

  /** What turned out to be nobody's voice keeps nobody company. */
  async function living(cluster: ClusterId): Promise<Page> {
    const { cases, total } = await clusters.cases(cluster, few);
    return { cases: cases.filter(({ state }) => isLinkable(state)), total };
  }

  async function lastOf(cluster: ClusterId): Promise<CaseRecord | null> {
    if ((await clusters.rootOf(cluster)) !== cluster) return null;
    const { cases, total } = await living(cluster);
    const [last, ...others] = cases;
    const isLast = total <= few && last !== undefined && others.length === 0;
    return isLast && !(await standsAlone(last)) ? last : null;
  }

  /** A change is proposed for it alone: it was a cluster before anything was linked with it. */
  async function standsAlone({ id }: CaseRecord): Promise<boolean> {
    const links = (await store.history(id)).flatMap(({ event }) => (event.type === 'CaseLinked' ? [event.data] : []));
    return links.at(-1)?.other === id;
  }

  async function deny(asked: Asked, record: CaseRecord, other: CaseId, r: Reading): Promise<Compared> {
    if ((await store.load(other)) === null) return no(r.words.learning.problems.noOther);
    const handled = await order(asked, record, { type: 'DenyLikeness', data: { other } });
    if (handled.type === 'rejected') return no(rejectionText(handled.rejection, r));
    return { said: r.words.learning.denied(caseNumber(other)), undo: false, ok: true };
  }

  async function part(asked: Asked, record: CaseRecord, r: Reading): Promise<string> {
    const own = record.state.cluster;
    if (own === undefined) return r.words.learning.noneYet;
    const before = (await clusters.view(own)).record.state.joined;
    const refused = await change(own, asked, ({ state }) =>
      partCluster(state, asked.known.person, asked.interaction.at),
    );
    if (refused !== null) return problemText(refused, r);
    await clusters.recount([own, ...(before === null ? [] : [before])]);
    kick();
    return r.words.learning.parted;
  }

  /** Null: done. Who was slower than another looks again. */
  async function change(
    id: ClusterId,
    asked: Asked,
    decide: (record: ClusterRecord) => ClusterDecision,
  ): Promise<ClusterRejection | null> {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const { record } = await clusters.view(id);
      const decided = decide(record);
      if (!decided.ok) return (await clusters.acted(id, asked.interaction.id)) ? null : decided.error;
      const after = decided.value.reduce((c, event: ClusterEvent) => evolveCluster(c, event), record.state);
      const done = await clusters.commit({
        id,
        expectedVersion: record.version,
        causationId: asked.interaction.id,
        events: decided.value,
        after,
      });
      if (done) return null;
    }
    throw new Error(`cluster ${id} lost its races`);
  }

  const order = (
    asked: Asked,
    record: CaseRecord,
    intent: Pick<CaseCommand, 'type' | 'data'>,
    turn = 1,
  ): Promise<Handled> =>
    handle({
      caseId: record.id,
      command: {
        ...intent,
        meta: {
          actor: { type: 'person', person: asked.known.person },
          at: asked.interaction.at,
          causationId: causationOf(asked, record.id, turn),
        },
      } as CaseCommand,
      original: null,
      seen: record,
    });

  return { rootOf, link, unlink, deny, part, change };
}

const no = (said: string): Compared => ({ said, undo: false, ok: false });
/** Two cases of one press: each its own cause, the same however often the press arrives; a further try is another. */
const causationOf = ({ interaction }: Asked, id: CaseId, turn: number): CausationId =>
  causationId(`${interaction.id}#${id}${turn === 1 ? '' : `#${turn}`}`);

export function problemText(rejection: ClusterRejection, r: Reading): string {
  const { problems } = r.words.learning;
  switch (rejection.type) {
    case 'DeskOnly':
      return problems.deskOnly;
    case 'NeedsText':
      return problems.needsText;
    case 'NoDepartment':
      return problems.noDepartment;
    case 'SameAlready':
      return problems.sameAlready;
    default:
      return unreachable(rejection);
  }
}
