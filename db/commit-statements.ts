import { messageColumns, owedLanes } from './owed-lanes.ts';
import { projected } from './projection.ts';
import { tallying } from './tally-statements.ts';

/**
 * A commit is one statement, hence one round trip and one transaction, whichever engine. Both forms share their tail;
 * lists travel as JSON and are unfolded by the server.
 *
 * The upsert of a pending card *touches* the row where one is pending already: that locks it until this commit ends, so
 * a sender cannot take it now and draw the case as it was a moment ago. Cards may be late, never stale.
 */
const cast = (type: string, n: number): string => {
  if (type === 'moment') return `to_timestamp($${n}::float8 / 1000)`;
  return type === 'text' || type === 'boolean' ? `$${n}::${type}` : `$${n}::text::${type}`;
};
/** It has ended, and awaits nobody: not even the call to a customer after closing. */
const over = 'ended and cardinality(awaits) = 0 as over';
const columns = projected.map(([name]) => name);
/** The projection's place among the parameters. */
const first = 10;
const values = (first: number): readonly string[] => projected.map(([, type], i) => cast(type, first + i));

/**
 * $1 causation, $2 events, $3 messages, $4 nudges, $5 due at or null, $6 what is due, $7 calendars, $8 clusters to be counted
 * anew, $9 tallies. `changed` gives id and the version of its last event before this commit.
 */
const tail = `
event as (
  insert into case_events (case_id, version, causation_id, ordinal, type, at, by_id, by_name, data)
  select c.id, c.before + e.ordinal + 1, $1::text, e.ordinal, e.type, to_timestamp(e.at / 1000), e.by_id, e.by_name, e.data
    from changed c, jsonb_to_recordset($2::text::jsonb)
      as e(ordinal int, type text, at float8, by_id text, by_name text, data jsonb)
),
message as materialized (
  select c.id as case_id, c.version, m.*
    from changed c, jsonb_to_recordset($3::text::jsonb)
      as m(${messageColumns})
),
${owedLanes},
owed as (
  insert into outbox (lane, case_id, owed_at, type, person_id, notice)
  select lane, case_id, version, type, person_id, notice from message order by ordinal
  on conflict (case_id, lane) where state = 'pending' and type = 'card' do update set owed_at = excluded.owed_at
),
nudge as (
  insert into nudges (person_id, case_id, nudge, leaves_at, owed_at)
  select n.person_id, c.id, n.nudge, to_timestamp(n.leaves_at / 1000), to_timestamp(n.owed_at / 1000)
    from changed c, jsonb_to_recordset($4::text::jsonb)
      as n(person_id text, nudge jsonb, leaves_at float8, owed_at float8)
),
due_next as (
  insert into due as d (case_id, due_at, kind, calendars)
  select id, coalesce(to_timestamp($5::float8 / 1000), 'infinity'), $6::text, $7::int from changed where not over
  on conflict (case_id) do update set
    due_at = excluded.due_at, kind = excluded.kind, calendars = excluded.calendars, rests_until = '-infinity', broke = 0
),
stale as (
  insert into stale_clusters as s (cluster_id, corrected)
  select k.id, k.corrected from changed, jsonb_to_recordset($8::text::jsonb) as k(id bigint, corrected boolean) order by k.id
  on conflict (cluster_id) do update set marks = s.marks + 1, corrected = s.corrected or excluded.corrected
),
${tallying('$9')},
due_never as (
  delete from due using changed where due.case_id = changed.id and changed.over
)`;

/** $10.. projection, then number of events, sealed original or null, text and grams to find it by, and grams of look-alikes. */
export const fileStatement = ((): string => {
  const n = first + projected.length;
  return `with changed as (
  insert into cases (version, ${columns.join(', ')})
  values ($${n}::int, ${values(first).join(', ')}) returning id, 0 as before, version, ${over}
),${tail},
original as (
  insert into originals (case_id, sealed) select id, $${n + 1}::text from changed where $${n + 1}::text is not null
),
findable as (
  insert into case_texts (case_id, text, grams) select id, $${n + 2}::text, $${n + 3}::text::int[] from changed
),
look_alike as (
  insert into look_alikes (case_id, grams) select id, $${n + 4}::text::int[] from changed
)
select id, version from changed`;
})();

/** $10.. projection, then number of events, case, version it was decided on. No row: somebody was faster. */
export const moveStatement = ((): string => {
  const n = first + projected.length;
  const sets = values(first).map((value, i) => `${columns[i]} = ${value}`);
  return `with changed as (
  update cases set version = version + $${n}::int, ${sets.join(', ')}
  where id = $${n + 1}::bigint and version = $${n + 2}::int
  returning id, version - $${n}::int as before, version, ${over}
),${tail}
select id, version from changed`;
})();
