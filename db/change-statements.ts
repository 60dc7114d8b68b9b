import { messageColumns, owedLanes } from './owed-lanes.ts';

/**
 * One statement, hence one round trip and one transaction. $1 causation, $2 events, $3 messages, $4 nudges, $5 due at or
 * null, $6 what is due, $7 calendars, $8 change, $9 version it was decided on, $10 its next version, $11 status,
 * $12 cluster, $13 department, $14 owner or null, $15 begun at, $16 updated at, $17 over, $18 state, $19 the case it began with, $20 the cluster
 * must be counted anew: its cases learn that something becomes of them.
 */
export const commitChangeStatement = `
with changed as (
  insert into changes as c (id, version, status, cluster_id, department, owner_id, begun_at, updated_at, over, state)
  values ($8::bigint, $10::int, $11::text, $12::bigint, $13::text, $14::text, to_timestamp($15::float8 / 1000),
          to_timestamp($16::float8 / 1000), $17::boolean, $18::text::jsonb)
  on conflict (id) do update set version = excluded.version, status = excluded.status, owner_id = excluded.owner_id,
    updated_at = excluded.updated_at, over = excluded.over, state = excluded.state
    where c.version = $9::int
  returning id, over
),
event as (
  insert into change_events (change_id, version, causation_id, ordinal, type, at, by_id, by_name, data)
  select c.id, $9::int + e.ordinal + 1, $1::text, e.ordinal, e.type, to_timestamp(e.at / 1000), e.by_id, e.by_name, e.data
    from changed c, jsonb_to_recordset($2::text::jsonb)
      as e(ordinal int, type text, at float8, by_id text, by_name text, data jsonb)
),
message as materialized (
  select m.* from changed, jsonb_to_recordset($3::text::jsonb)
    as m(${messageColumns})
),
${owedLanes},
owed as (
  insert into outbox (lane, case_id, owed_at, type, person_id, notice)
  select lane, $19::bigint, $10::int, type, person_id, notice from message order by ordinal
),
nudge as (
  insert into nudges (person_id, case_id, nudge, leaves_at, owed_at)
  select n.person_id, $19::bigint, n.nudge, to_timestamp(n.leaves_at / 1000), to_timestamp(n.owed_at / 1000)
    from changed, jsonb_to_recordset($4::text::jsonb) as n(person_id text, nudge jsonb, leaves_at float8, owed_at float8)
),
stale as (
  insert into stale_clusters as s (cluster_id, corrected)
  select $12::bigint, false from changed where $20::boolean
  on conflict (cluster_id) do update set marks = s.marks + 1
),
due_next as (
  insert into change_due (change_id, due_at, kind, calendars)
  select id, coalesce(to_timestamp($5::float8 / 1000), 'infinity'), $6::text, $7::int from changed
  on conflict (change_id) do update set
    due_at = excluded.due_at, kind = excluded.kind, calendars = excluded.calendars, rests_until = '-infinity', broke = 0
)
select id from changed`;

/** As for cases: walks the index from the earliest on. $1 how far time was moved, $2 at most so many. */
export const dueChangesStatement = `
with head as (
  select change_id from change_due
   where due_at <= (select now() + $1::float8 * interval '1 ms') and rests_until <= now()
   order by due_at limit $2::int for update skip locked
)
update change_due d set rests_until = now() + interval '30 s' from head where d.change_id = head.change_id
returning d.change_id as id, d.due_at, d.kind, now() + $1::float8 * interval '1 ms' as at`;
