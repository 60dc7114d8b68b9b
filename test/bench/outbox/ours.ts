import { caseStore } from '../../../db/case-store.ts';
import { changeStore } from '../../../db/change-store.ts';
import { clusters } from '../../../db/clusters.ts';
import { outbox as openOutbox } from '../../../db/outbox.ts';
import { postgresDatabase } from '../../../db/postgres.ts';
import { reflections } from '../../../db/reflections.ts';
import { beginDeliveries, type DrainDeps } from '../../../src/app/drain-outbox.ts';
import { readingForWith } from '../../../src/app/reading-for.ts';
import type { CaseChange } from '../../../src/ports/case-store.ts';
import type { ChatGateway, Delivery, MessageRef } from '../../../src/ports/chat-gateway.ts';
import type { Addressed, Outbox } from '../../../src/ports/outbox.ts';
import { quietLog } from '../../support/quiet-log.ts';
import { aCause, directoryOn, filings, now, playbook, workspace } from '../support/changes.ts';
import { migrated } from '../support/databases.ts';

/** As many channels, each with its own ordered lane, share the messages evenly. */
export const lanes = 200;
/** Connections of ours, and of what stands beside it. */
export const connections = 16;
/** What a claim takes at most, in `drain-outbox`. */
const batch = 32;

/** So many cases, each of which owes its card to one channel; nothing paces them. */
export async function owe(url: string, messages: number): Promise<void> {
  await migrated(url);
  const db = postgresDatabase(url);
  try {
    const store = caseStore(db, { gapMs: () => 0 });
    const voices = await filings(db);
    let next = 0;
    const file = async () => {
      while (next < messages) {
        const n = next++;
        const voice = voices[n % voices.length];
        if (voice !== undefined) await store.commit(owingOneCard(voice, `C${n % lanes}`));
      }
    };
    await Promise.all(Array.from({ length: 10 }, file));
  } finally {
    await db.close();
  }
}

/** As the product reads: today's words, and a clock. */
const readingFor = readingForWith(
  playbook,
  () => null,
  () => now,
);

function owingOneCard(change: CaseChange, channel: string): CaseChange {
  const card = change.messages.find(({ notice }) => notice.type === 'card');
  if (card === undefined) throw new Error('a filed case owes a card');
  const message: Addressed = { ...card, place: { ...card.place, id: channel } };
  return { ...change, causationId: aCause(), messages: [message] };
}

/** Messages a second, one by one, by the use case itself: claim, load the case, draw its card, hand it over, mark it. */
export async function drain(url: string, messages: number): Promise<number> {
  const db = postgresDatabase(url, { max: connections });
  const taken = { count: 0 };
  const deps: DrainDeps = {
    outbox: openOutbox(db),
    reflections: reflections(db),
    aroundOf: async () => ({ cluster: null }),
    surges: { waiting: async () => 0 },
    drawDigest: async () => null,
    changes: changeStore(db),
    clusters: clusters(db),
    store: caseStore(db),
    directory: directoryOn(db),
    playbook,
    gateway: () => instantGateway(taken),
    readingFor,
    now: () => now,
    monotonic: () => performance.now(),
    chance: Math.random,
    log: quietLog(),
  };
  try {
    await db.query('select 1');
    const start = performance.now();
    for (;;) {
      const begun = await beginDeliveries(deps, batch);
      if (begun.length === 0) return perSecond(start, taken.count, messages);
      await Promise.all(begun);
    }
  } finally {
    await db.close();
  }
}

/** The same without loading and drawing: the queue alone. */
export async function drainQueueAlone(url: string, messages: number): Promise<number> {
  const db = postgresDatabase(url, { max: connections });
  const outbox: Outbox = openOutbox(db);
  try {
    await db.query('select 1');
    const start = performance.now();
    let taken = 0;
    for (;;) {
      const claims = await outbox.claim(batch);
      if (claims.length === 0) return perSecond(start, taken, messages);
      await Promise.all(
        claims.map(async (claim) => {
          taken += 1;
          await outbox.delivered(claim, {
            ...workspace,
            conversation: claim.addressed.place.id,
            message: String(taken),
          });
        }),
      );
    }
  } finally {
    await db.close();
  }
}

function perSecond(start: number, taken: number, owed: number): number {
  const seconds = (performance.now() - start) / 1000;
  if (taken !== owed) throw new Error(`${taken} of ${owed} messages went out`);
  return taken / seconds;
}

/** A platform without a network: it takes everything at once. */
const instantGateway = (taken: { count: number }): ChatGateway => ({
  ...workspace,
  deliver: async ({ place }: Delivery) => {
    taken.count += 1;
    const ref: MessageRef = { ...workspace, conversation: place.id, message: `${taken.count}.000100` };
    return { ok: true, value: ref };
  },
  find: async () => ({ ok: true, value: null }),
  sendFile: async () => ({ ok: true, value: 'sent' }),
  profile: async () => null,
});
