import type { Path } from './finding.ts';

/** Careful steps through a file of which nothing is certain yet. */

export type Row = { readonly path: Path; readonly value: unknown };

export const at = (raw: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (here, part) =>
      typeof here === 'object' && here !== null && Object.hasOwn(here, part) ? Reflect.get(here, part) : undefined,
    raw,
  );

/** The entries of a list with their own paths; none where there is no list. */
export function listAt(raw: unknown, path: Path): readonly Row[] {
  const list = at(raw, path);
  return Array.isArray(list) ? list.map((value: unknown, i) => ({ path: [...path, i], value })) : [];
}

export const rowsAt = (raw: unknown, path: Path): readonly Row[] =>
  listAt(raw, path).filter(({ value }) => typeof value === 'object' && value !== null);

export function textAt(row: Row, key: string): { readonly path: Path; readonly value: string } | null {
  const value = at(row.value, [key]);
  return typeof value === 'string' ? { path: [...row.path, key], value } : null;
}
