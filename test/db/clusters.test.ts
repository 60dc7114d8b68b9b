import { beforeAll, describe, expect, it } from 'vitest';
import { caseStore } from '../../db/case-store.ts';
import { warnedStatement } from '../../db/cluster-statements.ts';
import { clusters as openClusters } from '../../db/clusters.ts';
import type { Database } from '../../db/database.ts';
import type { FiledCase } from '../../src/domain/case/case.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import { type ClusterEvent, unnamed } from '../../src/domain/cluster/cluster.ts';
import { evolveCluster } from '../../src/domain/cluster/evolve-cluster.ts';
import { type CaseId, type ClusterId, caseId, causationId, clusterId, customerKey } from '../../src/domain/ids.ts';
import { type Duration, instant } from '../../src/domain/instant.ts';
import { refOf } from '../../src/domain/people.ts';
import type { Clusters } from '../../src/ports/clusters.ts';
import { filing, moving } from '../support/a-change.ts';
import { people } from '../support/a-playbook.ts';
import * as say from '../support/case-events.ts';
import { eachDatabase } from '../support/databases.ts';

const at = instant(Date.UTC(2026, 10, 23, 1));
const aram = refOf(people.aram);
const soon = 0 as Duration;

eachDatabase((_, open) => {
  let db: Database;
  let all: Clusters;

  beforeAll(async () => {
    db = await open();
    all = openClusters(db);
  });

  async function linkedCase(into: ClusterId | null, customer: string): Promise<{ id: CaseId; state: FiledCase }> {
    const store = caseStore(db);
    const change = filing({ events: [say.filed({ customer: customerKey(customer) })] });
    const done = await store.commit(change);
    if (!done.ok) throw new Error('not filed');
    const { caseId: id, version } = done.value;
    const cluster = into ?? clusterId(id);
    const link: CaseEvent = { type: 'CaseLinked', at, by: aram, data: { cluster, other: id } };
    const moved = moving(id, { version, state: change.after }, [link], {
      clusters: [{ id: cluster, corrected: false }],
    });
    await store.commit(moved);
    return { id, state: moved.after };
  }

  it('a case says where it belongs, and the cluster knows its cases without being founded', async () => {
    const first = await linkedCase(null, 'a');
    const cluster = clusterId(first.id);
    const second = await linkedCase(cluster, 'b');
    expect(await all.rootOf(cluster)).toBe(cluster);
    expect((await all.cases(cluster, 10)).cases.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
    const members = await all.members(cluster);
    expect(members.map(({ customer, open, kind }) => ({ customer, open, kind }))).toEqual([
      { customer: 'a', open: true, kind: 'complaint' },
      { customer: 'b', open: true, kind: 'complaint' },
    ]);
    expect(await all.view(cluster)).toMatchObject({ record: { version: 0, state: unnamed }, figures: null });
  });

  it('however many cases change, a cluster is counted once; what changes meanwhile is counted again', async () => {
    await db.query('delete from stale_clusters');
    const first = await linkedCase(null, 'c');
    const cluster = clusterId(first.id);
    await linkedCase(cluster, 'd');
    await linkedCase(cluster, 'e');
    const [stale, ...others] = await all.stale(10);
    expect(others).toEqual([]);
    expect(stale).toMatchObject({ id: cluster, marks: 3, corrected: false });
    expect(await all.stale(10)).toEqual([]);
    await linkedCase(cluster, 'f');
    if (stale === undefined) throw new Error('nothing is stale');
    await all.counted(stale, soon);
    const [again] = await all.stale(10);
    expect(again).toMatchObject({ id: cluster, marks: 4 });
    if (again !== undefined) await all.counted(again, soon);
    expect(await all.stale(10)).toEqual([]);
  });

  it('the younger joins the older, and both count together until they part', async () => {
    const [one, two] = [await linkedCase(null, 'g'), await linkedCase(null, 'h')];
    const [older, younger] = [clusterId(one.id), clusterId(two.id)];
    const joined = { type: 'ClusterJoined', at, by: aram, data: { into: older } } as const;
    const change = (id: ClusterId, version: number, event: typeof joined, cause: string) => ({
      id,
      expectedVersion: version,
      causationId: causationId(cause),
      events: [event],
      after: evolveCluster(unnamed, event),
    });
    expect(await all.commit(change(younger, 0, joined, 'join-1'))).toBe(true);
    expect(await all.rootOf(younger)).toBe(older);
    expect((await all.cases(older, 10)).total).toBe(2);
    expect(await all.commit(change(younger, 1, joined, 'join-1'))).toBe(false);
    expect(await all.acted(younger, causationId('join-1'))).toBe(true);
    expect(await all.commit(change(younger, 0, joined, 'join-2'))).toBe(false);
    const wrongWay = { ...joined, data: { into: younger } };
    await expect(all.commit(change(older, 0, wrongWay, 'join-3'))).rejects.toThrow();
  });

  describe('what reached 주의', () => {
    const minute = 60_000;
    const reached = async (id: ClusterId, when: number, ...more: readonly ClusterEvent[]) => {
      const data = { level: 'watch', customers: 3, percent: 10 } as const;
      const events: readonly ClusterEvent[] = [{ type: 'LevelReached', at: instant(when), by: null, data }, ...more];
      const after = events.reduce(evolveCluster, unnamed);
      await all.commit({ id, expectedVersion: 0, causationId: causationId(`warn-${id}`), events, after });
    };
    const joins = (into: ClusterId): ClusterEvent => ({ type: 'ClusterJoined', at, by: aram, data: { into } });
    const from = instant(Date.UTC(2031, 0, 1));
    const to = instant(from + 60 * minute);
    const warned = (start = from, end = to) => all.warned(start, end);

    it('is found from a moment on and before another, in each of them once', async () => {
      const ids = [9_001, 9_002, 9_003].map(clusterId);
      const [first, second, third] = ids as [ClusterId, ClusterId, ClusterId];
      await reached(first, from);
      await reached(second, to - 1);
      await reached(third, to);
      expect(await warned()).toEqual([
        { clusters: [first], at: from },
        { clusters: [second], at: to - 1 },
      ]);
      expect(await warned(to, instant(to + minute))).toEqual([{ clusters: [third], at: to }]);
    });

    it('counts once where several clusters became one, from the first of them on, also into one nobody has counted', async () => {
      const next = instant(to + 60 * minute);
      const end = instant(next + 60 * minute);
      const [older, younger, youngest] = [9_010, 9_011, 9_012].map(clusterId) as [ClusterId, ClusterId, ClusterId];
      await reached(younger, next + minute, joins(older));
      await reached(youngest, next + 2 * minute, joins(younger));
      expect(await warned(next, end)).toEqual([{ clusters: [older, younger, youngest], at: next + minute }]);
      expect(await warned(instant(next + 2 * minute), end)).toEqual([]);
    });

    it('that a link taken back takes with it is not found', async () => {
      const start = instant(to + 600 * minute);
      const left: ClusterEvent = {
        type: 'LevelLeft',
        at: instant(start + minute),
        by: null,
        data: { level: null, corrected: true },
      };
      await reached(clusterId(9_020), start, left);
      expect(await warned(start, instant(start + minute))).toEqual([]);
    });

    it('is looked up over an index, however many clusters there are', async () => {
      await db.query(
        `insert into clusters (id, state)
         select 100000 + n, jsonb_build_object('reached', jsonb_build_object('watch', n)) from generate_series(1, 50000) n`,
      );
      await db.query('analyze clusters');
      const plan = JSON.stringify(await db.query(`explain ${warnedStatement}`, [from, to]));
      expect(plan).toContain('clusters_warned');
      expect(plan).not.toContain('Seq Scan on clusters');
      await db.query('delete from clusters where id > 100000');
    });
  });

  it('S1-13 a member says how often something was given in its case, also by a fix from before there were remedies', async () => {
    const store = caseStore(db);
    const compensation = { amount: 7_000, basis: say.masked('약관') };
    const work = [say.routedTo(), say.acknowledged(), say.started()];
    const cluster = clusterId(900_001);
    const link: CaseEvent = { type: 'CaseLinked', at, by: aram, data: { cluster, other: caseId(1) } };
    for (const events of [
      [say.granted(), say.granted(people.duri, { number: 2 }), say.remedyWithdrawn()],
      [say.remedyAsked()],
      [say.fixed(people.hana, { compensation })],
      [say.fixed()],
    ]) {
      await store.commit(filing({ events: [say.filed(), ...work, ...events, link] }));
    }
    expect((await all.members(cluster)).map(({ given }) => given)).toEqual([1, 0, 1, 0]);
  });

  it('a case counts from when the customer went through it, where that is known', async () => {
    const cluster = clusterId(900_002);
    const link: CaseEvent = { type: 'CaseLinked', at, by: aram, data: { cluster, other: caseId(1) } };
    const experiencedAt = instant(at - 5 * 24 * 3_600_000);
    const store = caseStore(db);
    await store.commit(filing({ events: [say.filed({ voice: { experiencedAt } }), link] }));
    await store.commit(filing({ events: [say.filed(), link] }));
    expect((await all.members(cluster)).map((member) => member.at)).toEqual([experiencedAt, say.filedAt]);
  });

  it('its log is never rewritten', async () => {
    await expect(db.query('update cluster_events set type = type')).rejects.toThrow(/append-only/);
    await expect(db.query('truncate cluster_events')).rejects.toThrow(/append-only/);
  });
});
