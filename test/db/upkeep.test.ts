import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { beforeAll, expect, it } from 'vitest';
import { caseStore } from '../../db/case-store.ts';
import type { Database } from '../../db/database.ts';
import { inbox } from '../../db/inbox.ts';
import { outbox } from '../../db/outbox.ts';
import { rememberTaxonomies } from '../../db/taxonomies.ts';
import { upkeep } from '../../db/upkeep.ts';
import { cardIn, channel, filing, storyIn } from '../support/a-change.ts';
import { aPlaybook } from '../support/a-playbook.ts';
import { filed } from '../support/case-events.ts';
import { eachDatabase } from '../support/databases.ts';

const schema = join(import.meta.dirname, '../../db/schema');
const kept = { originalDays: 90 };

eachDatabase((_, open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  it('an interaction that writes no event acts once, however often and wherever it is delivered', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => inbox(db).first('slack:Ev1')));
    expect(all.filter((first) => first)).toHaveLength(1);
    expect(await inbox(db).first('slack:Ev2')).toBe(true);
  });

  it('what has served is deleted: received after a week, sent after a month; what is owed or dead stays', async () => {
    const place = channel('C-old');
    await caseStore(db, { gapMs: () => 0 }).commit(
      filing({ messages: [cardIn(place), storyIn(place, filed()), storyIn(place, filed())] }),
    );
    const box = outbox(db);
    const [card] = await box.claim(1);
    if (card === undefined) throw new Error('nothing owed');
    await box.delivered(card, { platform: 'slack', tenant: 'T1', conversation: 'C-old', message: '1' });
    const [story] = await box.claim(1);
    if (story === undefined) throw new Error('nothing owed');
    await box.dead(story, 'broken');
    await inbox(db).first('today');
    expect((await upkeep(db, kept)).outbox).toBe(0);
    await db.query(`update outbox set done_at = done_at - interval '31 days'`);
    await db.query(
      `insert into inbox (id, received_at) select 'old' || n, now() - interval '8 days' from generate_series(1, 1201) n`,
    );
    expect(await upkeep(db, kept)).toEqual({ inbox: 1201, outbox: 1, originals: 0 });
    expect(await box.depth()).toMatchObject({ pending: 1, dead: 1 });
    expect(await inbox(db).first('today')).toBe(false);
  });

  it('unmasked words are erased when their case has been over for ninety days, and not a day before', async () => {
    const store = caseStore(db, { gapMs: () => 0 });
    const open = await store.commit(filing({ original: 'sealed-of-an-open-case' }));
    const over = await store.commit(filing({ original: 'sealed-of-an-ended-case' }));
    if (!open.ok || !over.ok) throw new Error('not filed');
    await db.query(
      `update cases set ended = true, awaits = '{}', accountable = null, updated_at = now() - interval '89 days' where id = $1::bigint`,
      [over.value.caseId],
    );
    await db.query(`update cases set updated_at = now() - interval '900 days' where id = $1::bigint`, [
      open.value.caseId,
    ]);
    expect((await upkeep(db, kept)).originals).toBe(0);
    await db.query(`update cases set updated_at = now() - interval '91 days' where id = $1::bigint`, [
      over.value.caseId,
    ]);
    expect((await upkeep(db, kept)).originals).toBe(1);
    expect(await store.original(over.value.caseId)).toBeNull();
    expect(await store.original(open.value.caseId)).toBe('sealed-of-an-open-case');
  });

  it('an old case keeps the words it was filed under', async () => {
    const today = aPlaybook.taxonomies;
    const former = { ...today, version: 'of-last-year', channels: [] };
    await rememberTaxonomies(db, former);
    const words = await rememberTaxonomies(db, today);
    expect(words('of-last-year')).toEqual(former);
    expect(words(today.version)).toEqual(today);
    expect(words('of-a-replica-that-started-later')).toEqual(today);
  });

  it('the migrations make the very columns that the schema names', async () => {
    const files = (await readdir(schema)).filter((name) => name !== 'columns.ts');
    const modules: readonly Record<string, PgTable>[] = await Promise.all(
      files.map((name) => import(join(schema, name))),
    );
    const tables = modules.flatMap((module) => Object.values(module)).map((table) => getTableConfig(table));
    const named = tables.flatMap((table) => table.columns.map((column) => `${table.name}.${column.name}`));
    const made = await db.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
    );
    expect(made.map((row) => row.name).sort()).toEqual([...named].sort());
  });
});
