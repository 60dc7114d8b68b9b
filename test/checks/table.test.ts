import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const page = readFileSync('docs/checks.md', 'utf8');

type Row = { readonly id: string; readonly shown: string };
const rows: readonly Row[] = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| check') && !line.startsWith('| ---'))
  .map((line) => {
    const [id = '', , shown = ''] = line.slice(2, -2).split(/ \| /);
    return { id, shown };
  });

/** How many checks each group of ideas brought. */
const groups = { S0: 29, S1: 14, S2: 18, S3: 19, S4: 18 };
const ids = Object.entries(groups).flatMap(([group, count]) =>
  Array.from({ length: count }, (_, i) => `${group}-${String(i + 1).padStart(2, '0')}`),
);

const sources = new Map<string, string>();
const sourceOf = (path: string): string => {
  const source = sources.get(path) ?? (existsSync(path) ? readFileSync(path, 'utf8').replaceAll("\\'", "'") : '');
  sources.set(path, source);
  return source;
};

const named = rows.flatMap(({ id, shown }) =>
  shown.split('<br>').flatMap((part) => {
    const [, path, name] = /^`([^`]+)` › (.+)$/.exec(part) ?? [];
    return path === undefined || name === undefined ? [] : [{ id, path, name: name.replaceAll('\\|', '|') }];
  }),
);

describe('the page of checks', () => {
  it('names every check once', () => {
    expect(rows.map((row) => row.id).filter((id) => /^S\d-\d\d$/.test(id))).toEqual(ids);
  });

  it('says for each which test shows it', () => {
    for (const { id, shown } of rows) {
      const parts = shown.split('<br>');
      expect(parts.length, id).toBeGreaterThan(0);
      for (const part of parts) {
        expect(part, id).toMatch(/^`test\/[^`]+` › .+$/);
      }
    }
  });

  it('names tests that are there', () => {
    expect(named.length).toBeGreaterThan(100);
    for (const { id, path, name } of named) {
      const isThere = ["'", '"', '`'].some((quote) => sourceOf(path).includes(`${quote}${name}${quote}`));
      expect(isThere, `${id}: ${path} › ${name}`).toBe(true);
    }
  });

  it('knows every test that says which check it shows', () => {
    const claimed = new Set<string>();
    for (const path of readdirSync('test', { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.test.ts')) continue;
      for (const [, title = ''] of sourceOf(join('test', path)).matchAll(/\bit\(\s*['"`]((?:S\d-\d\d[,:]? ?)+)/g)) {
        for (const [id] of title.matchAll(/S\d-\d\d/g)) claimed.add(id);
      }
    }
    const shown = new Set(named.map(({ id }) => id));
    expect([...claimed].filter((id) => !shown.has(id))).toEqual([]);
    expect(claimed.size).toBeGreaterThan(40);
  });
});
