import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const files = ['src', 'adapters', 'db']
  .flatMap((root) => readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => `${root}/${file}`))
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const lines = (text: string): number => text.split('\n').length - 1;
const where = (pattern: RegExp, except: RegExp = /^$/): readonly string[] =>
  files.filter(({ file, text }) => !except.test(file) && pattern.test(text)).map(({ file }) => file);

describe('the files of the product', () => {
  it('stay small: none passes 300 lines, and the median is near 80', () => {
    expect(files.filter(({ text }) => lines(text) > 300).map(({ file }) => file)).toEqual([]);
    const sorted = files.map(({ text }) => lines(text)).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(90);
  });

  it('read the environment in one place', () => {
    expect(where(/process\.env(?!\.NODE_ENV)/, /^src\/config\.ts$/)).toEqual([]);
  });

  it('ring the bell in one place', () => {
    expect(where(/from 'node-cron'/)).toEqual(['src/main.ts']);
  });

  it('read no clock and no dice in the core, the use cases and the drawing', () => {
    expect(
      where(/Date\.now|new Date\(|Math\.random/).filter((f) => /^src\/(domain|app|render|ports)\//.test(f)),
    ).toEqual([]);
  });

  it('hold no promise to do something later', () => {
    expect(where(/\b(TODO|FIXME|XXX)\b|not implemented|@ts-ignore|as any\b/)).toEqual([]);
  });
});
