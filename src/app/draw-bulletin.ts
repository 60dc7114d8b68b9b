import type { CaseId } from '../domain/ids.ts';
import { type Month, spanOf } from '../domain/month.ts';
import type { BulletinNotice } from '../domain/notices.ts';
import { departmentOf } from '../domain/playbook.ts';
import { calendarHolding } from '../domain/sla/clock-times.ts';
import type { Card } from '../ports/card.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { ChangeStore } from '../ports/change-store.ts';
import type { Delivery } from '../ports/chat-gateway.ts';
import type { Claim } from '../ports/outbox.ts';
import type { Surges } from '../ports/surges.ts';
import { changedCard } from '../render/changed-card.ts';
import type { Reading } from '../render/reading.ts';
import { surgeCard } from '../render/surge-card.ts';
import type { DrawDigest } from './digests/draw-digest.ts';
import { type DrawChangeDeps, toldOf } from './draw-change-notice.ts';
import { readingOfPerson } from './reading-for.ts';

export type DrawBulletinDeps = DrawChangeDeps & {
  readonly changes: Pick<ChangeStore, 'happenedBetween'>;
  readonly store: Pick<CaseStore, 'load'>;
  readonly surges: Pick<Surges, 'waiting'>;
  readonly drawDigest: DrawDigest;
};

/** A bulletin, drawn as it leaves. Null: there is nothing to tell. */
export async function drawBulletin(
  deps: DrawBulletinDeps,
  { outboxId, addressed: { place, person } }: Claim,
  { audience, bulletin }: BulletinNotice,
): Promise<Delivery | null> {
  const r = person === null ? inChannel(deps, audience) : await readingOfPerson(deps, person, null);
  const card = await drawn(deps, bulletin, r);
  return card === null ? null : { outboxId, place, replaces: null, thread: null, card };
}

function drawn(deps: DrawBulletinDeps, bulletin: BulletinNotice['bulletin'], r: Reading): Promise<Card | null> {
  switch (bulletin.about) {
    case 'changed':
      return changed(deps, bulletin.month, r);
    case 'surge':
      return surge(deps, bulletin.head, r);
    default:
      return deps.drawDigest(bulletin, r);
  }
}

/** Each channel in its own language, and a department's by its own clock. */
function inChannel({ playbook, readingFor }: DrawBulletinDeps, audience: BulletinNotice['audience']): Reading {
  if (audience.to === 'department') {
    const { department } = audience;
    const locale = departmentOf(playbook, department)?.locale ?? playbook.locale;
    return readingFor(locale, calendarHolding(department, playbook).zone, null);
  }
  const { locale } = audience.to === 'executives' ? playbook.digests : playbook.kudos;
  return readingFor(locale, playbook.zone, null);
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
  const all = await toldOf(deps, [...effective, ...others]);
  return all.length === 0 ? null : changedCard(month, all, r);
}
