import { accountable, awaits } from '../src/domain/case/accountable.ts';
import { departmentHolding, type FiledCase, hasEnded, ownerOf } from '../src/domain/case/case.ts';
import { grams, squeeze } from '../src/domain/find-text.ts';
import { gramsOf, textOf } from '../src/domain/learning/grams.ts';
import type { DueRow } from '../src/ports/due-list.ts';
import type { Parameter } from './database.ts';
import { intArray, json, textArray } from './literals.ts';
import { partyKey } from './parties.ts';

/** Columns of `cases` that follow from the case, with the cast of their parameter; `updated_at` comes with the events. */
export const projected = [
  ['status', 'text'],
  ['tier', 'text'],
  ['department', 'text'],
  ['owner_id', 'text'],
  ['customer_owner_id', 'text'],
  ['filer_id', 'text'],
  ['customer_key', 'text'],
  ['cluster_id', 'bigint'],
  ['surge_of', 'bigint'],
  ['filed_at', 'moment'],
  ['updated_at', 'moment'],
  ['ended', 'boolean'],
  ['leaving', 'boolean'],
  ['accountable', 'text'],
  ['awaits', 'text[]'],
  ['dues', 'jsonb'],
  ['state', 'jsonb'],
] as const;

/** Their values, in that order. */
export function projection(c: FiledCase, updatedAt: number, { dues }: Pick<DueRow, 'dues'>): readonly Parameter[] {
  const party = accountable(c);
  return [
    c.status,
    c.assessment.tier,
    departmentHolding(c),
    ownerOf(c)?.id ?? null,
    c.customerOwner.id,
    c.filer.id,
    c.customer,
    c.cluster === undefined ? null : String(c.cluster),
    c.surge === undefined ? null : String(c.surge),
    c.filedAt,
    updatedAt,
    hasEnded(c),
    c.assessment.leaving === true,
    party === null ? null : partyKey(party),
    textArray(awaits(c).map(partyKey)),
    json(dues),
    json(c),
  ];
}

/** What `find` and the search for look-alikes look through: what was said when it was filed. */
export function findable(c: FiledCase): { readonly text: string; readonly grams: string; readonly lookAlike: string } {
  const text = squeeze([c.voice.experience, c.voice.words, c.voice.product ?? '', c.voice.opinion ?? ''].join(' '));
  return { text, grams: intArray(grams(text)), lookAlike: intArray(gramsOf(textOf(c.voice))) };
}
