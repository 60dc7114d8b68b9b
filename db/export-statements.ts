/** Numbers looked at in one statement. Short enough that no reader holds back the database's cleaning. */
export const walked = 200;

/** `c`: a case. $1 from or null, $2 to or null (milliseconds), $3 department or null. */
const within = `
  ($1::float8 is null or c.filed_at >= to_timestamp($1::float8 / 1000))
  and ($2::float8 is null or c.filed_at < to_timestamp($2::float8 / 1000))
  and ($3::text is null or c.department = $3::text)`;

/** $4 the last number that counts. */
export const countStatement = `select count(*) as count from cases c where ${within} and c.id <= $4::bigint`;

/**
 * The next numbers by primary key, with the case where it is within. Numbers that are not within come without their
 * case: so the walk goes on after a stretch in which nothing is. $4 after, $5 up to.
 */
export const casesStatement = `
select c.id, c.version, case when ${within} then c.state end as state
  from (select id from cases where id > $4::bigint and id <= $5::bigint order by id limit ${walked}) walk
  join cases c on c.id = walk.id
 order by c.id`;

/** $1 numbers of cases. */
export const caseEventsStatement = `
select case_id, version, causation_id, type, at, by_id, by_name, data from case_events
 where case_id = any($1::text::bigint[]) order by case_id, version`;

/** The problem that each cluster has become: the oldest that it joined, over however many steps. $1 clusters. */
export const rootsStatement = `
with recursive up as (
  select id as first, id from unnest($1::text::bigint[]) id
  union all
  select up.first, c.parent_id from up join clusters c on c.id = up.id where c.parent_id is not null
)
select first as cluster, min(id) as root from up group by first`;

/** $4 after. */
export const changesStatement = `
select c.id, c.version, c.state from changes c
 where c.id > $4::bigint
   and ($1::float8 is null or not c.over or c.updated_at >= to_timestamp($1::float8 / 1000))
   and ($2::float8 is null or c.begun_at < to_timestamp($2::float8 / 1000))
   and ($3::text is null or c.department = $3::text)
 order by c.id limit ${walked}`;

/** $1 numbers of changes. */
export const changeEventsStatement = `
select change_id, version, causation_id, type, at, by_id, by_name, data from change_events
 where change_id = any($1::text::bigint[]) order by change_id, version`;

/** The next problems, each with everything that joined it; a parent that nobody said anything of stands in no row of its own. $1 after. */
export const clustersStatement = `
with recursive root as (
  select id from (
    select id from clusters where parent_id is null and id > $1::bigint
    union
    select k.parent_id from clusters k where k.parent_id > $1::bigint
       and not exists (select 1 from clusters p where p.id = k.parent_id)
  ) r order by id limit ${walked}
),
tree as (
  select id as root, id from root
  union all
  select tree.root, c.id from tree join clusters c on c.parent_id = tree.id
)
select tree.root as id, coalesce(k.version, 0) as version, k.state, k.figures, f.state -> 'voice' ->> 'experience' as said,
       jsonb_agg(tree.id order by tree.id) filter (where tree.id <> tree.root) as joined,
       min((t.state -> 'reached' ->> 'watch')::float8) as watch,
       min((t.state -> 'reached' ->> 'alert')::float8) as alert,
       min((t.state -> 'reached' ->> 'critical')::float8) as critical,
       ($2::text is null or exists (
         select 1 from cases c where c.cluster_id = any(array_agg(tree.id)) and c.department = $2::text)) as within
  from tree left join clusters t on t.id = tree.id left join clusters k on k.id = tree.root left join cases f on f.id = tree.root
 group by tree.root, k.version, k.state, k.figures, f.state
 order by tree.root`;
