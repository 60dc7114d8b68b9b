import type { ChangeRecord } from '../domain/change/change.ts';
import type { ChangeNotice, Deliverable } from '../domain/notices.ts';
import { departmentOf, type Playbook } from '../domain/playbook.ts';
import { unreachable } from '../domain/result.ts';
import type { ChangeStore } from '../ports/change-store.ts';
import type { Delivery } from '../ports/chat-gateway.ts';
import type { Clusters, ClusterView } from '../ports/clusters.ts';
import type { Directory } from '../ports/directory.ts';
import type { Claim } from '../ports/outbox.ts';
import { changeCard, changeStoryCard } from '../render/change-cards.ts';
import { changeWordCard } from '../render/change-word.ts';
import type { Told } from '../render/lessons.ts';
import { type ReadingFor, readingOfPerson } from './reading-for.ts';

export type DrawChangeDeps = {
  readonly changes: Pick<ChangeStore, 'load'>;
  readonly clusters: Pick<Clusters, 'rootOf' | 'view'>;
  readonly directory: Pick<Directory, 'known'>;
  readonly playbook: Playbook;
  readonly readingFor: ReadingFor;
};

export const isOfChange = (notice: Deliverable): notice is ChangeNotice =>
  notice.type === 'change-card' || notice.type === 'change-story' || notice.type === 'change-word';

/** The problem that a change is about, as counted last. */
export const problemOf = async (
  { clusters }: Pick<DrawChangeDeps, 'clusters'>,
  { state }: ChangeRecord,
): Promise<ClusterView> => clusters.view(await clusters.rootOf(state.cluster));

/** Changes beside the problems they are about. */
export const toldOf = (
  deps: Pick<DrawChangeDeps, 'clusters'>,
  records: readonly ChangeRecord[],
): Promise<readonly Told[]> =>
  Promise.all(records.map(async (record) => ({ record, problem: await problemOf(deps, record) })));

/** What an event of a process change owes, drawn as it leaves. Null: there is no such change. */
export async function drawChangeNotice(
  deps: DrawChangeDeps,
  claim: Claim,
  notice: ChangeNotice,
): Promise<Delivery | null> {
  const { place, person } = claim.addressed;
  const record = await deps.changes.load(notice.said.change);
  if (record === null) return null;
  const problem = await problemOf(deps, record);
  const base = { outboxId: claim.outboxId, place, replaces: null, thread: null };
  switch (notice.type) {
    case 'change-card':
      return { ...base, card: changeCard(record, problem, inChannel()), replaces: claim.note };
    case 'change-story': {
      const { event } = notice;
      return { ...base, card: changeStoryCard(event, record, problem, inChannel()), thread: claim.note };
    }
    case 'change-word': {
      if (person === null) throw new Error('a private word without a person');
      const r = await readingOfPerson(deps, person, null);
      return { ...base, card: changeWordCard(notice.event, record, problem, person, r) };
    }
    default:
      return unreachable(notice);
  }

  function inChannel() {
    const code = notice.audience.to === 'department' ? departmentOf(deps.playbook, notice.audience.department) : null;
    return deps.readingFor(code?.locale ?? deps.playbook.locale, deps.playbook.zone, null);
  }
}
