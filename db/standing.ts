import { outcomes } from '../src/domain/case/request-verdict.ts';
import type { Cluster } from '../src/domain/cluster/cluster.ts';
import { clusterId, departmentCode } from '../src/domain/ids.ts';
import { instant } from '../src/domain/instant.ts';
import type { ClusterFigures } from '../src/domain/learning/gauge.ts';
import type { ClusterView } from '../src/ports/clusters.ts';
import type { Standing } from '../src/ports/figures.ts';
import { type ChangeRow, decodeChange } from './change-codec.ts';
import type { Queryable } from './database.ts';
import { textArray } from './literals.ts';
import { type PageRow, pageOf } from './queries/page.ts';

type ClusterRow = {
  readonly id: number;
  readonly version: number;
  readonly state: Cluster;
  readonly figures: ClusterFigures | null;
  readonly said: string | null;
  readonly total: number;
};

const viewOf = ({ id, version, state, figures, said }: ClusterRow): ClusterView => ({
  record: { id: clusterId(id), version, state },
  figures,
  firstSaid: said ?? '',
});

/** What is so now. Each by an index that holds nothing else (`cases_urgent`, `tallies_open`, `clusters_furthest` …). */
export function standing(db: Queryable): Standing {
  /** Cases in which somebody waits, longest first. */
  const waiting = async (what: 'deciding' | 'obstructed', limit: number) =>
    pageOf(
      await db.query<PageRow>(
        `with hit as materialized (select case_id, at from tallies where what = $1::text)
         select c.id, c.version, c.state, (select count(*)::int from hit) as total
           from (select case_id, min(at) as at from hit group by case_id) first join cases c on c.id = first.case_id
          order by first.at, c.id limit $2::int`,
        [what, limit],
      ),
    );
  const problems = async (most: string, limit: number) =>
    (
      await db.query<ClusterRow>(
        `select k.id, k.version, k.state, k.figures, c.state -> 'voice' ->> 'experience' as said, 0 as total
           from clusters k left join cases c on c.id = k.id
          where k.figures is not null and k.parent_id is null and ${most} > 0
          order by ${most} desc, k.id limit $1::int`,
        [limit],
      )
    ).map(viewOf);
  return {
    begunAt: async () => {
      const [row] = await db.query<{ at: number }>(
        'select extract(epoch from filed_at)::float8 * 1000 as at from cases order by id limit 1',
      );
      return row === undefined ? null : instant(row.at);
    },
    lateCritical: async (at) => {
      const rows = await db.query<{ department: string }>(
        `select distinct department from tallies
          where what in ('acknowledge', 'fix') and kept is null and tier = 'S1' and department is not null
            and at < to_timestamp($1::float8 / 1000)`,
        [at],
      );
      return rows.map(({ department }) => departmentCode(department));
    },
    critical: async (limit) =>
      pageOf(
        await db.query<PageRow>(
          `select id, version, state, count(*) over ()::int as total from cases
            where not ended and tier = 'S1' order by id limit $1::int`,
          [limit],
        ),
      ),
    overdue: async (tier, at) => {
      const [row] = await db.query<{ n: number }>(
        `select count(distinct case_id)::int as n from tallies
          where what in ('acknowledge', 'fix') and kept is null and tier = $1::text and at < to_timestamp($2::float8 / 1000)`,
        [tier, at],
      );
      return row?.n ?? 0;
    },
    deciding: (limit) => waiting('deciding', limit),
    directing: async (limit) => {
      const rows = await db.query<ChangeRow & { readonly total: number }>(
        `select id, version, state, count(*) over ()::int as total from changes
          where not over and state #>> '{direction,asked}' is not null and state #>> '{direction,answer,at}' is null
          order by (state #>> '{direction,asked}')::float8, id limit $1::int`,
        [limit],
      );
      return { changes: rows.map(decodeChange), total: rows[0]?.total ?? 0 };
    },
    obstructed: (limit) => waiting('obstructed', limit),
    renewalsAtRisk: async (from, to) => {
      const [row] = await db.query<{ n: number }>(
        `select count(distinct coalesce(customer_key, id::text))::int as n from cases
          where state -> 'voice' ->> 'renewal' is not null and state -> 'voice' ->> 'renewal' >= $1::text
            and state -> 'voice' ->> 'renewal' < $2::text and status not in ('void', 'merged', 'withdrawn')
            and (not ended or status = 'refused' or state -> 'verdict' ->> 'verdict' = 'notAccepted')`,
        [from, to],
      );
      return row?.n ?? 0;
    },
    furthest: (limit) => problems(`(k.figures -> 'gauge' ->> 'percent')::int`, limit),
    mostHeard: (limit) => problems(`(k.figures ->> 'customers')::int`, limit),
    paidAgain: async () => {
      const [row] = await db.query<{ n: number }>(
        `select count(*)::int as n from clusters where (figures ->> 'paidAgain')::boolean and parent_id is null`,
      );
      return row?.n ?? 0;
    },
    drifting: async (limit) => {
      const rows = await db.query<ClusterRow>(
        `select k.id, k.version, k.state, k.figures, c.state -> 'voice' ->> 'experience' as said,
                count(*) over ()::int as total
           from clusters k left join cases c on c.id = k.id
          where (k.figures ->> 'isDrifting')::boolean and k.parent_id is null order by k.id limit $1::int`,
        [limit],
      );
      return { clusters: rows.map(viewOf), total: rows[0]?.total ?? 0 };
    },
    dueBy: async (department, by, at, limit) => {
      const rows = await db.query<PageRow & { readonly late: number }>(
        `with hit as materialized (
           select case_id, min(at) as at from tallies
            where what in ('acknowledge', 'fix', 'obstacle') and kept is null and department = $1::text
              and at < to_timestamp($2::float8 / 1000) group by case_id)
         select c.id, c.version, c.state, (select count(*)::int from hit) as total,
                (select count(*)::int from hit where at < to_timestamp($3::float8 / 1000)) as late
           from hit join cases c on c.id = hit.case_id order by hit.at, c.id limit $4::int`,
        [department, by, at, limit],
      );
      return { ...pageOf(rows), late: rows[0]?.late ?? 0 };
    },
    elsewhere: async (department, limit) =>
      pageOf(
        await db.query<PageRow>(
          `select id, version, state, count(*) over ()::int as total from cases
            where department = $1::text and status in ('held', 'deciding', 'adjudication') and not ended
            order by id limit $2::int`,
          [department, limit],
        ),
      ),
    toTell: async (people, limit) =>
      pageOf(
        await db.query<PageRow>(
          `select id, version, state, count(*) over ()::int as total from cases
            where status = 'fixed' and customer_owner_id = any ($1::text::text[]) order by id limit $2::int`,
          [textArray(people), limit],
        ),
      ),
    toUpdate: async (people, by, limit) =>
      pageOf(
        await db.query<PageRow>(
          `select id, version, state, count(*) over ()::int as total from cases
            where not ended and dues ->> 'interim' is not null and (dues ->> 'interim')::float8 < $2::float8
              and customer_owner_id = any ($1::text::text[])
            order by (dues ->> 'interim')::float8, id limit $3::int`,
          [textArray(people), by, limit],
        ),
      ),
    thanked: async ({ from, to }, limit) => {
      const rows = await db.query<{ name: string; department: string | null }>(
        `select max(c.state -> 'praised' ->> 'name') as name, max(c.department) as department
           from tallies t join cases c on c.id = t.case_id
          where t.what = 'filed' and t.kind = 'praise' and t.at >= to_timestamp($1::float8 / 1000)
            and t.at < to_timestamp($2::float8 / 1000) and c.state ->> 'outcome' = $3::text and c.state -> 'praised' is not null
          group by c.state -> 'praised' ->> 'id' order by count(*) desc, min(c.id) limit $4::int`,
        [from, to, outcomes[0], limit],
      );
      return rows.map(({ name, department }) => ({
        name,
        department: department === null ? null : departmentCode(department),
      }));
    },
  };
}
