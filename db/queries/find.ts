import { grams, terms } from '../../src/domain/find-text.ts';
import type { CaseFilter, Page } from '../../src/ports/case-queries.ts';
import type { Parameter, Queryable } from '../database.ts';
import { intArray, textArray } from '../literals.ts';
import { type PageRow, pageOf } from './page.ts';

/** `total` counts no further than this: nobody pages through more, and the newest thousand are found quickly. */
const countedAtMost = 1000;
/** Pairs looked up in the index; the words themselves are compared afterwards. */
const gramsAtMost = 32;

export type FindStatement = { readonly text: string; readonly parameters: readonly Parameter[] };

/**
 * Newest first. Each filter that is set adds its condition, so that every combination has a plan of its own: by text
 * index `case_texts_grams`, by department `cases_department`, open ones `cases_open`, all of them the primary key.
 * Null: the text holds nothing to look for.
 */
export function findStatement(filter: CaseFilter, limit: number): FindStatement | null {
  const parameters: Parameter[] = [limit];
  const conditions: string[] = [];
  const add = (value: Parameter): string => `$${parameters.push(value)}`;
  const words = filter.text === null ? [] : terms(filter.text);
  if (filter.text !== null && words.length === 0) return null;
  if (words.length > 0) {
    const pairs = [...new Set(words.flatMap(grams))].slice(0, gramsAtMost);
    // A word of one character has no pair; it is compared only.
    if (pairs.length > 0) conditions.push(`t.grams @> ${add(intArray(pairs))}::text::int[]`);
    conditions.push(`t.text like all (${add(textArray(words.map((word) => `%${word}%`)))}::text::text[])`);
  }
  if (filter.department !== null) conditions.push(`c.department = ${add(filter.department)}::text`);
  if (filter.filer !== undefined) conditions.push(`c.filer_id = ${add(filter.filer)}::text`);
  if (filter.open) conditions.push('not c.ended');
  const text = `
with hit as materialized (
  select c.id from cases c ${words.length > 0 ? 'join case_texts t on t.case_id = c.id' : ''}
  ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
   order by c.id desc limit ${countedAtMost}
)
select id, version, state, (select count(*) from hit) as total from cases
 where id in (select id from hit order by id desc limit $1::int)
 order by id desc`;
  return { text, parameters };
}

export async function find(db: Queryable, filter: CaseFilter, limit: number): Promise<Page> {
  const statement = findStatement(filter, limit);
  if (statement === null) return { cases: [], total: 0 };
  return pageOf(await db.query<PageRow>(statement.text, statement.parameters));
}
