import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { DrainDeps } from '../../src/app/drain-outbox.ts';
import { drainer } from '../../src/app/drainer.ts';
import { readingForWith } from '../../src/app/reading-for.ts';
import { caseId } from '../../src/domain/ids.ts';
import { instant } from '../../src/domain/instant.ts';
import type { MessageRef } from '../../src/ports/chat-gateway.ts';
import type { Claim } from '../../src/ports/outbox.ts';
import { aRoutedCase } from '../support/a-case.ts';
import { aPlaybook, logistics } from '../support/a-playbook.ts';
import { memoryReflections } from '../support/memory-reflections.ts';
import { noChanges } from '../support/no-changes.ts';
import { quietLog } from '../support/quiet-log.ts';

const claimOn = (channel: string, n: number): Claim => ({
  outboxId: String(n),
  lease: 'lease',
  leaseMs: 30_000,
  caseId: caseId(1),
  addressed: {
    place: { platform: 'slack', tenant: 'T1', kind: 'channel', id: channel },
    person: null,
    notice: { type: 'card', audience: { to: 'department', department: logistics } },
  },
  attempt: 1,
  firstTriedAt: null,
  card: null,
  note: null,
});

/** Lanes with so many messages each; a channel in `slow` answers only when `answer` is called. */
function office(owed: Readonly<Record<string, number>>, slow: readonly string[] = []) {
  const left = new Map(Object.entries(owed));
  const held = new Set<string>();
  const waiting: (() => void)[] = [];
  const seen = { delivered: [] as string[], claims: 0, most: 0 };
  const log = quietLog();
  let broken = false;
  let ids = 0;
  const unused = () => {
    throw new Error('not asked for here');
  };
  const deps: DrainDeps = {
    reflections: memoryReflections(),
    aroundOf: async () => ({ cluster: null }),
    ...noChanges,
    outbox: {
      claim: async (limit) => {
        seen.claims += 1;
        await turn();
        if (broken) throw Object.assign(new Error('away'), { code: 'DATABASE_UNREACHABLE' });
        const free = [...left].filter(([channel, n]) => n > 0 && !held.has(channel)).slice(0, limit);
        return free.map(([channel, n]) => {
          held.add(channel);
          left.set(channel, n - 1);
          seen.most = Math.max(seen.most, held.size);
          ids += 1;
          return claimOn(channel, ids);
        });
      },
      delivered: async ({ addressed }) => {
        await turn();
        held.delete(addressed.place.id);
        seen.delivered.push(addressed.place.id);
      },
      retry: unused,
      putBack: unused,
      dead: unused,
      deadLetters: unused,
      revive: unused,
      depth: unused,
    },
    store: { history: async () => [], load: async (id) => ({ id, version: 2, state: aRoutedCase() }) },
    directory: { known: unused },
    playbook: aPlaybook,
    now: () => instant(0),
    gateway: ({ id }) => ({
      platform: 'slack',
      tenant: 'T1',
      deliver: async () => {
        if (slow.includes(id)) await new Promise<void>((resolve) => waiting.push(resolve));
        const value: MessageRef = { platform: 'slack', tenant: 'T1', conversation: id, message: '1.1' };
        return { ok: true, value };
      },
      find: unused,
      profile: unused,
    }),
    readingFor: readingForWith(
      aPlaybook,
      () => null,
      () => instant(1_700_000_000_000),
    ),
    monotonic: () => 0,
    chance: () => 0,
    log,
  };
  return {
    ...drainer(deps),
    seen,
    log,
    answer: () => waiting.splice(0).forEach((go) => void go()),
    breaks: (is: boolean) => {
      broken = is;
    },
  };
}

const quiet = async (): Promise<void> => {
  for (let i = 0; i < 200; i += 1) await turn();
};
const nothingIn = (channels: number): Readonly<Record<string, number>> =>
  Object.fromEntries(Array.from({ length: channels }, (_, i) => [`C${i}`, 1]));

describe('delivering in the background', () => {
  it('goes on by itself until nothing is owed', async () => {
    const { kick, seen } = office({ A: 3, B: 2 });
    kick();
    await quiet();
    expect([...seen.delivered].sort()).toEqual(['A', 'A', 'A', 'B', 'B']);
  });

  it('a conversation that answers slowly holds up nobody but itself', async () => {
    const { kick, seen, answer } = office({ SLOW: 2, A: 5 }, ['SLOW']);
    kick();
    await quiet();
    expect(seen.delivered).toEqual(['A', 'A', 'A', 'A', 'A']);
    answer();
    await quiet();
    answer();
    await quiet();
    expect(seen.delivered.filter((channel) => channel === 'SLOW')).toHaveLength(2);
  });

  it('keeps no more than thirty-two messages under way, however many conversations wait', async () => {
    const channels = Object.keys(nothingIn(50));
    const { kick, seen, answer } = office(nothingIn(50), channels);
    kick();
    await quiet();
    expect(seen.most).toBe(32);
    answer();
    await quiet();
    answer();
    await quiet();
    expect(seen.delivered).toHaveLength(50);
    expect(seen.most).toBe(32);
  });

  it('a storm of kicks asks the outbox hardly more often than one', async () => {
    const { kick, seen } = office({});
    for (let i = 0; i < 1_000; i += 1) kick();
    await quiet();
    expect(seen.claims).toBeLessThanOrEqual(2);
  });

  it('outlives an outbox that cannot be asked', async () => {
    const { kick, seen, breaks, log } = office({ A: 1 });
    breaks(true);
    kick();
    await quiet();
    expect(log.lines.map(({ level }) => level)).toEqual(['error']);
    breaks(false);
    kick();
    await quiet();
    expect(seen.delivered).toEqual(['A']);
  });

  it('stops when what is under way has been marked, and takes nothing new', async () => {
    const { kick, seen, stop, answer } = office({ SLOW: 2 }, ['SLOW']);
    kick();
    await quiet();
    let stopped = false;
    const stopping = stop().then(() => {
      stopped = true;
    });
    await quiet();
    expect(stopped).toBe(false);
    answer();
    await stopping;
    kick();
    await quiet();
    expect(seen.delivered).toEqual(['SLOW']);
  });
});
