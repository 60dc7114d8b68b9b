import type postgres from 'postgres';
import { caseStore } from '../../../db/case-store.ts';
import { postgresDatabase } from '../../../db/postgres.ts';
import { projected } from '../../../db/projection.ts';
import { instant } from '../../../src/domain/instant.ts';
import { asAdmin } from '../../support/templates.ts';
import { filings, now } from '../support/changes.ts';
import { migrated } from '../support/databases.ts';

/** When the sweeps happen: Monday 13:10 in Seoul, away from the half hours at which an S1 is said again. */
export const moment = instant(now + 190 * 60_000);
/** Due at every sweep, whatever else is open. */
export const dueAtOnce = 1_000;

type Amount = {
  readonly open: number;
  /** Sweeps that can be had of it: each wants cases of its own, which have not been fired. */
  readonly batches: number;
};

const chunk = 50_000;

/**
 * So many open cases. Forty are filed by the use case itself, from the filled-in form to the commit; the others are copies
 * of their rows. Nothing is due yet: most become due in the month after `moment`, and the batches, scattered over the whole
 * table, have a due moment that is true of their case and past, but are parked until `release`.
 */
export async function openCases(url: string, amount: Amount): Promise<void> {
  await migrated(url);
  await fileTheModels(url);
  await asAdmin(url, (sql) => copyTheModels(sql, amount));
}

async function fileTheModels(url: string): Promise<void> {
  const db = postgresDatabase(url);
  try {
    const store = caseStore(db);
    for (const change of await filings(db)) {
      const filed = await store.commit(change);
      if (!filed.ok) throw new Error('a model was not filed');
    }
  } finally {
    await db.close();
  }
}

async function copyTheModels(sql: postgres.Sql, { open, batches }: Amount): Promise<void> {
  const at = `to_timestamp(${moment} / 1000.0)`;
  const columns = ['version', ...projected.map(([name]) => name)];
  // What a foreign key would look up for every copied row is there.
  await sql.unsafe('set session_replication_role = replica');
  await sql.unsafe(`create table models as
    select c.id, d.due_at, d.kind, d.due_at <= ${at} as soon from cases c join due d on d.case_id = c.id`);
  const models = await sql.unsafe<{ id: string; soon: boolean }[]>('select id, soon from models order by id');
  const all = models.map(({ id }) => id);
  const soon = models.flatMap((model) => (model.soon ? [model.id] : []));
  const wanted = batches * dueAtOnce;
  const stride = Math.floor((open - all.length) / wanted);
  if (stride < 1) throw new RangeError(`${open} open cases do not hold ${batches} batches`);
  // The n-th due case of every batch is a copy of the same model, in every size.
  await sql.unsafe(`create unlogged table copies as
    select ${all.length} + n as id, q.batch,
           case when q.batch is null then (array[${all}])[1 + n % ${all.length}]
                else (array[${soon}])[1 + q.nth % ${soon.length}] end as model
      from generate_series(1, ${open - all.length}) n
      cross join lateral (
        select case when n % ${stride} = 0 and n / ${stride} <= ${wanted} then (n / ${stride} - 1) % ${batches} end as batch,
               (n / ${stride} - 1) / ${batches} as nth) q`);
  await sql.unsafe('create unique index on copies (id)');
  await sql.unsafe('analyze copies');
  for (let from = 1; from <= open; from += chunk) {
    const these = `copies p where p.id between ${from} and ${from + chunk - 1}`;
    await sql.unsafe(`insert into cases (id, ${columns.join(', ')}) overriding system value
      select p.id, ${columns.map((column) => `m.${column}`).join(', ')}
        from (select * from ${these}) p join cases m on m.id = p.model`);
    await sql.unsafe(`insert into case_events (case_id, version, causation_id, ordinal, type, at, by_id, by_name, data)
      select p.id, e.version, e.causation_id || ':' || p.id, e.ordinal, e.type, e.at, e.by_id, e.by_name, e.data
        from (select * from ${these}) p join case_events e on e.case_id = p.model`);
  }
  await sql.unsafe(`insert into due (case_id, due_at, kind, calendars)
    select p.id, case when p.batch is null then ${at} + interval '1 hour' + random() * interval '30 days' else 'infinity' end,
           m.kind, d.calendars
      from copies p join models m on m.id = p.model join due d on d.case_id = m.id order by p.id`);
  await sql.unsafe(`update due set due_at = ${at} + interval '1 hour' from models where models.id = due.case_id`);
  await sql.unsafe(`create table parked as
    select p.batch, p.id, m.due_at from copies p join models m on m.id = p.model where p.batch is not null order by p.id`);
  await sql.unsafe('drop table copies');
  await sql.unsafe(`select setval(pg_get_serial_sequence('cases', 'id'), ${open})`);
}
