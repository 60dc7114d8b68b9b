import type { Taxonomies } from '../src/domain/playbook.ts';
import type { Queryable } from './database.ts';
import { json } from './literals.ts';

/**
 * Keeps today's words and gives back all that were ever used, by version: a case is read under the words it was filed
 * under. A version this process has not seen, of a replica that started later, reads as today's.
 */
export async function rememberTaxonomies(db: Queryable, current: Taxonomies): Promise<(version: string) => Taxonomies> {
  await db.query(
    'insert into taxonomies (version, content) values ($1::text, $2::text::jsonb) on conflict (version) do nothing',
    [current.version, json(current)],
  );
  const rows = await db.query<{ version: string; content: Taxonomies }>('select version, content from taxonomies');
  const known = new Map(rows.map((row) => [row.version, row.content]));
  return (version) => known.get(version) ?? current;
}
