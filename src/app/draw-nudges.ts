import { type Instant, instant } from '../domain/instant.ts';
import type { NudgesNotice, SentNudge } from '../domain/notices.ts';
import { recipientOf } from '../domain/sla/duty.ts';
import { leavesAt } from '../domain/sla/nudge-plan.ts';
import { isStillOwed } from '../domain/sla/still-owed.ts';
import type { Clock } from '../ports/ambient.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { Delivery } from '../ports/chat-gateway.ts';
import type { Claim } from '../ports/outbox.ts';
import type { ChangeNudgeItem } from '../render/change-reminders.ts';
import { type NudgeItem, nudgesCard } from '../render/nudge-card.ts';
import { type DrawChangeDeps, problemOf } from './draw-change-notice.ts';
import { readingOfPerson } from './reading-for.ts';

type DrawDeps = DrawChangeDeps & {
  readonly store: Pick<CaseStore, 'load'>;
  readonly now: Clock;
};

/** `restUntil`: not now, its reader is at rest; a platform that was away until the evening makes it no evening's message. */
export type DrawnNudges = { readonly delivery: Delivery; readonly restUntil: Instant | null };

/** Reminders on their way out, drawn from their cases as they are now; null where everything has been done meanwhile. */
export async function drawNudges(
  deps: DrawDeps,
  claim: Claim,
  { audience, nudges }: NudgesNotice,
): Promise<DrawnNudges | null> {
  const { playbook } = deps;
  const { person } = audience;
  const items = (await Promise.all(nudges.map((nudge) => itemOf(deps, nudge)))).flat();
  const [first] = items;
  if (first === undefined) return null;
  const now = deps.now();
  const recipient = recipientOf(person, playbook);
  const earliest = instant(Math.min(...items.map(({ nudge }) => leavesAt(nudge, now, recipient, playbook.sla))));
  const reading = await readingOfPerson(deps, person, 'record' in first ? first.record.state.taxonomy : null);
  const delivery = {
    outboxId: claim.outboxId,
    place: claim.addressed.place,
    replaces: null,
    thread: null,
    card: nudgesCard(items, person, reading),
  };
  return { delivery, restUntil: earliest > now ? earliest : null };
}

/** What a reminder is about, as it is now; empty where it has been done meanwhile. */
async function itemOf(deps: DrawDeps, nudge: SentNudge): Promise<readonly (NudgeItem | ChangeNudgeItem)[]> {
  if (nudge.change === undefined) {
    const record = await deps.store.load(nudge.caseId);
    return record !== null && isStillOwed(nudge, record.state) ? [{ nudge, record }] : [];
  }
  const change = await deps.changes.load(nudge.change);
  if (change === null || !isStillOwed(nudge, change.state)) return [];
  return [{ nudge, change, problem: await problemOf(deps, change) }];
}
