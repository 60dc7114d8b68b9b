import type { CaseId } from '../domain/ids.ts';
import { type Month, spanOf } from '../domain/month.ts';
import type { BulletinNotice } from '../domain/notices.ts';
import type { Card } from '../ports/card.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { ChangeStore } from '../ports/change-store.ts';
import type { Delivery } from '../ports/chat-gateway.ts';
import type { Claim } from '../ports/outbox.ts';
import type { Surges } from '../ports/surges.ts';
import { changedCard } from '../render/changed-card.ts';
import type { Reading } from '../render/reading.ts';
import { surgeCard } from '../render/surge-card.ts';
import { type DrawChangeDeps, problemOf } from './draw-change-notice.ts';
import { readingOfPerson } from './reading-for.ts';

export type DrawBulletinDeps = DrawChangeDeps & {
  readonly changes: Pick<ChangeStore, 'happenedBetween'>;
  readonly store: Pick<CaseStore, 'load'>;
  readonly surges: Pick<Surges, 'waiting'>;
};

/** A bulletin, drawn as it leaves. Null: there is nothing to tell. */
export async function drawBulletin(
  deps: DrawBulletinDeps,
  { outboxId, addressed: { place, person } }: Claim,
  { bulletin }: BulletinNotice,
): Promise<Delivery | null> {
  const { playbook } = deps;
  const r =
    person === null
      ? deps.readingFor(playbook.kudos.locale, playbook.zone, null)
      : await readingOfPerson(deps, person, null);
  const card =
    bulletin.about === 'changed' ? await changed(deps, bulletin.month, r) : await surge(deps, bulletin.head, r);
  return card === null ? null : { outboxId, place, replaces: null, thread: null, card };
}

async function surge({ store, surges }: DrawBulletinDeps, head: CaseId, r: Reading): Promise<Card | null> {
  const [record, waiting] = await Promise.all([store.load(head), surges.waiting(head)]);
  return record === null || waiting === 0 ? null : surgeCard(record, waiting, r);
}

async function changed(deps: DrawBulletinDeps, month: Month, r: Reading): Promise<Card | null> {
  const { changes, playbook } = deps;
  const { from, to } = spanOf(month, playbook.zone);
  const [deployed, proven] = await Promise.all([
    changes.happenedBetween('ChangeDeployed', from, to),
    changes.happenedBetween('EffectVerified', from, to),
  ]);
  const effective = proven.filter(({ state }) => state.status === 'effective');
  const others = deployed.filter(({ id }) => effective.every((record) => record.id !== id));
  const all = await Promise.all(
    [...effective, ...others].map(async (record) => ({ record, problem: await problemOf(deps, record) })),
  );
  return all.length === 0 ? null : changedCard(month, all, r);
}
