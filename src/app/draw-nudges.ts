import { type Instant, instant } from '../domain/instant.ts';
import type { NudgesNotice } from '../domain/notices.ts';
import type { Playbook } from '../domain/playbook.ts';
import { recipientOf } from '../domain/sla/duty.ts';
import { leavesAt } from '../domain/sla/nudge-plan.ts';
import { isStillOwed } from '../domain/sla/still-owed.ts';
import type { Clock } from '../ports/ambient.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { Delivery } from '../ports/chat-gateway.ts';
import type { Directory } from '../ports/directory.ts';
import type { Claim } from '../ports/outbox.ts';
import { nudgesCard } from '../render/nudge-card.ts';
import type { ReadingFor } from './reading-for.ts';

type DrawDeps = {
  readonly store: Pick<CaseStore, 'load'>;
  readonly directory: Pick<Directory, 'known'>;
  readonly playbook: Playbook;
  readonly readingFor: ReadingFor;
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
  const found = await Promise.all(
    nudges.map(async (nudge) => ({ nudge, record: await deps.store.load(nudge.caseId) })),
  );
  const items = found.flatMap(({ nudge, record }) =>
    record !== null && isStillOwed(nudge, record.state) ? [{ nudge, record }] : [],
  );
  const [first] = items;
  if (first === undefined) return null;
  const now = deps.now();
  const recipient = recipientOf(person, playbook);
  const earliest = instant(Math.min(...items.map(({ nudge }) => leavesAt(nudge, now, recipient, playbook.sla))));
  const known = await deps.directory.known(person);
  const reading = deps.readingFor(
    known?.locale ?? playbook.locale,
    known?.zone ?? playbook.zone,
    first.record.state.taxonomy,
  );
  const delivery = {
    outboxId: claim.outboxId,
    place: claim.addressed.place,
    replaces: null,
    thread: null,
    card: nudgesCard(items, person, reading),
  };
  return { delivery, restUntil: earliest > now ? earliest : null };
}
