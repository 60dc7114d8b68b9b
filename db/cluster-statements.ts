import { messageColumns, owedLanes } from './owed-lanes.ts';

/** The root and everything that joined it, over however many steps. $1 root. */
export const treeOf = `
with recursive tree as (
  select $1::bigint as id
  union all
  select c.id from clusters c join tree on c.parent_id = tree.id
)`;

/**
 * Index `cases_cluster`. What is merged or void is no voice of its own. `at`: when the customer went through it, where
 * that is known, else when it was filed. $1 root.
 */
export const membersStatement = `${treeOf}
select c.id, c.customer_key as customer, c.state -> 'voice' ->> 'kind' as kind, c.tier,
       coalesce((c.state -> 'voice' ->> 'nearMiss')::boolean, false) as near_miss,
       coalesce((c.state -> 'voice' ->> 'experiencedAt')::float8, extract(epoch from c.filed_at) * 1000)::float8 as at,
       c.cluster_id as cluster, c.department, c.filer_id as filer, not c.ended as open, c.state ->> 'weighed' as weighed, c.state -> 'assessment' -> 'confirmed' as signals,
       coalesce(c.state -> 'changeAnswer' ->> 'change', c.state -> 'changeAnswer' ->> 'type') as change,
       c.state -> 'remedies' as remedies, c.state #> '{fix,compensation}' as compensation
  from cases c
 where c.cluster_id in (select id from tree) and c.status not in ('merged', 'void')
 order by c.id`;

/**
 * Index `clusters_warned`: what first reached 주의 from $1 on and before $2, in milliseconds. What several clusters joined
 * counts once, from the first of them on.
 */
export const warnedStatement = `
with recursive up as (
  select id as first, id from clusters
   where (state -> 'reached' ->> 'watch')::bigint >= $1::bigint and (state -> 'reached' ->> 'watch')::bigint < $2::bigint
  union all
  select up.first, c.parent_id from up join clusters c on c.id = up.id where c.parent_id is not null
),
tree as (
  select id as root, id from (select distinct min(id) as id from up group by first) r
  union all
  select tree.root, c.id from tree join clusters c on c.parent_id = tree.id
)
select jsonb_agg(id order by id) as clusters, min(at) as at
  from (select root, id, (select (c.state -> 'reached' ->> 'watch')::bigint from clusters c where c.id = tree.id) as at
          from tree) t
 group by root having min(at) >= $1::bigint order by root`;

/** Claims what is to be counted anew: nobody else is given it for half a minute. $1 at most so many. */
export const staleStatement = `
with head as (
  select cluster_id from stale_clusters where rests_until <= now()
   order by rests_until, cluster_id limit $1::int for update skip locked
)
update stale_clusters s set rests_until = now() + interval '30 s' from head where s.cluster_id = head.cluster_id
returning s.cluster_id as id, s.marks, s.corrected`;

/** $1 cluster, $2 its next version, $3 parent or null, $4 state, $5 version it was decided on, $6 causation, $7 events. */
export const commitClusterStatement = `
with changed as (
  insert into clusters as k (id, version, parent_id, state) values ($1::bigint, $2::int, $3::text::bigint, $4::text::jsonb)
  on conflict (id) do update set version = excluded.version, parent_id = excluded.parent_id, state = excluded.state
    where k.version = $5::int
  returning id
),
event as (
  insert into cluster_events (cluster_id, version, causation_id, type, at, by_id, by_name, data)
  select c.id, e.version, $6::text, e.type, to_timestamp(e.at / 1000), e.by_id, e.by_name, e.data
    from changed c, jsonb_to_recordset($7::text::jsonb)
      as e(version int, type text, at float8, by_id text, by_name text, data jsonb)
)
select id from changed`;

/** Cards that must show what has been counted: asked for like any other, once however often. $1 messages. */
export const oweCardsStatement = `
with message as materialized (
  select m.* from jsonb_to_recordset($1::text::jsonb)
    as m(${messageColumns}, case_id bigint, version int)
),
${owedLanes}
insert into outbox (lane, case_id, owed_at, type, notice)
select lane, case_id, version, type, notice from message order by ordinal
on conflict (case_id, lane) where state = 'pending' and type = 'card' do update set owed_at = excluded.owed_at`;
