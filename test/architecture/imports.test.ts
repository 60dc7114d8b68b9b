import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Cruise = {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
};

const cruise = (): Cruise => {
  const args = ['depcruise', 'src', 'adapters', 'db', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  try {
    return JSON.parse(execFileSync('npx', args, { encoding: 'utf8', maxBuffer: 1 << 28 }));
  } catch (fault) {
    return JSON.parse((fault as { stdout: string }).stdout);
  }
};

const onDisk = ['src', 'adapters', 'db'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${root}/${file}`),
);

const page = 'adapters/sandbox/page/';
const isPage = (file: string): boolean => file.startsWith(page);
const leavesThePage = (file: string, name: string): boolean => {
  if (!name.startsWith('.')) return false;
  const target = join(dirname(file), name);
  return !target.startsWith(page) && target !== 'adapters/sandbox/protocol.ts';
};

describe('the house', () => {
  const seen = cruise();

  it('is looked at whole: every file on disk is cruised', () => {
    const cruised = new Set(seen.modules.map((m) => m.source));
    expect(onDisk.filter((file) => !isPage(file) && !cruised.has(file))).toEqual([]);
    expect(cruised.size).toBeGreaterThan(200);
  });

  it('keeps the page of the sandbox to itself, the protocol and its drawing libraries', () => {
    const allowed = /^(\.{1,2}\/|react(-dom)?(\/|$)|slack-blocks-to-jsx(\/|$)|@slack\/types$|node:|esbuild$)/;
    const outside = onDisk.filter(isPage).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?'([^']+)'/g)]
        .map(([, name = '']) => name)
        .filter((name) => !allowed.test(name) || leavesThePage(file, name))
        .map((name) => `${file} -> ${name}`),
    );
    expect(onDisk.filter(isPage).length).toBeGreaterThan(20);
    expect(outside).toEqual([]);
  });

  it('keeps its import rules', () => {
    expect(seen.summary.violations.map((v) => `${v.rule.name}: ${v.from} -> ${v.to}`)).toEqual([]);
  });
});
