import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseStore } from '../../../db/case-store.ts';
import * as statements from '../../../db/commit-statements.ts';
import { openDatabase } from '../../../db/connect.ts';
import { type Fresh, freshDatabase } from '../../support/databases.ts';
import { quietLog } from '../../support/quiet-log.ts';
import { filings } from '../support/changes.ts';
import { plainInserts } from './plain-inserts.ts';
import { insertsOn } from './postgres-js.ts';

const tables = [
  'cases',
  'case_events',
  'originals',
  'case_texts',
  'look_alikes',
  'lanes',
  'outbox',
  'due',
  'nudges',
  'stale_clusters',
  'tallies',
];

describe('what filing is measured against', () => {
  const fresh: Fresh[] = [];
  beforeAll(async () => {
    fresh.push(await freshDatabase('postgres'), await freshDatabase('postgres'));
  });
  afterAll(async () => {
    for (const { remove } of fresh) await remove();
  });

  it('writes the very rows that a commit writes, for every one of the forty voices', async () => {
    const [ours, plain] = fresh.map(({ url }) => url ?? '');
    const db = await openDatabase({ url: ours ?? '', dataDir: '', log: quietLog() });
    const sql = postgres(plain ?? '', { max: 1, onnotice: () => {} });
    try {
      const store = caseStore(db);
      for (const change of await filings(db)) {
        await store.commit(change);
        await insertsOn(sql, plainInserts(change))(change.causationId);
      }
      expect(await rows(postgres(ours ?? '', { max: 1 }))).toEqual(await rows(sql));
    } finally {
      await db.close();
      await sql.end();
    }
  });

  it('leaves out no table that filing writes', () => {
    const statement = Object.values(statements).join('\n');
    const written = [...statement.matchAll(/insert into (\w+)/g)].map(([, table]) => table);
    expect(new Set(written)).toEqual(new Set(tables));
  });
});

/** Everything but the moment at which the server wrote it down. */
async function rows(sql: postgres.Sql): Promise<unknown> {
  const found: Record<string, unknown> = {};
  for (const table of tables) {
    found[table] = await sql.unsafe(`select to_jsonb(t) - 'created_at' as row from ${table} t order by 1`);
  }
  await sql.end();
  return found;
}
