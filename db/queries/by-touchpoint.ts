import type { Instant } from '../../src/domain/instant.ts';
import { type Touchpoint, touchpoints } from '../../src/domain/intake/voice.ts';
import type { Scope, TouchpointCount, TouchpointView } from '../../src/ports/case-queries.ts';
import type { Parameter, Queryable } from '../database.ts';

/** So many of the newest cases are counted: what a very large company files in ninety days. */
const looked = 20_000;

type Row = {
  readonly what: 'open' | 'lately' | 'changes' | 'likes' | 'hates' | 'looked';
  readonly touchpoint: Touchpoint | null;
  readonly tag: string | null;
  readonly cases: number;
};

/**
 * One statement for the whole card. Open cases by index `cases_open`, and `cases_department` or `cases_filer` where those
 * are asked for; what was filed lately walks back from the newest number, and stops; changes by index `changes_updated`.
 * What turned out to be nothing, or another record of the same, was no experience. A change that was declined changed nothing.
 */
export function touchpointsStatement(
  { department, filer }: Scope,
  since: Instant,
  top: number,
): { readonly text: string; readonly parameters: readonly Parameter[] } {
  const parameters: Parameter[] = [since, top];
  const own = department === null ? [] : [`department = $${parameters.push(department)}::text`];
  const filed = filer === undefined ? [] : [`filer_id = $${parameters.push(filer)}::text`];
  const where = (...conditions: readonly string[]) =>
    conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
  const text = `
with latest as (
  select state, status, filed_at from cases ${where(...own, ...filed)} order by id desc limit ${looked}
),
said as materialized (
  select status, voice ->> 'touchpoint' as touchpoint, voice -> 'likes' as likes, voice -> 'hates' as hates
    from latest cross join lateral (select state -> 'voice' as voice offset 0) one
   where filed_at >= to_timestamp($1::float8 / 1000)
),
voices as (select * from said where status not in ('void', 'merged')),
tags as (
  select touchpoint, what, tag, count(*) as cases,
         row_number() over (partition by touchpoint, what order by count(*) desc, tag collate "C") as place
    from voices cross join lateral (values ('likes', likes), ('hates', hates)) felt(what, list)
   cross join lateral jsonb_array_elements_text(list) tag
   group by touchpoint, what, tag
)
select * from (
select 'open' as what, state #>> '{voice,touchpoint}' as touchpoint, null as tag, count(*) as cases
  from cases ${where('not ended', ...own, ...filed)} group by 2
union all
select 'lately', touchpoint, null, count(*) from voices group by 2
union all
select 'changes', state #>> '{proposal,touchpoint}', null, count(*) from changes
 ${where(
   'updated_at >= to_timestamp($1::float8 / 1000)',
   `(state #>> '{proposal,at}')::float8 >= $1::float8`,
   `status <> 'declined'`,
   ...own,
 )} group by 2
union all
select what, touchpoint, tag, cases from tags where place <= $2::int
union all
select 'looked', null, null, count(*) from said
) counted order by cases desc, tag collate "C"`;
  return { text, parameters };
}

export async function byTouchpoint(db: Queryable, within: Scope, since: Instant, top: number): Promise<TouchpointView> {
  const { text, parameters } = touchpointsStatement(within, since, top);
  const rows = await db.query<Row>(text, parameters);
  const counts = [...touchpoints, null].flatMap((touchpoint): readonly TouchpointCount[] => {
    const mine = rows.filter((row) => row.touchpoint === touchpoint && row.what !== 'looked');
    const count = (what: Row['what']) => mine.find((row) => row.what === what)?.cases ?? 0;
    const tagged = (what: Row['what']) =>
      mine.flatMap(({ tag, cases, ...row }) => (row.what === what && tag !== null ? [{ tag, cases }] : []));
    if (mine.length === 0) return [];
    const [open, lately, changes] = [count('open'), count('lately'), count('changes')];
    return [{ touchpoint, open, lately, changes, likes: tagged('likes'), hates: tagged('hates') }];
  });
  return { counts, isWhole: (rows.find(({ what }) => what === 'looked')?.cases ?? 0) < looked };
}
