import { describe, expect, it } from 'vitest';
import { exportTables } from '../../src/domain/export/tables.ts';
import { pages } from './pages.ts';

/** The columns that a page tells of, file by file. */
function told(path: string): ReadonlyMap<string, readonly string[]> {
  const text = pages.find((page) => page.path === path)?.text ?? '';
  const sections = text.split(/^### /m).slice(1);
  return new Map(
    sections.map((section) => {
      const [table = ''] = section
        .split(/\n\n(?=[^|])/)
        .slice(1)
        .filter((part) => part.includes('| --- | --- |'));
      const columns = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, column = '']) => column);
      return [section.split('\n')[0] ?? '', columns];
    }),
  );
}

describe('what an export holds', () => {
  it.each(['docs/export.md', 'docs/export.ko.md'])('is told column by column, in their order: %s', (path) => {
    expect([...told(path)]).toEqual(exportTables.map(({ file, columns }) => [file, columns]));
  });
});
