import { textsOf } from './checks.ts';
import type { Finding, Path } from './finding.ts';
import { at, type Row, rowsAt } from './raw.ts';

/** Opinions on the bot must be able to land somewhere. */
export function checkCare(raw: unknown): readonly Finding[] {
  const known: readonly (readonly [string, readonly Row[]])[] = [
    ['department', rowsAt(raw, ['departments'])],
    ['channel', rowsAt(raw, ['taxonomies', 'channels'])],
    ['want', rowsAt(raw, ['taxonomies', 'wants'])],
  ];
  return known.flatMap(([key, rows]) => {
    const path: Path = ['care', 'feedback', key];
    const value = at(raw, path);
    const codes = textsOf(rows, 'code');
    if (typeof value !== 'string' || codes.includes(value)) return [];
    return [{ path, what: `"${value}" is no ${key}`, mend: `Use one of: ${codes.join(', ')}.` }];
  });
}
