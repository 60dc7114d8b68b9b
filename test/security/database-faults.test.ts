import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../db/database.ts';
import { eachDatabase } from '../support/databases.ts';

const said = '환불해 주세요 010-1234-5678';

/** Everything an error carries, own and inherited, through its causes. */
function everythingOn(error: unknown): string {
  const parts: unknown[] = [];
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    for (const key of Reflect.ownKeys(e)) parts.push(Reflect.get(e, key));
  }
  return parts.map((part) => (part instanceof Error ? '' : (JSON.stringify(part) ?? String(part)))).join('\n');
}

eachDatabase((_, open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  it.each([
    ['a number that is none', 'select $1::text::bigint', [said]],
    ['a moment that is none', 'select $1::text::timestamptz', [said]],
    ['a list that is none', 'select $1::text::text[]', [`{"${said}`]],
    ['JSON that is none', 'select $1::text::jsonb', [`{"words": ${said}}`]],
    [
      'a row that breaks a rule',
      "insert into people (id, name, chosen_locale) values ('x', $1::text, $1::text)",
      [said],
    ],
    ['a row that is there already', 'insert into inbox (id) values ($1::text), ($1::text)', [said]],
    ['a missing part', 'insert into originals (case_id, sealed) values (999999, $1::text)', [said]],
  ] as const)('a fault over %s carries nothing of what was written', async (_name, text, parameters) => {
    const fault = await db.query(text, parameters).then(
      () => null,
      (error: unknown) => error,
    );
    expect(fault).toMatchObject({ name: 'DatabaseFault', code: 'STATEMENT_FAILED' });
    expect(everythingOn(fault)).not.toContain('010-1234');
  });
});
