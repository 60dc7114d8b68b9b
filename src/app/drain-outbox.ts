import type { CaseRecord } from '../domain/case/case.ts';
import { type Duration, type Instant, minutes } from '../domain/instant.ts';
import type { Deliverable, NudgesNotice } from '../domain/notices.ts';
import type { Playbook } from '../domain/playbook.ts';
import type { Result } from '../domain/result.ts';
import { unreachable } from '../domain/result.ts';
import type { Clock, Log } from '../ports/ambient.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { ChatGateway, Delivery, DeliveryFailure, MessageRef, Place } from '../ports/chat-gateway.ts';
import type { Directory } from '../ports/directory.ts';
import type { Claim, Outbox } from '../ports/outbox.ts';
import type { Reflections } from '../ports/reflections.ts';
import type { Around } from '../render/case-card.ts';
import { type DrawBulletinDeps, drawBulletin } from './draw-bulletin.ts';
import { drawChangeNotice, isOfChange } from './draw-change-notice.ts';
import { drawNotice } from './draw-notice.ts';
import { drawNudges } from './draw-nudges.ts';
import { faultKind, faultOf } from './faults.ts';
import type { ReadingFor } from './reading-for.ts';

type Sender = Pick<ChatGateway, 'deliver' | 'find'>;

export type DrainDeps = DrawBulletinDeps & {
  readonly outbox: Outbox;
  readonly store: Pick<CaseStore, 'load' | 'history'>;
  readonly aroundOf: (record: CaseRecord) => Promise<Around>;
  readonly directory: Pick<Directory, 'known'>;
  readonly playbook: Playbook;
  readonly reflections: Pick<Reflections, 'onCard'>;
  readonly gateway: (place: Place) => Sender | null;
  readonly readingFor: ReadingFor;
  /** The people's clock: says who is at work. */
  readonly now: Clock;
  /** Monotonic milliseconds: a process that slept past its lease must not send. */
  readonly monotonic: () => number;
  /** 0 ≤ x < 1, spreads retries. */
  readonly chance: () => number;
  readonly log: Log;
};

/**
 * After this many tries an operator is better than another try. A platform that is broken gets above an hour; what breaks
 * ourselves is no better the tenth time, and holds up its lane meanwhile.
 */
const most = { platformBroke: 24, weBroke: 8 };
/** A post may take this long (three calls of seven seconds); the lease must still stand when its answer comes. */
const sendMs = 22_000;

/**
 * Begins to deliver what is owed: claims at most `limit` lanes, then for each renders the case as it is now, sends, marks.
 * A promise resolves when its message has been dealt with, and never rejects. Any number of processes may run this; a
 * lane is in one hand at a time.
 * @throws what the outbox throws when it cannot be asked.
 */
export async function beginDeliveries(deps: DrainDeps, limit: number): Promise<readonly Promise<void>[]> {
  const claimedAt = deps.monotonic();
  const claims = await deps.outbox.claim(limit);
  return claims.map((claim) =>
    settle(deps, claim, () => deps.monotonic() - claimedAt <= claim.leaseMs - sendMs).catch((fault: unknown) => {
      // Nothing could be marked. The lease will end, and the next claim looks whether the message went out.
      deps.log.error('delivering broke; it is tried again', { outboxId: claim.outboxId, ...faultOf(fault) });
    }),
  );
}

async function settle(deps: DrainDeps, claim: Claim, mayStillSend: () => boolean): Promise<void> {
  const { outbox, log } = deps;
  const gateway = deps.gateway(claim.addressed.place);
  if (gateway === null) return outbox.dead(claim, 'no such workspace is connected');
  const sent = await attempt(deps, claim, gateway, mayStillSend);
  if (sent === 'too late') return;
  if (sent === 'no case') return outbox.dead(claim, 'the case is gone');
  if (sent === 'nothing to say') return outbox.delivered(claim, null);
  if ('restUntil' in sent) return outbox.putBack(claim, sent.restUntil, deps.now());
  if ('broke' in sent) return tryAgain(deps, claim, most.weBroke, `our own fault: ${sent.broke}`);
  if (sent.ok) return outbox.delivered(claim, sent.value);
  const failure = sent.error;
  log.warn('a message was not taken', { outboxId: claim.outboxId, attempt: claim.attempt, ...failure });
  return afterFailure(deps, claim, failure);
}

type Sent = Result<MessageRef, DeliveryFailure>;

/**
 * A message that breaks us must not hold its lane for ever: it is tried again like one that the platform broke, and in
 * the end it is an operator's. What the database did is nobody's fault here.
 */
