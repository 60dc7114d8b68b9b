import { type Change, type ChangeRecord, isOver } from '../domain/change/change.ts';
import type { Instant } from '../domain/instant.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { CountedMember } from '../ports/clusters.ts';
import type { HandleCommand } from './handle-command.ts';
import { orderByItself } from './order-by-itself.ts';

export type LinkChangesDeps = { readonly store: Pick<CaseStore, 'load'>; readonly handle: HandleCommand };

/** When the change was proposed, or declined with its reason; null: only asked for. */
const answeredAt = ({ proposal, refusal }: Change): Instant | null => refusal?.at ?? proposal?.at ?? null;

/**
 * Each open case of a problem stands behind the change for it, so that it may end; of several, one that is under way, else
 * the newest. Where problems were parted again, the case lets go of what was the other one's.
 */
export async function linkChanges(
  deps: LinkChangesDeps,
  /** Newest first. */
  known: readonly ChangeRecord[],
  members: readonly CountedMember[],
  at: Instant,
): Promise<void> {
  const open = members.filter((member) => member.open);
  for (const { id, change } of open) {
    const isStrange = change !== null && change !== 'none' && known.every((record) => record.id !== change);
    if (isStrange)
      await orderByItself(deps, { caseId: id, at, cause: 'UnlinkChange' }, { type: 'UnlinkChange', data: {} });
  }
  const answering = known.filter(({ state }) => answeredAt(state) !== null);
  const best = answering.find(({ state }) => !isOver(state)) ?? answering[0];
  const since = best === undefined ? null : answeredAt(best.state);
  if (best === undefined || since === null) return;
  const cameBack = new Set(best.state.relapses.flatMap(({ cases }) => cases));
  for (const { id } of open.filter(({ change }) => change === null)) {
    const data = { change: best.id, answeredAt: since, cameBack: cameBack.has(id) };
    await orderByItself(deps, { caseId: id, at, cause: 'LinkChange' }, { type: 'LinkChange', data });
  }
}
