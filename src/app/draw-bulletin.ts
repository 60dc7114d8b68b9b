import { spanOf } from '../domain/month.ts';
import type { BulletinNotice } from '../domain/notices.ts';
import type { ChangeStore } from '../ports/change-store.ts';
import type { Delivery } from '../ports/chat-gateway.ts';
import type { Claim } from '../ports/outbox.ts';
import { changedCard } from '../render/changed-card.ts';
import { type DrawChangeDeps, problemOf } from './draw-change-notice.ts';

export type DrawBulletinDeps = DrawChangeDeps & { readonly changes: Pick<ChangeStore, 'happenedBetween'> };

/** A bulletin, drawn as it leaves. Null: there is nothing to tell. */
export async function drawBulletin(
  deps: DrawBulletinDeps,
  claim: Claim,
  { bulletin: { month } }: BulletinNotice,
): Promise<Delivery | null> {
  const { changes, playbook } = deps;
  const { from, to } = spanOf(month, playbook.zone);
  const [deployed, proven] = await Promise.all([
    changes.happenedBetween('ChangeDeployed', from, to),
    changes.happenedBetween('EffectVerified', from, to),
  ]);
  const effective = proven.filter(({ state }) => state.status === 'effective');
  const others = deployed.filter(({ id }) => effective.every((record) => record.id !== id));
  const changed = await Promise.all(
    [...effective, ...others].map(async (record) => ({ record, problem: await problemOf(deps, record) })),
  );
  if (changed.length === 0) return null;
  const r = deps.readingFor(playbook.kudos.locale, playbook.zone, null);
  const { outboxId, addressed } = claim;
  return { outboxId, place: addressed.place, replaces: null, thread: null, card: changedCard(month, changed, r) };
}
