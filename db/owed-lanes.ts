/** How messages travel into a statement; see `owedRow`. What else stands in a row is named behind it. */
export const messageColumns =
  'ordinal int, lane text, platform text, tenant text, kind text, place_id text, gap_ms int, person_id text, type text, notice jsonb';

/** Part of a statement with messages in `message`: a lane for every place that has none yet, in the order all lock them in. */
export const owedLanes = `lane as (
  insert into lanes (key, platform, tenant, kind, place_id, gap_ms)
  select distinct on (lane collate "C") lane, platform, tenant, kind, place_id, gap_ms from message order by lane collate "C"
  on conflict (key) do nothing
)`;
