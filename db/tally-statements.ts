import { standingTallies } from '../src/domain/figures/tally.ts';

const columns = ['at', 'department', 'kind', 'tier', 'kept', 'value', 'marks'] as const;
const listOf = (prefix: string): string => columns.map((name) => `${prefix}.${name}`).join(', ');

/**
 * Makes the tallies of each case in `changed` those of the parameter: what the case as it is no longer counts for goes,
 * what is as it was is not written again.
 */
export const tallying = (parameter: string): string => `
tally as materialized (
  select c.id as case_id, t.what, t.n, to_timestamp(t.at / 1000) as at, t.department, t.kind, t.tier, t.kept, t.value, t.marks
    from changed c, jsonb_to_recordset(${parameter}::text::jsonb)
      as t(what text, n int, at float8, department text, kind text, tier text, kept boolean, value bigint, marks text[])
),
untallied as (
  delete from tallies using changed
   where tallies.case_id = changed.id and tallies.what in (${standingTallies.map((what) => `'${what}'`).join(', ')})
     and not exists (select from tally where tally.what = tallies.what and tally.n = tallies.n)
),
tallied as (
  insert into tallies (case_id, what, n, ${columns.join(', ')}) select case_id, what, n, ${columns.join(', ')} from tally
  on conflict (case_id, what, n) do update set ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}
   where (${listOf('tallies')}) is distinct from (${listOf('excluded')})
)`;
