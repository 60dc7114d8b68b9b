import { describe, expect, it } from 'vitest';
import { drainOutbox } from '../../src/app/drain-outbox.ts';
import { readingForWith } from '../../src/app/reading-for.ts';
import type { CaseRecord } from '../../src/domain/case/case.ts';
import { caseId } from '../../src/domain/ids.ts';
import { type Duration, instant } from '../../src/domain/instant.ts';
import type { Result } from '../../src/domain/result.ts';
import type { Delivery, DeliveryFailure, MessageRef } from '../../src/ports/chat-gateway.ts';
import type { Claim } from '../../src/ports/outbox.ts';
import { aRoutedCase } from '../support/a-case.ts';
import { aPlaybook, logistics } from '../support/a-playbook.ts';

const ref: MessageRef = { platform: 'slack', tenant: 'T1', conversation: 'CLOGISTICS', message: '1.1' };
const place = { platform: 'slack', tenant: 'T1', kind: 'channel', id: 'CLOGISTICS' } as const;
const claim: Claim = {
  outboxId: '7',
  lease: 'lease',
  leaseMs: 30_000,
  caseId: caseId(1),
  addressed: { place, person: null, notice: { type: 'card', audience: { to: 'department', department: logistics } } },
  attempt: 1,
  firstTriedAt: null,
  card: null,
};
const second: Claim = { ...claim, attempt: 2, firstTriedAt: instant(5) };
const silence = { info: () => {}, warn: () => {}, error: () => {} };

async function drain(
  owed: Claim,
  answers: {
    deliver?: Result<MessageRef, DeliveryFailure>;
    find?: Result<MessageRef | null, DeliveryFailure>;
    sleepMs?: number;
  },
) {
  const done: unknown[] = [];
  const sent: Delivery[] = [];
  let monotonic = 0;
  const record: CaseRecord = { id: caseId(1), version: 2, state: aRoutedCase() };
  const settled = await drainOutbox({
    outbox: {
      claim: async () => [owed],
      delivered: async (_claim, to) => void done.push({ delivered: to }),
      retry: async (_claim, wait, _error, forgetCard) =>
        void done.push({ retry: wait, forgetCard: forgetCard ?? false }),
      dead: async (_claim, error) => void done.push({ dead: error }),
      deadLetters: async () => [],
      revive: async () => false,
      depth: async () => ({ pending: 0, dead: 0, oldestPending: null }),
    },
    store: {
      load: async () => {
        monotonic += answers.sleepMs ?? 0;
        return record;
      },
      commit: async () => {
        throw new Error('delivering never commits');
      },
      history: async () => [],
      actedOn: async () => null,
      original: async () => null,
    },
    directory: {
      resolve: async () => {
        throw new Error('nobody acts here');
      },
      known: async () => null,
      placesOf: async () => [],
      withRole: () => [],
      speak: async () => {},
      heard: async () => {},
    },
    playbook: aPlaybook,
    gateway: () => ({
      platform: 'slack',
      tenant: 'T1',
      deliver: async (delivery) => {
        sent.push(delivery);
        return answers.deliver ?? { ok: true, value: ref };
      },
      find: async () => answers.find ?? { ok: true, value: null },
      profile: async () => null,
    }),
    readingFor: readingForWith(
      aPlaybook,
      () => null,
      () => instant(1_700_000_000_000),
    ),
    monotonic: () => monotonic,
    chance: () => 0,
    log: silence,
  });
  return { done, sent, settled };
}

const refuses = (error: DeliveryFailure) => ({ deliver: { ok: false, error } as const });

describe('delivering what is owed', () => {
  it('posts a card once and remembers where it stands', async () => {
    const { done, sent } = await drain(claim, {});
    expect(done).toEqual([{ delivered: ref }]);
    expect(sent[0]?.replaces).toBeNull();
    expect(sent[0]?.card.fallback).toContain('VOC-0001');
  });

  it('updates the card that is already there instead of posting another', async () => {
    const { sent } = await drain({ ...claim, card: ref }, {});
    expect(sent[0]?.replaces).toEqual(ref);
  });

  it('looks for a message whose answer was lost, and does not post it again', async () => {
    const { done, sent } = await drain(second, { find: { ok: true, value: ref } });
    expect(sent).toEqual([]);
    expect(done).toEqual([{ delivered: ref }]);
  });

  it('posts on a second try when the platform never took the first', async () => {
    const { sent } = await drain(second, {});
    expect(sent).toHaveLength(1);
  });

  it('does not post while it cannot find out whether it had posted', async () => {
    const { sent, done } = await drain(second, {
      find: { ok: false, error: { type: 'retry-later', afterMs: 900, reason: 'busy' } },
    });
    expect(sent).toEqual([]);
    expect(done).toEqual([{ retry: 900, forgetCard: false }]);
  });

  it('waits exactly as long as the platform asks', async () => {
    const { done } = await drain(claim, refuses({ type: 'retry-later', afterMs: 2_000, reason: 'ratelimited' }));
    expect(done).toEqual([{ retry: 2_000, forgetCard: false }]);
  });

  it('backs off longer with each try where the platform says nothing', async () => {
    const waits: number[] = [];
    for (const attempt of [1, 2, 3, 11]) {
      const { done } = await drain({ ...claim, attempt }, refuses({ type: 'unknown', reason: 'reset' }));
      waits.push((done[0] as { retry: Duration }).retry);
    }
    expect(waits).toEqual([250, 500, 1_000, 150_000]);
  });

  it('gives up after twelve tries and leaves the letter to an operator', async () => {
    const { done } = await drain({ ...claim, attempt: 12 }, refuses({ type: 'unknown', reason: 'reset' }));
    expect(done).toEqual([{ dead: 'reset' }]);
  });

  it('never gives up on what the platform only asks to bring later', async () => {
    const { done } = await drain(
      { ...claim, attempt: 40 },
      refuses({ type: 'retry-later', afterMs: 1_000, reason: 'ratelimited' }),
    );
    expect(done).toEqual([{ retry: 1_000, forgetCard: false }]);
  });

  it('posts a card anew when somebody deleted it', async () => {
    const { done } = await drain(
      { ...claim, card: ref },
      refuses({ type: 'gone', what: 'message', reason: 'message_not_found' }),
    );
    expect(done).toEqual([{ retry: 0, forgetCard: true }]);
  });

  it.each([
    { type: 'gone', what: 'conversation', reason: 'channel_not_found' },
    { type: 'forbidden', reason: 'not_in_channel' },
    { type: 'invalid', reason: 'invalid_blocks' },
  ] as const)('leaves $type ($reason) to an operator and lets the lane go on', async (failure) => {
    const { done } = await drain(claim, refuses(failure));
    expect(done).toEqual([{ dead: failure.reason }]);
  });

  it('does not send after sleeping past its lease: another process may have', async () => {
    const { done, sent } = await drain(claim, { sleepMs: 40_000 });
    expect(sent).toEqual([]);
    expect(done).toEqual([]);
  });
});
