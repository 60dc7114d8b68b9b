import type { CaseRecord } from '../domain/case/case.ts';
import { type Duration, minutes } from '../domain/instant.ts';
import { departmentOf, type Playbook } from '../domain/playbook.ts';
import type { Result } from '../domain/result.ts';
import { unreachable } from '../domain/result.ts';
import type { Log } from '../ports/ambient.ts';
import type { Card } from '../ports/card.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { ChatGateway, Delivery, DeliveryFailure, MessageRef, Place } from '../ports/chat-gateway.ts';
import type { Directory } from '../ports/directory.ts';
import type { Claim, Outbox } from '../ports/outbox.ts';
import { caseCard } from '../render/case-card.ts';
import { storyCard, wordCard } from '../render/notice-card.ts';
import type { ReadingFor } from './reading-for.ts';

export type DrainDeps = {
  readonly outbox: Outbox;
  readonly store: CaseStore;
  readonly directory: Directory;
  readonly playbook: Playbook;
  readonly gateway: (place: Place) => ChatGateway | null;
  readonly readingFor: ReadingFor;
  /** Monotonic milliseconds: a process that slept past its lease must not send. */
  readonly monotonic: () => number;
  /** 0 ≤ x < 1, spreads retries. */
  readonly chance: () => number;
  readonly log: Log;
};

/** After this many tries an operator is better than another try. */
const maxAttempts = 12;
/** A send may take this long; the lease must still stand when it comes back. */
const sendMs = 12_000;
const batch = 32;

/**
 * Delivers what is owed: claim lanes, render from the case as it is now, send, mark. Returns how many it settled.
 * Any number of processes may run it; a lane is in one hand at a time.
 */
export async function drainOutbox(deps: DrainDeps): Promise<number> {
  const claimedAt = deps.monotonic();
  const claims = await deps.outbox.claim(batch);
  await Promise.all(claims.map((claim) => settle(deps, claim, claimedAt)));
  return claims.length;
}

async function settle(deps: DrainDeps, claim: Claim, claimedAt: number): Promise<void> {
  const { outbox, log } = deps;
  const gateway = deps.gateway(claim.addressed.place);
  if (gateway === null) return outbox.dead(claim, 'no such workspace is connected');
  const record = await deps.store.load(claim.caseId);
  if (record === null) return outbox.dead(claim, 'the case is gone');
  const delivery = await draw(deps, claim, record);
  if (deps.monotonic() - claimedAt > claim.leaseMs - sendMs) return;
  const sent = await send(gateway, delivery, claim);
  if (sent.ok) return outbox.delivered(claim, sent.value);
  const failure = sent.error;
  log.warn('a message was not taken', { outboxId: claim.outboxId, attempt: claim.attempt, ...failure });
  return afterFailure(deps, claim, failure);
}

/** A first try posts. A later one first looks whether the platform took an earlier one whose answer was lost. */
async function send(
  gateway: ChatGateway,
  delivery: Delivery,
  claim: Claim,
): Promise<Result<MessageRef, DeliveryFailure>> {
  if (claim.firstTriedAt !== null && delivery.replaces === null) {
    const found = await gateway.find(delivery, claim.firstTriedAt);
    if (!found.ok) return found;
    if (found.value !== null) return { ok: true, value: found.value };
  }
  return gateway.deliver(delivery);
}

function afterFailure(deps: DrainDeps, claim: Claim, failure: DeliveryFailure): Promise<void> {
  const { outbox } = deps;
  switch (failure.type) {
    case 'retry-later':
    case 'unknown': {
      const asked = failure.type === 'retry-later' ? failure.afterMs : null;
      // Told when to come back, we come back, however often: a crowded or distant platform is no fault of the message.
      if (asked === null && claim.attempt >= maxAttempts) return outbox.dead(claim, failure.reason);
      return outbox.retry(claim, (asked ?? backOff(claim.attempt, deps.chance())) as Duration, failure.reason);
    }
    case 'gone':
      return failure.what === 'message' && claim.card !== null
        ? outbox.retry(claim, 0 as Duration, failure.reason, true)
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

/** 0.5 s, 1 s, 2 s … at most five minutes, spread over half to all of it. */
function backOff(attempt: number, chance: number): number {
  return Math.min(minutes(5), 500 * 2 ** (attempt - 1)) * (0.5 + chance / 2);
}

async function draw(deps: DrainDeps, claim: Claim, record: CaseRecord): Promise<Delivery> {
  const { place, notice, person } = claim.addressed;
  const base = { outboxId: claim.outboxId, place, replaces: null, thread: null };
  switch (notice.type) {
    case 'card':
      return { ...base, card: caseCard(record, notice.audience, channelReading()), replaces: claim.card };
    case 'story':
      return { ...base, card: storyCard(notice.event, record, channelReading()), thread: claim.card };
    case 'word':
      return { ...base, card: await word() };
    default:
      return unreachable(notice);
  }

  function channelReading() {
    const audience = notice.audience;
    const locale =
      audience.to === 'department'
        ? (departmentOf(deps.playbook, audience.department)?.locale ?? deps.playbook.locale)
        : deps.playbook.desk.locale;
    return deps.readingFor(locale, deps.playbook.zone, record.state.taxonomy);
  }

  async function word(): Promise<Card> {
    if (notice.type !== 'word' || person === null) throw new Error('a private word without a person');
    const known = await deps.directory.known(person);
    const locale = known?.locale ?? deps.playbook.locale;
    const reading = deps.readingFor(locale, known?.zone ?? deps.playbook.zone, record.state.taxonomy);
    return wordCard(notice.event, record, person, reading);
  }
}
