import { afterAll, beforeAll, expect, it } from 'vitest';
import { caseStore } from '../../db/case-store.ts';
import { openDatabase } from '../../db/connect.ts';
import type { Database } from '../../db/database.ts';
import { outbox } from '../../db/outbox.ts';
import type { CaseId } from '../../src/domain/ids.ts';
import { cardIn, channel, filing, moving, storyIn } from '../support/a-change.ts';
import { acknowledged, filed, started } from '../support/case-events.ts';
import { type Fresh, freshDatabase } from '../support/databases.ts';
import { quietLog } from '../support/quiet-log.ts';

// Only a real server has several sessions: what replicas do to each other shows here alone.
let fresh: Fresh;
let replicas: readonly Database[];
beforeAll(async () => {
  fresh = await freshDatabase('postgres');
  replicas = await Promise.all([1, 2, 3].map(() => openDatabase({ ...fresh, log: quietLog() })));
});
afterAll(async () => {
  for (const db of replicas) await db.close();
  await fresh.remove();
});
const replica = (n: number): Database => {
  const db = replicas[n % replicas.length];
  if (db === undefined) throw new Error('no replica');
  return db;
};
const file = async (messages = [cardIn(channel('C1'))]): Promise<CaseId> => {
  const made = await caseStore(replica(0)).commit(filing({ messages }));
  if (!made.ok) throw new Error('not filed');
  return made.value.caseId;
};

it('never give one message to two senders, and keep the order of every place', async () => {
  const places = Array.from({ length: 12 }, (_, i) => channel(`C-many-${i}`));
  const store = caseStore(replica(0), { gapMs: () => 0 });
  const stories = (place: (typeof places)[number]) => [1, 2, 3, 4].map(() => storyIn(place, filed()));
  await store.commit(filing({ messages: places.flatMap((place) => [cardIn(place), ...stories(place)]) }));
  const sent: { readonly place: string; readonly id: number }[] = [];
  const sender = async (db: Database): Promise<void> => {
    const box = outbox(db);
    for (let idle = 0; idle < 5; ) {
      const claims = await box.claim(3);
      idle = claims.length === 0 ? idle + 1 : 0;
      for (const claim of claims) {
        sent.push({ place: claim.addressed.place.id, id: Number(claim.outboxId) });
        const { platform, tenant, id } = claim.addressed.place;
        await box.delivered(claim, { platform, tenant, conversation: id, message: claim.outboxId });
      }
      if (claims.length === 0) await new Promise((done) => setTimeout(done, 10));
    }
  };
  await Promise.all([...replicas, ...replicas].map(sender));
  expect(sent).toHaveLength(60);
  expect(new Set(sent.map((message) => message.id)).size).toBe(60);
  for (const place of places) {
    const ids = sent.filter((message) => message.place === place.id).map((message) => message.id);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  }
});

it('lose no update: what was won, what was written and what is owed agree', async () => {
  const cases = await Promise.all(Array.from({ length: 6 }, () => file([])));
  let won = 0;
  const writer = async (n: number): Promise<void> => {
    const store = caseStore(replica(n));
    for (let turn = 0; turn < 10; turn += 1) {
      const id = cases[(n + turn) % cases.length];
      const before = id === undefined ? null : await store.load(id);
      if (before === null) throw new Error('a case vanished');
      const event = before.version % 2 === 0 ? acknowledged() : started();
      const moved = await store.commit(
        moving(before.id, before, [event], { messages: [storyIn(channel('C-race'), event)] }),
      );
      if (moved.ok) won += 1;
    }
  };
  await Promise.all(Array.from({ length: 16 }, (_, n) => writer(n)));
  const ids = cases.join(',');
  const [sum] = await replica(0).query<{ versions: number; events: number; owed: number; gaps: number }>(
    `select (select sum(version - 2) from cases where id in (${ids}))::int as versions,
            (select count(*) from case_events where case_id in (${ids}) and version > 2) as events,
            (select count(*) from outbox where case_id in (${ids})) as owed,
            (select count(*) from cases c where id in (${ids})
               and version <> (select count(*) from case_events e where e.case_id = c.id)) as gaps`,
  );
  expect(won).toBeGreaterThan(0);
  expect(sum).toEqual({ versions: won, events: won, owed: won, gaps: 0 });
});

it('act once on one causation, over sixteen writers', async () => {
  const change = filing();
  const all = await Promise.all(Array.from({ length: 16 }, (_, n) => caseStore(replica(n)).commit({ ...change })));
  const values = all.map((result) => (result.ok ? result.value : null));
  expect(values.filter((value) => value?.repeated === false)).toHaveLength(1);
  expect(new Set(values.map((value) => value?.caseId)).size).toBe(1);
});

it('do not draw a card while the commit that asks for it again is under way: late, never stale', async () => {
  const place = channel('C-stale');
  const id = await file([cardIn(place)]);
  const sender = outbox(replica(1));
  const claimHere = async () =>
    (await sender.claim(100)).filter((claim) => claim.addressed.place.id === place.id).length;
  await replica(0).transaction(async (tx) => {
    const store = caseStore({ ...replica(0), query: tx.query });
    const before = await store.load(id);
    if (before === null) throw new Error('not there');
    await store.commit(moving(id, before, [acknowledged()], { messages: [cardIn(place)] }));
    expect(await claimHere()).toBe(0);
  });
  expect(await claimHere()).toBe(1);
});

it('file into new places together without waiting for each other in a circle', async () => {
  const places = Array.from({ length: 10 }, (_, i) => channel(`C-new-${i}`));
  const all = await Promise.all(
    Array.from({ length: 12 }, (_, n) => {
      const order = n % 2 === 0 ? places : [...places].reverse();
      return caseStore(replica(n)).commit(filing({ messages: order.map(cardIn) }));
    }),
  );
  expect(all.every((result) => result.ok)).toBe(true);
  const [owed] = await replica(0).query(
    `select count(*) as n from outbox o join lanes l on l.key = o.lane where l.place_id like 'C-new-%'`,
  );
  expect(owed).toEqual({ n: 120 });
});
