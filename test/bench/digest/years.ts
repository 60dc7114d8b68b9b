import type postgres from 'postgres';
import type { FiledCase } from '../../../src/domain/case/case.ts';
import type { CaseEvent } from '../../../src/domain/case/events.ts';
import { toClosed, toFixed, toRouted, toWorking } from '../../support/case-events.ts';
import { caseAfter } from '../../support/given.ts';
import { asAdmin } from '../../support/templates.ts';
import { now } from '../support/changes.ts';
import { migrated } from '../support/databases.ts';

/** Cases a day, however many there are in all: more of them are more years. */
export const aDay = 3_100;
const departments = 40;
const chunk = 50_000;
/** A cluster begins with every so many-th case, and is heard of for as many cases as come in six weeks. */
const between = 2_000;
const heardFor = 45 * aDay;
/** Of each cluster so many customers have it; there are so many groups of them, who have another problem later. */
const customers = { each: 300, groups: 200 };

const models: Readonly<Record<'closed' | 'fixed' | 'working' | 'routed', readonly CaseEvent[]>> = {
  closed: toClosed,
  fixed: toFixed,
  working: toWorking,
  routed: toRouted,
};

/** Old terms and clocks are left out. What is left is still long enough for PostgreSQL to press it together. */
function narrow({ promises: _, ...c }: FiledCase): string {
  const sla = { ...c.sla, clocks: [], stays: [], terms: { ...c.sla.terms, targets: {}, ladder: [], ladders: {} } };
  return JSON.stringify({ ...c, sla, promises: [] });
}

/**
 * So many cases that were filed one after the other until `now`, and lived as cases do: most were acknowledged and fixed in
 * time, answered and closed; the last days' are open. 15 in a hundred are linked and have a known customer. Made by the
 * server, in the rows that commits leave behind; `log` as well, where an export is to read it.
 */
export async function years(url: string, cases: number, log: boolean): Promise<void> {
  await migrated(url);
  await asAdmin(url, async (sql) => {
    // What a foreign key would look up for every row is there.
    await sql.unsafe('set session_replication_role = replica');
    await sql.unsafe(`set maintenance_work_mem = '512MB'`);
    await sql.unsafe('select setseed(0.5)');
    await sql.unsafe('create temp table models (status text, state jsonb)');
    for (const [status, events] of Object.entries(models)) {
      await sql.unsafe('insert into models values ($1, $2::text::jsonb)', [status, narrow(caseAfter(...events))]);
    }
    const indexes = await withoutIndexes(sql, ['cases', 'tallies']);
    for (let from = 0; from < cases; from += chunk) await fill(sql, from, Math.min(from + chunk, cases), cases);
    for (const make of indexes) await sql.unsafe(make);
    await sql.unsafe(heard(cases));
    if (log) await addLog(sql, cases);
    await sql.unsafe(`select setval(pg_get_serial_sequence('cases', 'id'), ${cases})`);
  });
}

/** Indexes are built once, when all rows are there. What makes them again; the primary keys stay. */
async function withoutIndexes(sql: postgres.Sql, tables: readonly string[]): Promise<readonly string[]> {
  const found = await sql<{ name: string; make: string }[]>`
    select indexname as name, indexdef as make from pg_indexes
     where tablename in ${sql(tables)} and indexname !~ '_(pkey|pk)$'`;
  for (const { name } of found) await sql.unsafe(`drop index ${name}`);
  return found.map(({ make }) => make);
}

