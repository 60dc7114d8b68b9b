import type { Finding } from './finding.ts';
import { listAt, type Row, textAt } from './raw.ts';

/** Checks that hold for any list: codes are given once, names belong to something. */

export const textsOf = (rows: readonly Row[], key: string): readonly string[] =>
  rows.flatMap((row) => textAt(row, key)?.value ?? []);

export function onceEach(rows: readonly Row[], key: string): readonly Finding[] {
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const found = textAt(row, key);
    if (found === null) return [];
    const name = found.value.toLowerCase();
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [{ path: found.path, what: `"${found.value}" is used twice`, mend: 'Give each its own.' }];
  });
}

export function unknownIn(
  rows: readonly Row[],
  key: string,
  known: readonly string[],
  noun: string,
): readonly Finding[] {
  return rows.flatMap((row) => unknownAmong(textAt(row, key) ?? { path: row.path, value: null }, known, noun));
}

/** The same, where the key holds a list of names. */
export function unknownInLists(
  rows: readonly Row[],
  key: string,
  known: readonly string[],
  noun: string,
): readonly Finding[] {
  return rows
    .flatMap((row) => listAt(row.value, [key]).map(({ path, value }) => ({ path: [...row.path, ...path], value })))
    .flatMap((name) => unknownAmong(name, known, noun));
}

export const unknownAmong = ({ path, value }: Row, known: readonly string[], noun: string): readonly Finding[] =>
  typeof value !== 'string' || known.includes(value)
    ? []
    : [{ path, what: `"${value}" is no ${noun}`, mend: `Use one of: ${known.join(', ')}.` }];

/** Where a number is not above the one before it. */
export function unrising(rows: readonly Row[], what: string, mend: string): readonly Finding[] {
  return rows.flatMap(({ path, value }, i) => {
    const before = rows[i - 1]?.value;
    return typeof value === 'number' && typeof before === 'number' && value <= before ? [{ path, what, mend }] : [];
  });
}
