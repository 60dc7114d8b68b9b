import type { Fix } from '../src/domain/case/case.ts';
import { timesGiven } from '../src/domain/case/remedies.ts';
import type { Remedy } from '../src/domain/case/remedy.ts';
import { type Cluster, unnamed } from '../src/domain/cluster/cluster.ts';
import { caseId, changeId, clusterId, customerKey, departmentCode, personId } from '../src/domain/ids.ts';
import { instant } from '../src/domain/instant.ts';
import type { Tier } from '../src/domain/intake/severity.ts';
import type { VoiceKind } from '../src/domain/intake/voice.ts';
import type { ClusterFigures, GaugeLevel } from '../src/domain/learning/gauge.ts';
import type { Place } from '../src/ports/chat-gateway.ts';
import type { ClusterChange, Clusters, CountedMember } from '../src/ports/clusters.ts';
import {
  commitClusterStatement,
  membersStatement,
  oweCardsStatement,
  staleStatement,
  treeOf,
  warnedStatement,
} from './cluster-statements.ts';
import type { Database } from './database.ts';
import { violates } from './faults.ts';
import { laneGap } from './lane.ts';
import { intArray, json } from './literals.ts';
import { owedRow } from './owed-row.ts';
import { type PageRow, pageOf } from './queries/page.ts';

type ViewRow = {
  readonly version: number | null;
  readonly state: Cluster | null;
  readonly figures: ClusterFigures | null;
  readonly said: string | null;
};

type MemberRow = {
  readonly id: number;
  readonly customer: string | null;
  readonly kind: VoiceKind;
  readonly tier: Tier | null;
  readonly near_miss: boolean;
  readonly at: number;
  readonly open: boolean;
  readonly weighed: GaugeLevel | null;
  readonly signals: readonly string[];
  readonly change: string | null;
  readonly cluster: number;
  readonly department: string | null;
  readonly filer: string;
  readonly remedies: readonly Remedy[] | null;
  readonly compensation: Fix['compensation'];
};

/** Clusters in the database. Which case belongs where stands in `cases`, written with the case's own commit. */
export function clusters(db: Database, options: { readonly gapMs?: (place: Place) => number } = {}): Clusters {
  const gapMs = options.gapMs ?? laneGap;

  async function commit({ id, expectedVersion, causationId, events, after }: ClusterChange): Promise<boolean> {
    const rows = events.map(({ type, at, by, data }, i) => ({
      version: expectedVersion + i + 1,
      type,
      at,
      by_id: by?.id ?? null,
      by_name: by?.name ?? null,
      data,
    }));
    try {
      const parent = after.joined === null ? null : String(after.joined);
      const version = expectedVersion + events.length;
      const done = await db.query(commitClusterStatement, [
        String(id),
        version,
        parent,
        json(after),
        expectedVersion,
        causationId,
        json(rows),
      ]);
      return done.length > 0;
    } catch (error) {
      if (violates(error, 'cluster_events_causation') || violates(error, 'cluster_events_pk')) return false;
      throw error;
    }
  }

  return {
    commit,
    rootOf: async (id) => {
      const [row] = await db.query<{ id: number }>(
        // What it joined is older, and may never have been founded: the root is the lowest number on the way up.
        `with recursive up as (
           select $1::bigint as id
           union all
           select c.parent_id from clusters c join up on c.id = up.id where c.parent_id is not null
         ) select min(id)::bigint as id from up`,
        [id],
      );
      return row === undefined ? id : clusterId(row.id);
    },
    view: async (root) => {
      const [row] = await db.query<ViewRow>(
        `select k.version, k.state, k.figures, c.state -> 'voice' ->> 'experience' as said
           from (select $1::bigint as id) one
           left join clusters k on k.id = one.id left join cases c on c.id = one.id`,
        [root],
      );
      const record = { id: root, version: row?.version ?? 0, state: row?.state ?? unnamed };
      return { record, figures: row?.figures ?? null, firstSaid: row?.said ?? '' };
    },
    cases: async (root, limit) =>
      pageOf(
        await db.query<PageRow>(
          `${treeOf} select c.id, c.version, c.state, count(*) over () as total
             from cases c where c.cluster_id in (select id from tree) order by c.filed_at desc, c.id desc limit $2::int`,
          [root, limit],
        ),
      ),
    members: async (root) =>
      (await db.query<MemberRow>(membersStatement, [root])).map(
        ({
          id,
          customer,
          near_miss,
          at,
          change,
          cluster,
          department,
          filer,
          remedies,
          compensation,
          ...row
        }): CountedMember => ({
          ...row,
          id: caseId(id),
          customer: customer === null ? null : customerKey(customer),
          nearMiss: near_miss,
          at: instant(at),
          change: change === null || change === 'none' ? change : changeId(Number(change)),
          cluster: clusterId(cluster),
          department: department === null ? null : departmentCode(department),
          filer: personId(filer),
          given: timesGiven(remedies, compensation),
        }),
      ),
    stale: async (limit) => {
      const rows = await db.query<{ id: number; marks: number; corrected: boolean }>(staleStatement, [limit]);
      return rows.map(({ id, ...row }) => ({ ...row, id: clusterId(id) }));
    },
    counted: async ({ id, marks }, rest) => {
      await db.query(
        `with gone as (delete from stale_clusters where cluster_id = $1::bigint and marks = $2::bigint returning 1)
         update stale_clusters set rests_until = now() + $3::float8 * interval '1 ms'
          where cluster_id = $1::bigint and marks <> $2::bigint and not exists (select 1 from gone)`,
        [id, marks, rest],
      );
    },
    recount: async (ids) => {
      await db.query(
        `insert into stale_clusters (cluster_id, corrected) select unnest($1::text::bigint[]), true
         on conflict (cluster_id) do update set marks = stale_clusters.marks + 1, corrected = true, rests_until = '-infinity'`,
        [intArray(ids)],
      );
    },
    warned: async (from, to) =>
      (await db.query<{ clusters: readonly number[]; at: number }>(warnedStatement, [from, to])).map(
        ({ clusters, at }) => ({ clusters: clusters.map(clusterId), at: instant(at) }),
      ),
    acted: async (id, causation) =>
      (
        await db.query(
          'select 1 from cluster_events where cluster_id = $1::bigint and causation_id = $2::text limit 1',
          [id, causation],
        )
      ).length > 0,
    keepFigures: async (root, figures, at) => {
      await db.query(
        `insert into clusters (id, state, figures, counted_at) values ($1::bigint, $4::text::jsonb, $2::text::jsonb, to_timestamp($3::float8 / 1000))
         on conflict (id) do update set figures = excluded.figures, counted_at = excluded.counted_at`,
        [root, json(figures), at, json(unnamed)],
      );
    },
    dayPassed: async () =>
      (
        await db.query(
          `insert into stale_clusters (cluster_id)
           select id from clusters where (figures ->> 'cases')::int > 0 and parent_id is null
           on conflict (cluster_id) do update set marks = stale_clusters.marks + 1 returning cluster_id`,
        )
      ).length,
    oweCards: async (owed) => {
      const rows = owed.flatMap(({ record, messages }) =>
        messages.map((message) => ({ case_id: record.id, version: record.version, ...owedRow(message, gapMs) })),
      );
      if (rows.length > 0) await db.query(oweCardsStatement, [json(rows.map((row, ordinal) => ({ ordinal, ...row })))]);
    },
  };
}
