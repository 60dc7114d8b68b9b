import { lexiconWord } from '../domain/learning/lexicon-edit.ts';
import type { Finding } from './finding.ts';
import { listAt, type Row } from './raw.ts';

/** Words of a lexicon, each with its place; a number counts as it is written. */
const wordsIn = (rows: readonly Row[]): readonly { readonly path: Row['path']; readonly word: string }[] =>
  rows.flatMap(({ path, value }) =>
    typeof value === 'string' || typeof value === 'number' ? [{ path, word: lexiconWord(String(value)) }] : [],
  );

const nested = (raw: unknown, key: string): readonly Row[] =>
  listAt(raw, [key]).flatMap(({ path, value }) =>
    listAt(value, []).map((row) => ({ ...row, path: [...path, ...row.path] })),
  );

const grouped = (raw: unknown) => wordsIn([...nested(raw, 'things'), ...nested(raw, 'troubles')]);

/** A word that stands in two groups would join two things that are not one. */
export function onceEachWord(raw: unknown): readonly Finding[] {
  const seen = new Set<string>();
  return grouped(raw).flatMap(({ path, word }) => {
    if (!seen.has(word)) {
      seen.add(word);
      return [];
    }
    return [{ path, what: `"${word}" stands in two groups`, mend: 'Leave it in the one that fits better.' }];
  });
}

/** What is opposite or near must be in a group first. */
export function unknownWords(raw: unknown): readonly Finding[] {
  const known = new Set(grouped(raw).map(({ word }) => word));
  return wordsIn([...nested(raw, 'opposites'), ...nested(raw, 'near')]).flatMap(({ path, word }) =>
    known.has(word)
      ? []
      : [{ path, what: `"${word}" is in no group`, mend: 'Use a word of things or troubles, as it is written there.' }],
  );
}
