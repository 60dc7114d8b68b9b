import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../src/app/command-line.ts';
import { logLevels } from '../../src/config.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import { shipped } from '../support/shipped-playbook.ts';
import { allPages, headingsOf, inlineCode, type Page, pages, pairs, proseOf, shellLines } from './pages.ts';

const named = (path: string): Page => {
  const found = pages.find((p) => p.path === path);
  if (found === undefined) throw new Error(`no page ${path}`);
  return found;
};

/** As GitHub names a heading. */
const anchorOf = (heading: string): string =>
  heading
    .replace(/^#+ /, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

describe('the pages', () => {
  it('link to what is there, headings included', () => {
    const dead = allPages.flatMap((page) =>
      [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, link = '']) => link)
        .filter((link) => !/^https?:/.test(link))
        .filter((link) => {
          const [path = '', anchor] = link.split('#');
          const target = path === '' ? page.path : join(dirname(page.path), path);
          if (!existsSync(target)) return true;
          if (anchor === undefined) return false;
          const there = headingsOf({ path: target, text: readFileSync(target, 'utf8') });
          return !there.map(anchorOf).includes(decodeURIComponent(anchor));
        })
        .map((link) => `${page.path}: ${link}`),
    );
    expect(dead).toEqual([]);
  });

  it('name files that exist', () => {
    const roots = /^(src|adapters|db|test|playbook|docs|\.ci|render)\/[\w./*-]+$/;
    const missing = pages.flatMap((page) =>
      inlineCode(page)
        .filter((code) => roots.test(code))
        .map((code) => code.replace(/\*.*$/, ''))
        .filter((path) => !exists(path) && !exists(`src/${path}`) && !exists(`${path}.ts`))
        .map((path) => `${page.path}: ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it('show pictures that are light enough to be looked at', () => {
    const pictures = readdirSync('docs/pictures').map((name) => join('docs/pictures', name));
    const shown = pages.flatMap((page) =>
      [...page.text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) => join(dirname(page.path), path)),
    );
    expect(pictures.sort()).toEqual(shown.sort());
    for (const picture of pictures) {
      expect(readFileSync(picture).subarray(1, 4).toString()).toBe('PNG');
      expect(statSync(picture).size).toBeLessThan(300_000);
    }
  });
});

/** A path, or the beginning of one. */
const exists = (path: string): boolean => {
  const [folder, start] = [dirname(path), path.slice(dirname(path).length + 1)];
  return existsSync(path) || (start !== '' && existsSync(folder) && readdirSync(folder).some((f) => f === start));
};

describe('the Korean pages', () => {
  it('are as many as the English ones, but for what only developers read', () => {
    const english = pages.map((p) => p.path).filter((path) => !path.endsWith('.ko.md') && path !== 'CONTRIBUTING.md');
    const measured = ['docs/checks.md', 'docs/parity.md'];
    expect(english.filter((path) => !measured.includes(path))).toEqual(pairs.map(([page]) => page.path));
  });

  it.each(pairs)('have the same sections, commands, rows and points: $path', (english, korean) => {
    const levels = (page: Page) => headingsOf(page).map((heading) => heading.replace(/ .*/, ''));
    const count = (page: Page, pattern: RegExp) => page.text.match(pattern)?.length ?? 0;
    expect(levels(korean)).toEqual(levels(english));
    expect(shellLines(korean)).toEqual(shellLines(english));
    for (const pattern of [/^\s*\|/gm, /^\s*[-*] /gm, /^\d\. /gm]) {
      expect(count(korean, pattern)).toBe(count(english, pattern));
    }
  });
});

describe('the table of variables', () => {
  const [, union = ''] = /export type Variable =([\s\S]*?);/.exec(readFileSync('src/config-reader.ts', 'utf8')) ?? [];
  const read = [...union.matchAll(/'([A-Z_]+)'/g)].map(([, name]) => name).sort();
  const rows = (path: string) =>
    named(path)
      .text.split('\n')
      .filter((line) => /^\s*\| `/.test(line));

  it.each(['README.md', 'README.ko.md'])('names every variable that is read, and no other: %s', (path) => {
    const cells = rows(path).map((row) => row.split('|')[1] ?? '');
    const told = new Set(cells.flatMap((cell) => [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name)));
    expect(read.length).toBeGreaterThan(10);
    expect([...told].sort()).toEqual(read);
  });

  it.each(['README.md', 'README.ko.md'])('names every level of the log: %s', (path) => {
    const row = rows(path).find((line) => line.includes('`LOG_LEVEL`')) ?? '';
    for (const level of logLevels) expect(row).toContain(`\`${level}\``);
  });
});

describe.each([
  ['en', 'docs/guide.md'],
  ['ko', 'docs/guide.ko.md'],
] as const)('the guide by role, in %s', (locale, path) => {
  const guide = named(path);
  const words = wordsIn(locale);

  it('calls every button by its name', () => {
    // A label may break at the end of a line.
    const pressed = [...guide.text.matchAll(/\[([^\]]+)\](?!\()/g)].map(([, label = '']) => label.replace(/\s+/g, ' '));
    const labels = new Set<string>(Object.values(words.steps.labels));
    expect(pressed.length).toBeGreaterThan(30);
    expect(pressed.filter((label) => !labels.has(label))).toEqual([]);
  });

  it('types only what /voc understands', () => {
    const typed = inlineCode(guide).filter((code) => code.startsWith('/voc '));
    expect(typed.length).toBeGreaterThanOrEqual(5);
    for (const line of typed) expect(readCommandLine(line.slice('/voc '.length), shipped).type).not.toBe('file');
  });
});

describe('the operator’s commands', () => {
  it('are all told somewhere', () => {
    const usage = /const usage = `([\s\S]*?)`;/.exec(readFileSync('src/cli.ts', 'utf8'))?.[1] ?? '';
    const commands = [...usage.matchAll(/^ {2}([a-z]+(?: [a-z]+)*)/gm)].map(([, command = '']) => command);
    expect(commands.length).toBeGreaterThan(6);
    const told = ['README.md', 'docs/operating.md', 'docs/slack.md', 'docs/teams.md']
      .map((path) => named(path).text)
      .join('\n');
    expect(commands.filter((command) => !told.includes(`npm run meari -- ${command}`))).toEqual([]);
  });
});