async function fill(sql: postgres.Sql, from: number, to: number, cases: number): Promise<void> {
  await sql.unsafe('drop table if exists made');
  await sql.unsafe(`create temp table made as
    with filed as (
      select id, to_timestamp(${now} / 1000.0) as now,
             to_timestamp(${now} / 1000.0) - (${cases} - id + random()) * interval '1 day' / ${aDay} as filed_at,
             'd' || 1 + floor(random() * ${departments})::int as department, random() as chance,
             (array['complaint', 'complaint', 'complaint', 'inquiry', 'inquiry', 'claim', 'suggestion', 'requirement',
                    'praise', 'voe'])[1 + floor(random() * 10)::int] as kind,
             (array['S1', 'S2', 'S2', 'S3', 'S3', 'S3', 'S3', 'S4', 'S4', 'S4'])[1 + floor(random() * 10)::int] as tier,
             random() ^ 2 * interval '30 hours' as hesitated, random() ^ 2 * interval '14 days' as worked,
             random() * interval '3 days' as answered, random() < 0.15 as linked,
             floor((id - random() * ${heardFor}) / ${between})::int as heard
        from generate_series(${from + 1}, ${to}) id),
    lived as (
      select *, filed_at + hesitated as acknowledged_at, filed_at + hesitated + worked as fixed_at,
             filed_at + hesitated + worked + answered as closed_at from filed)
    select *, case when closed_at <= now then 'closed' when fixed_at <= now then 'fixed'
                   when acknowledged_at <= now then 'working' else 'routed' end as status from lived`);
  await sql.unsafe(`insert into cases (id, version, status, tier, department, owner_id, customer_owner_id, filer_id,
                                       customer_key, cluster_id, filed_at, updated_at, ended, leaving, accountable, awaits,
                                       dues, state) overriding system value
    select m.id, 7, m.status, m.tier, m.department, case when m.status <> 'routed' then 'hana' end, 'duri', 'duri',
           case when m.linked and m.heard > 0
                then 'k' || (m.heard % ${customers.groups}) * ${customers.each} + floor(random() * ${customers.each})::int end,
           case when m.linked and m.heard > 0 then m.heard * ${between} end,
           m.filed_at, least(m.closed_at, m.now), m.status = 'closed', false,
           case when m.status <> 'closed' then 'department:' || m.department end,
           case when m.status = 'closed' then '{}' else array['department:' || m.department] end,
           case when m.status = 'closed' then '{}'
                else jsonb_build_object('interim', extract(epoch from m.filed_at + interval '5 days') * 1000) end,
           case when m.chance >= 0.02 then t.state
                else jsonb_set(t.state, '{voice,renewal}',
                               to_jsonb(to_char(m.filed_at + random() * interval '1 year', 'YYYY-MM-DD'))) end
      from made m join models t on t.status = m.status`);
  // Case after case, as they are written.
  await sql.unsafe(`insert into tallies (case_id, what, n, at, department, kind, tier, kept, value, marks)
    select m.id, t.what, t.n, t.at, m.department, m.kind, m.tier, t.kept, t.value, t.marks
      from made m cross join lateral (values
        ('filed', 0, m.filed_at, null::boolean, null::int,
           array[(array['want:refund', 'want:exchange', 'want:explanation'])[1 + m.id % 3]]
           || case when m.chance > 0.97 then array['leaving', 'leaving:H1'] else '{}' end, true),
        ('acknowledge', 0, m.filed_at + interval '1 day',
           case when m.acknowledged_at <= m.now then m.hesitated <= interval '1 day' end, null, '{}', true),
        ('fix', 0, m.filed_at + interval '10 days',
           case when m.fixed_at <= m.now then m.hesitated + m.worked <= interval '10 days' end, null, '{}', true),
        ('fixed', 0, m.fixed_at, null, extract(epoch from m.worked)::int / 180, '{}', m.fixed_at <= m.now),
        ('closed', 0, m.closed_at, m.chance < 0.8, floor(random() * 30)::int,
           case when m.chance > 0.9 then '{explained}'::text[] else '{}' end, m.closed_at <= m.now),
        ('closing', 7, m.closed_at, null, null, '{}', m.closed_at <= m.now),
        ('reopened', 8, m.closed_at + m.answered * 5, null, null, '{}',
           m.chance > 0.98 and m.closed_at + m.answered * 5 <= m.now),
        ('obstacle', 0, m.filed_at + interval '3 days', null, null, '{}', m.chance < 0.01 and m.status = 'working'),
        ('decide', 0, m.filed_at + interval '4 days', null, null, '{}', m.chance > 0.995 and m.status = 'working')
      ) t(what, n, at, kept, value, marks, happened) where t.happened`);
}

/** Clusters as they were counted last; one in ten has joined an older one. */
const heard = (cases: number): string => `insert into clusters (id, parent_id, state, figures, counted_at)
  select k * ${between}, case when k % 10 = 0 then (k - 5) * ${between} end,
         '{"name": null, "level": null, "reached": {}, "joined": null, "metric": null}',
         jsonb_build_object(
           'customers', ${customers.each} - k % 97, 'cases', ${customers.each}, 'weeks', '[3, 5, 8, 13, 2]'::jsonb,
           'isDrifting', k % 50 = 0, 'gauge', jsonb_build_object(
             'minor', 9, 'weak', 40, 'hasCritical', false, 'percent', 10 + k % 60, 'level', 'watch')),
         to_timestamp(${now} / 1000.0)
    from generate_series(1, ${Math.floor(cases / between)}) k`;

/** What had happened to each case, as its model went through it. */
async function addLog(sql: postgres.Sql, cases: number): Promise<void> {
  await sql.unsafe(
    'create temp table logged (status text, version int, type text, at timestamptz, by_id text, by_name text, data jsonb)',
  );
  for (const [status, events] of Object.entries(models)) {
    for (const [i, { type, at, by, data }] of events.entries()) {
      await sql.unsafe(
        'insert into logged values ($1, $2, $3, to_timestamp($4::float8 / 1000), $5, $6, $7::text::jsonb)',
        [status, i + 1, type, at, by?.id ?? null, by?.name ?? null, JSON.stringify(data)],
      );
    }
  }
  for (let from = 0; from < cases; from += chunk) {
    await sql.unsafe(`insert into case_events (case_id, version, causation_id, ordinal, type, at, by_id, by_name, data)
      select c.id, l.version, 'bench:' || c.id || ':' || l.version, 0, l.type, l.at, l.by_id, l.by_name, l.data
        from cases c join logged l on l.status = c.status where c.id > ${from} and c.id <= ${from + chunk} order by c.id, l.version`);
  }
}