async function attempt(
  deps: DrainDeps,
  claim: Claim,
  gateway: Sender,
  mayStillSend: () => boolean,
): Promise<
  Sent | 'too late' | 'no case' | 'nothing to say' | { readonly restUntil: Instant } | { readonly broke: string }
> {
  try {
    const { notice } = claim.addressed;
    if (notice.type === 'nudges') {
      const drawn = await drawNudges(deps, claim, notice);
      if (drawn === null) return 'nothing to say';
      const { delivery, restUntil } = drawn;
      if (restUntil === null) return await send(gateway, delivery, claim, mayStillSend);
      return (await sentBefore(gateway, delivery, claim)) ?? { restUntil };
    }
    const drawn = await draw(deps, claim, notice);
    return typeof drawn === 'string' ? drawn : await send(gateway, drawn, claim, mayStillSend);
  } catch (fault) {
    if (faultKind(fault) === 'database') throw fault;
    const what = faultOf(fault);
    deps.log.error('a message broke us', { outboxId: claim.outboxId, attempt: claim.attempt, ...what });
    return { broke: String(what['code'] ?? what['fault']) };
  }
}

/** What is owed as it reads now, whatever it is about. */
async function draw(
  deps: DrainDeps,
  claim: Claim,
  notice: Exclude<Deliverable, NudgesNotice>,
): Promise<Delivery | 'no case' | 'nothing to say'> {
  if (isOfChange(notice)) return (await drawChangeNotice(deps, claim, notice)) ?? 'nothing to say';
  if (notice.type === 'bulletin') return (await drawBulletin(deps, claim, notice)) ?? 'nothing to say';
  const record = claim.caseId === null ? null : await deps.store.load(claim.caseId);
  if (record === null) return 'no case';
  return (await drawNotice(deps, claim, notice, record)) ?? 'nothing to say';
}

/**
 * A first try posts. A later one first looks whether the platform took an earlier one whose answer was lost. Looking takes
 * time: only who still holds the lane when it comes to posting may post.
 */
async function send(
  gateway: Sender,
  delivery: Delivery,
  claim: Claim,
  mayStillSend: () => boolean,
): Promise<Sent | 'too late'> {
  const before = await sentBefore(gateway, delivery, claim);
  return before ?? (mayStillSend() ? gateway.deliver(delivery) : 'too late');
}

/** What became of an earlier try; null: nothing, or there was none. */
async function sentBefore(gateway: Sender, delivery: Delivery, { firstTriedAt }: Claim): Promise<Sent | null> {
  if (firstTriedAt === null || delivery.replaces !== null) return null;
  const found = await gateway.find(delivery, firstTriedAt);
  if (!found.ok) return found;
  return found.value === null ? null : { ok: true, value: found.value };
}

function afterFailure(deps: DrainDeps, claim: Claim, failure: DeliveryFailure): Promise<void> {
  const { outbox } = deps;
  switch (failure.type) {
    case 'retry-later':
    case 'unknown': {
      const asked = failure.type === 'retry-later' ? failure.afterMs : null;
      const settles = failure.type === 'unknown' ? failure.settlesInMs : 0;
      if (asked === null) return tryAgain(deps, claim, most.platformBroke, failure.reason, settles);
      // Told when to come back, we come back, however often: a crowded or distant platform is no fault of the message.
      return outbox.retry(claim, asked as Duration, failure.reason, { asked: true });
    }
    case 'gone':
      // Whoever took our line away meant it.
      if (failure.what === 'message' && claim.addressed.notice.type === 'note' && claim.note !== null) {
        return outbox.delivered(claim, null);
      }
      return failure.what === 'message' && (claim.card ?? claim.note) !== null
        ? outbox.retry(claim, 0 as Duration, failure.reason, { forgetCard: true })
        : outbox.dead(claim, failure.reason);
    case 'forbidden':
    case 'invalid':
      deps.log.error('a message cannot be delivered; see the dead letters', {
        outboxId: claim.outboxId,
        ...failure,
      });
      return outbox.dead(claim, failure.reason);
    default:
      return unreachable(failure);
  }
}

/** `leastMs`: an answer that is only late must have had its time before we look whether there is one. */
function tryAgain(deps: DrainDeps, claim: Claim, atMost: number, reason: string, leastMs = 0): Promise<void> {
  if (claim.attempt >= atMost) return deps.outbox.dead(claim, reason);
  const wait = Math.max(leastMs, backOff(claim.attempt, deps.chance()));
  return deps.outbox.retry(claim, wait as Duration, reason);
}

/** 0.5 s, 1 s, 2 s … at most five minutes, spread over half to all of it. */
function backOff(attempt: number, chance: number): number {
  return Math.min(minutes(5), 500 * 2 ** (attempt - 1)) * (0.5 + chance / 2);
}
