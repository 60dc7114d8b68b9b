import { returnDays } from '../src/domain/figures/period-figures.ts';
import type { Within } from '../src/ports/figures.ts';

/**
 * Closings between edges after which the customer had to come back: the case was reopened, or they filed another of the same
 * problem, within thirty days. Begins with what came back, which is little, and looks whether it had been closed. $1 edges.
 */
const back = `
with recursive edge as materialized (
  select array_agg(to_timestamp(ms / 1000) order by ms) as all_of_them from unnest($1::text::float8[]) ms
),
span as materialized (select all_of_them[1] as first, all_of_them[cardinality(all_of_them)] as last from edge),
up as (
  select id, parent_id as root from clusters where parent_id is not null
  union all
  select up.id, c.parent_id from up join clusters c on c.id = up.root where c.parent_id is not null
),
joined as materialized (select id, min(root) as root from up group by id),
reopened as (
  select c.case_id, c.n from tallies r
    join tallies c on c.case_id = r.case_id and c.what = 'closing' and c.at <= r.at and r.at < c.at + interval '${returnDays} days'
   where r.what = 'reopened' and r.at >= (select first from span) and r.at < (select last from span) + interval '${returnDays} days'
),
later as materialized (
  select b.id, b.customer_key, b.filed_at, coalesce(j.root, b.cluster_id) as root
    from cases b left join joined j on j.id = b.cluster_id
   where b.customer_key is not null and b.cluster_id is not null and b.status <> 'void'
     and b.filed_at >= (select first from span) and b.filed_at < (select last from span) + interval '${returnDays} days'
),
again as (
  select c.case_id, c.n from later b
    join cases a on a.customer_key = b.customer_key and a.id <> b.id and a.cluster_id is not null
    left join joined j on j.id = a.cluster_id
    join tallies c on c.case_id = a.id and c.what = 'closing' and c.at < b.filed_at and b.filed_at < c.at + interval '${returnDays} days'
   where coalesce(j.root, a.cluster_id) = b.root
),
back as materialized (select case_id, n from reopened union select case_id, n from again)`;

/** The closings themselves are only counted. $1 edges, $2 department. */
export const returnsStatement = (within: Within): string => `${back},
counted as (
  select width_bucket(at, (select all_of_them from edge)) as bucket, ${within === null ? 'null::text' : 'department'} as department,
         count(*)::int as closings, 0 as returned
    from tallies
   where what = 'closing' and at >= (select first from span) and at < (select last from span)${department(within)}
   group by 1, 2
),
came as (
  select width_bucket(c.at, (select all_of_them from edge)) as bucket, ${within === null ? 'null::text' : 'c.department'} as department,
         0 as closings, count(*)::int as returned
    from back join tallies c on c.case_id = back.case_id and c.what = 'closing' and c.n = back.n
   where c.at >= (select first from span) and c.at < (select last from span)${department(within, 'c.')}
   group by 1, 2
)
select bucket, department, sum(closings)::int as closings, sum(returned)::int as returned
  from (select * from counted union all select * from came) back_and_all group by 1, 2`;

const department = (within: Within, of = ''): string =>
  within === null || within === 'each' ? '' : ` and ${of}department = $2::text`;

/** The cases that came back, newest first. $1 edges, $2 limit, $3 department. */
export const returnedCasesStatement = (department: string | null): string => `${back},
hit as materialized (
  select distinct b.case_id from back b join tallies c on c.case_id = b.case_id and c.what = 'closing' and c.n = b.n
   where c.at >= (select first from span) and c.at < (select last from span)${department === null ? '' : ' and c.department = $3::text'}
)
select id, version, state, (select count(*)::int from hit) as total from cases
 where id in (select case_id from hit order by case_id desc limit $2::int) order by id desc`;
