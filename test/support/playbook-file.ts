import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shippedPlaybook } from '../../src/config.ts';
import { ConfigError } from '../../src/config-error.ts';
import { loadPlaybook } from '../../src/playbook/load-playbook.ts';

/** The text of the playbook that ships. */
export const source = readFileSync(shippedPlaybook, 'utf8');
export const folder = mkdtempSync(join(tmpdir(), 'meari-playbook-'));
let written = 0;
export type Change = readonly [from: string, to: string];

/** A playbook file with one or more changes; each change must apply, or the test would prove nothing. */
export function changed(...changes: readonly Change[]): string {
  let text = source;
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`not in the playbook: ${from}`);
    text = text.replace(from, () => to);
  }
  return saved(text);
}

export function saved(text: string | Buffer): string {
  written += 1;
  const path = join(folder, `${written}.yaml`);
  writeFileSync(path, text);
  return path;
}

export function problemsOf(path: string): ConfigError['problems'] {
  try {
    loadPlaybook(path);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  throw new Error('the playbook was accepted');
}

/** The one thing that is wrong with a file. */
export const only = (path: string): ConfigError['problems'][number] => {
  const [first, ...rest] = problemsOf(path);
  if (first === undefined || rest.length > 0)
    throw new Error(`expected one problem, got ${JSON.stringify([first, ...rest])}`);
  return first;
};

/** Line of a text in the playbook that ships. */
export const lineOf = (text: string): number => source.slice(0, source.indexOf(text)).split('\n').length;
