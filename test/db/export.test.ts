import { beforeAll, expect, it } from 'vitest';
import { caseStore } from '../../db/case-store.ts';
import { changeStore } from '../../db/change-store.ts';
import { clusters } from '../../db/clusters.ts';
import type { Database } from '../../db/database.ts';
import { exportReads } from '../../db/export.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import { type ClusterEvent, unnamed } from '../../src/domain/cluster/cluster.ts';
import { evolveCluster } from '../../src/domain/cluster/evolve-cluster.ts';
import { type CaseId, type ClusterId, causationId, changeId, clusterId } from '../../src/domain/ids.ts';
import { type Instant, minus, minutes } from '../../src/domain/instant.ts';
import { refOf } from '../../src/domain/people.ts';
import type { ExportReads } from '../../src/ports/export.ts';
import { aCause, filing } from '../support/a-change.ts';
import { logistics, people, quality } from '../support/a-playbook.ts';
import { changeEvents, changing } from '../support/a-process-change.ts';
import * as say from '../support/case-events.ts';
import { eachDatabase } from '../support/databases.ts';
import { countedAt, everything, exported } from '../support/exported.ts';

const aram = refOf(people.aram);
const soon = countedAt(say.later(600));
const aDay = minutes(24 * 60);

eachDatabase((_, open) => {
  let db: Database;
  let reads: ExportReads;
  const numbers: CaseId[] = [];

  async function file(events: readonly CaseEvent[]): Promise<CaseId> {
    const done = await caseStore(db).commit(filing({ events }));
    if (!done.ok) throw new Error('not filed');
    numbers.push(done.value.caseId);
    return done.value.caseId;
  }
  const linked = (cluster: ClusterId, other: CaseId): CaseEvent => ({
    type: 'CaseLinked',
    at: say.later(6),
    by: aram,
    data: { cluster, other },
  });
  const onDay = (before: number): readonly CaseEvent[] => {
    const at = minus(say.filedAt, (before * aDay) as typeof aDay) as Instant;
    return [{ ...say.filed(), at } as CaseEvent, { ...say.routedTo(), at } as CaseEvent];
  };
  const tell = async (id: ClusterId, version: number, ...events: readonly ClusterEvent[]) =>
    expect(
      await clusters(db).commit({
        id,
        expectedVersion: version,
        causationId: aCause(),
        events,
        after: events.reduce(evolveCluster, unnamed),
      }),
    ).toBe(true);

  beforeAll(async () => {
    db = await open();
    reads = exportReads(db);
    await file(say.toClosed);
    await file([...say.toRouted, say.refusedBy(), say.countersigned()]);
    await file([...say.toWorking, say.granted()]);
    await file(onDay(3));
    await file([say.filed(), say.routedTo(quality)]);
  });

  it('every case is one row, and every step, clock, refusal and remedy stands beside it', async () => {
    const { rows, cases } = await exported(reads, soon);
    expect(rows('cases.csv').map((row) => row['status'])).toEqual(['closed', 'refused', 'working', 'routed', 'routed']);
    expect(cases).toBe(5);
    const steps = rows('events.csv').filter((row) => row['case'] === rows('cases.csv')[0]?.['case']);
    expect(steps.map((row) => row['type'])).toEqual(say.toClosed.map(({ type }) => type));
    expect(new Set(rows('clocks.csv').map((row) => row['case'])).size).toBe(5);
    expect(rows('refusals.csv')).toMatchObject([{ state: 'countersigned' }]);
    expect(rows('remedies.csv')).toMatchObject([{ amount: '30000', state: 'given' }]);
  });

  it('what was filed on other days, or is with another department, is left at home', async () => {
    const from = minus(say.filedAt, aDay);
    const lately = await exported(reads, soon, { ...everything, from });
    const before = await exported(reads, soon, { ...everything, to: from });
    const ours = await exported(reads, soon, { ...everything, department: quality });
    expect([lately, before, ours].map(({ cases, rows }) => [cases, rows('cases.csv').length])).toEqual([
      [4, 4],
      [1, 1],
      [1, 1],
    ]);
    expect(new Set(ours.rows('events.csv').map((row) => row['case'])).size).toBe(1);
  });

  it('cases of problems that became one stand under the oldest of them', async () => {
    const first = await file([...say.toRouted]);
    const oldest = clusterId(first);
    const younger = await file([...say.toRouted, linked(oldest, first)]);
    const second = clusterId(younger);
    const third = await file([...say.toRouted, linked(second, younger)]);
    await tell(second, 0, {
      type: 'LevelReached',
      at: say.later(7),
      by: null,
      data: { level: 'watch', customers: 3, percent: 10 },
    });
    await tell(second, 1, { type: 'ClusterJoined', at: say.later(9), by: aram, data: { into: oldest } });
    const changes = changeStore(db);
    const id = changeId(await changes.nextId());
    await changes.commit(changing(id, null, changeEvents(['ChangeDemanded'], { cluster: second })));
    const { rows } = await exported(reads, soon);
    const of = (number: CaseId) =>
      rows('cases.csv').find((row) => Number(row['case']?.slice(4)) === number)?.['cluster'];
    expect(new Set([younger, third].map(of))).toEqual(new Set([`VOC-${String(first).padStart(4, '0')}`]));
    expect(rows('clusters.csv')).toMatchObject([
      { cluster: of(third), joined: `VOC-${String(younger).padStart(4, '0')}` },
    ]);
    expect(rows('changes.csv')).toMatchObject([{ cluster: of(third), status: 'demanded', department: 'logistics' }]);
    expect(rows('change-events.csv')).toMatchObject([{ type: 'ChangeDemanded' }]);
    const elsewhere = await exported(reads, soon, { ...everything, department: quality });
    expect([elsewhere.rows('clusters.csv'), elsewhere.rows('changes.csv')]).toEqual([[], []]);
    const here = await exported(reads, soon, { ...everything, department: logistics });
    expect([here.rows('clusters.csv').length, here.rows('changes.csv').length]).toEqual([1, 1]);
  });

  it('a case that moves on while it is read is told as it was when it was read', async () => {
    const id = await file(say.toAcknowledged);
    const behind: ExportReads = exportReads({
      query: async (text, parameters) => {
        const found = await db.query<never>(text, parameters);
        if (text.includes('walk')) {
          await db.query(
            `insert into case_events (case_id, version, causation_id, ordinal, type, at, by_id, by_name, data)
             values ($1::bigint, 4, $2::text, 0, 'CaseVoided', now(), null, null, '{"reason": "x"}') on conflict do nothing`,
            [id, causationId('meanwhile')],
          );
        }
        return found;
      },
    });
    const { rows } = await exported(behind, soon);
    const last = rows('events.csv').findLast((row) => Number(row['case']?.slice(4)) === id);
    expect(last).toMatchObject({ type: 'CaseAcknowledged', status: 'acknowledged' });
    const again = await exported(behind, soon);
    expect(again.rows('events.csv').some((row) => row['type'] === 'CaseVoided')).toBe(false);
  });

  it('a thousand more stand on several pages, each once, in the order of their numbers', async () => {
    const [model] = numbers;
    await db.query(
      `insert into cases (version, status, tier, department, owner_id, customer_owner_id, filer_id, filed_at, updated_at,
                          ended, accountable, awaits, dues, state)
       select version, status, tier, department, owner_id, customer_owner_id, filer_id, filed_at, updated_at,
              ended, accountable, awaits, dues, state
         from cases, generate_series(1, 1200) where id = $1::bigint`,
      [model ?? 0],
    );
    const { rows, cases } = await exported(reads, soon);
    const found = rows('cases.csv').map((row) => Number(row['case']?.slice(4)));
    expect(found.length).toBe(cases);
    expect(found.length).toBeGreaterThan(1200);
    expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
  });

  it('what is filed while it is written is not waited for', async () => {
    const slow: ExportReads = {
      ...reads,
      cases: async (...asked) => {
        const page = await reads.cases(...asked);
        await file(say.toRouted);
        return page;
      },
    };
    const before = (await exported(reads, soon)).cases;
    const { rows, cases } = await exported(slow, soon);
    expect([rows('cases.csv').length, cases]).toEqual([before, before]);
  });
});
