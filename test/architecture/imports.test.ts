import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
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

describe('the house', () => {
  const seen = cruise();

  it('is looked at whole: every file on disk is cruised', () => {
    const cruised = new Set(seen.modules.map((m) => m.source));
    expect(onDisk.filter((file) => !cruised.has(file))).toEqual([]);
    expect(onDisk.length).toBeGreaterThan(60);
  });

  it('keeps its import rules', () => {
    expect(seen.summary.violations.map((v) => `${v.rule.name}: ${v.from} -> ${v.to}`)).toEqual([]);
  });
});
