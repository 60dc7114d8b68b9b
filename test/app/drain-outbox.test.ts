import { describe, expect, it } from 'vitest';
import { beginDeliveries, type DrainDeps } from '../../src/app/drain-outbox.ts';
import { readingForWith } from '../../src/app/reading-for.ts';
import type { CaseRecord } from '../../src/domain/case/case.ts';
import { caseId, personId } from '../../src/domain/ids.ts';
import { type Duration, instant } from '../../src/domain/instant.ts';
import type { Result } from '../../src/domain/result.ts';
import type { Delivery, DeliveryFailure, MessageRef } from '../../src/ports/chat-gateway.ts';
import type { Claim } from '../../src/ports/outbox.ts';
import { aRoutedCase } from '../support/a-case.ts';
import { aPlaybook, logistics } from '../support/a-playbook.ts';
import { filed } from '../support/case-events.ts';
import { memoryReflections } from '../support/memory-reflections.ts';
import { noChanges } from '../support/no-changes.ts';
import { quietLog } from '../support/quiet-log.ts';

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
  note: null,
};
const second: Claim = { ...claim, attempt: 2, firstTriedAt: instant(5) };

async function drain(
  owed: Claim,
  answers: {
    deliver?: Result<MessageRef, DeliveryFailure>;
    find?: Result<MessageRef | null, DeliveryFailure>;
    sleepMs?: number;
    lookMs?: number;
    loading?: () => Error;
    marking?: () => Error;
    more?: readonly Claim[];
  },
) {
  const done: unknown[] = [];
  const sent: Delivery[] = [];
  let monotonic = 0;
  const record: CaseRecord = { id: caseId(1), version: 2, state: aRoutedCase() };
  const log = quietLog();
  const deps: DrainDeps = {
    reflections: memoryReflections(),
    aroundOf: async () => ({ cluster: null }),
    ...noChanges,
    outbox: {
      claim: async () => [owed, ...(answers.more ?? [])],
      delivered: async (_claim, to) => {
        if (answers.marking) throw answers.marking();
        done.push({ delivered: to });
      },
      retry: async (_claim, wait, _error, how) => void done.push({ retry: wait, ...how }),
      putBack: async (_claim, until) => void done.push({ putBack: until }),
      dead: async (_claim, error) => void done.push({ dead: error }),
      deadLetters: async () => [],
      revive: async () => false,
      depth: async () => ({ pending: 0, dead: 0, oldestPending: null }),
    },
    store: {
      history: async () => [],
      load: async (id) => {
        monotonic += answers.sleepMs ?? 0;
        if (id === record.id && answers.loading) throw answers.loading();
        return record;
      },
    },
    directory: { known: async () => null },
    playbook: aPlaybook,
    now: () => instant(0),
    gateway: () => ({
      platform: 'slack',
      tenant: 'T1',
      deliver: async (delivery) => {
        sent.push(delivery);
        return answers.deliver ?? { ok: true, value: ref };
      },
      find: async () => {
        monotonic += answers.lookMs ?? 0;
        return answers.find ?? { ok: true, value: null };
      },
      profile: async () => null,
    }),
    readingFor: readingForWith(
      aPlaybook,
      () => null,
      () => instant(1_700_000_000_000),
    ),
    monotonic: () => monotonic,
    chance: () => 0,
    log,
  };
  await Promise.all(await beginDeliveries(deps, 32));
  return { done, sent, log };
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
    expect(done).toEqual([{ retry: 900, asked: true }]);
  });

  it('waits exactly as long as the platform asks', async () => {
    const { done } = await drain(claim, refuses({ type: 'retry-later', afterMs: 2_000, reason: 'ratelimited' }));
    expect(done).toEqual([{ retry: 2_000, asked: true }]);
  });

  it('backs off longer with each try where the platform says nothing', async () => {
    const waits: number[] = [];
    for (const attempt of [1, 2, 3, 11]) {
      const { done } = await drain({ ...claim, attempt }, refuses({ type: 'unknown', reason: 'reset' }));
      waits.push((done[0] as { retry: Duration }).retry);
    }
    expect(waits).toEqual([250, 500, 1_000, 150_000]);
  });

  it('gives a broken platform above an hour, then leaves the letter to an operator', async () => {
    const waits: number[] = [];
    for (let attempt = 1; ; attempt += 1) {
      const { done } = await drain({ ...claim, attempt }, refuses({ type: 'unknown', reason: 'reset' }));
      const [outcome] = done as readonly ({ retry: number } | { dead: string })[];
      if (outcome === undefined || 'dead' in outcome) {
        expect(outcome).toEqual({ dead: 'reset' });
        break;
      }
      waits.push(outcome.retry);
    }
    // Here every wait is the shortest that chance allows: half of what it may be.
    const longest = 2 * waits.reduce((sum, wait) => sum + wait, 0);
    expect(longest).toBeGreaterThan(60 * 60_000);
    expect(longest).toBeLessThan(3 * 60 * 60_000);
  });

  it('lets a post that was not answered in time take effect before it looks for it', async () => {
    const { done } = await drain(claim, refuses({ type: 'unknown', reason: 'TimeoutError', settlesInMs: 15_000 }));
    expect(done).toEqual([{ retry: 15_000 }]);
  });

  it('never gives up on what the platform only asks to bring later', async () => {
    const { done } = await drain(
      { ...claim, attempt: 40 },
      refuses({ type: 'retry-later', afterMs: 1_000, reason: 'ratelimited' }),
    );
    expect(done).toEqual([{ retry: 1_000, asked: true }]);
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

  it('does not post when looking for an earlier post took so long that the lease may end', async () => {
    const { done, sent } = await drain(second, { lookMs: 20_000 });
    expect(sent).toEqual([]);
    expect(done).toEqual([]);
  });
});

describe('when we break ourselves', () => {
  const broken: Claim = {
    ...claim,
    // A private word to nobody: what can only be our own fault.
    addressed: {
      ...claim.addressed,
      notice: { type: 'word', audience: { to: 'person', person: personId('hana') }, event: filed() },
    },
  };

  it('a message that breaks us is tried again, and in the end is an operator’s', async () => {
    expect((await drain(broken, {})).done).toEqual([{ retry: 250 }]);
    const { done, log } = await drain({ ...broken, attempt: 8 }, {});
    expect(done).toEqual([{ dead: 'our own fault: Error' }]);
    expect(log.lines).toContainEqual({ level: 'error', what: 'a message broke us' });
  });

  it('the others go out all the same', async () => {
    const { done } = await drain(broken, { more: [{ ...claim, outboxId: '8' }] });
    expect(done).toEqual(expect.arrayContaining([{ retry: 250 }, { delivered: ref }]));
  });

  it('a database that is away is not held against the message: its lane is free again when the lease ends', async () => {
    const away = () => Object.assign(new Error('gone'), { code: 'DATABASE_UNREACHABLE' });
    expect((await drain({ ...claim, attempt: 40 }, { loading: away })).done).toEqual([]);
    const { done, sent, log } = await drain(claim, { marking: away });
    expect({ done, sent: sent.length }).toEqual({ done: [], sent: 1 });
    expect(log.lines).toEqual([{ level: 'error', what: 'delivering broke; it is tried again' }]);
  });
});
