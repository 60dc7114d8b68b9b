import type postgres from 'postgres';
import type { MaskedText } from '../../../src/domain/ids.ts';
import { gramsOf, textOf } from '../../../src/domain/learning/grams.ts';
import { asAdmin } from '../../support/templates.ts';
import { now } from '../support/changes.ts';
import { migrated } from '../support/databases.ts';
import { madeVoices } from './made-voices.ts';

const atATime = 2_000;

export const seed = 20_261_123;

/** So many open cases with voices that differ, the product's index over them, and beside it the same texts under pg_trgm. */
export async function filledWith(url: string, cases: number): Promise<void> {
  await migrated(url);
  await asAdmin(url, async (sql) => {
    // What a foreign key would look up for every row is there.
    await sql.unsafe('set session_replication_role = replica');
    await sql.unsafe(`set maintenance_work_mem = '512MB'`);
    await sql.unsafe('drop index look_alikes_grams');
    await sql.unsafe('create extension if not exists pg_trgm');
    await sql.unsafe('create table plain (case_id bigint primary key, text text not null)');
    const voices = madeVoices(seed);
    for (let from = 0; from < cases; from += atATime)
      await insert(sql, from, Math.min(atATime, cases - from), voices.next);
    await sql.unsafe('create index look_alikes_grams on look_alikes using gin (grams)');
    await sql.unsafe('create index plain_trgm on plain using gin (text gin_trgm_ops)');
  });
}

async function insert(sql: postgres.Sql, from: number, count: number, next: () => string): Promise<void> {
  const rows = Array.from({ length: count }, (_, i) => {
    const words = next() as MaskedText;
    const voice = { kind: 'complaint', touchpoint: null, words, experience: words };
    return { id: from + i + 1, text: words, voice, grams: `{${gramsOf(textOf(voice)).join(',')}}` };
  });
  await sql.unsafe(
    `with made as (select * from jsonb_to_recordset($1::text::jsonb) as r(id bigint, text text, voice jsonb, grams text)),
     filed as (
       insert into cases (id, version, status, customer_owner_id, filer_id, filed_at, updated_at, ended, accountable, awaits, state)
       overriding system value
       select id, 1, 'new', 'duri', 'duri', to_timestamp(${now} / 1000.0), to_timestamp(${now} / 1000.0), false, 'role:vocDesk', '{}',
              jsonb_build_object('voice', voice) from made),
     indexed as (insert into look_alikes (case_id, grams) select id, grams::int[] from made)
     insert into plain (case_id, text) select id, text from made`,
    [JSON.stringify(rows)],
  );
}
