import type { Reflections } from '../src/ports/reflections.ts';
import type { Database } from './database.ts';

/**
 * Index `reflections_case`. A card that is posted tries to be the first of the week in the same statement: of two that try
 * at once one inserts, and the other waits for it and finds the week taken, or its own case in it: a department may read
 * in two chats. $1 department, $2 case, $3 Monday or null.
 */
export const onCardStatement = `
with first as (
  insert into reflections (department, week, case_id)
  select $1::text, $3::text, $2::bigint where $3::text is not null
  on conflict (department, week) do update set week = excluded.week
    where reflections.case_id = excluded.case_id and reflections.folded_at is null
  returning case_id
)
select case_id from first
union all
select case_id from reflections where case_id = $2::bigint and department = $1::text and folded_at is null limit 1`;

export const reflections = (db: Database): Reflections => ({
  onCard: async (department, id, week) => (await db.query(onCardStatement, [department, id, week])).length > 0,
  fold: async (department, id) => {
    const folded = await db.query(
      `update reflections set folded_at = now()
        where case_id = $2::bigint and department = $1::text and folded_at is null returning case_id`,
      [department, id],
    );
    return folded.length > 0;
  },
});
