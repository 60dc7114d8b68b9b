import { dirname, resolve } from 'node:path';
import { ConfigError } from '../config-error.ts';
import type { Playbook } from '../domain/playbook.ts';
import { loadLexicon, shippedLexicon } from './load-lexicon.ts';
import { checkReferences, warningsOf } from './references.ts';
import { readShape } from './shape.ts';
import { readYaml } from './yaml-file.ts';

export type ReadPlaybook = { readonly playbook: Playbook; readonly warnings: readonly string[] };

/**
 * Reads a playbook from a YAML file.
 * @throws ConfigError with every problem: file, line, path, what is wrong, how to mend it.
 */
export function loadPlaybook(path: string): Playbook {
  return readPlaybook(path).playbook;
}

/** The same, with what the operator should know although it does not stop the start. */
export function readPlaybook(path: string): ReadPlaybook {
  const file = readYaml(path, 'PLAYBOOK');
  const shape = readShape(file.raw);
  const findings = [...shape.findings, ...checkReferences(file.raw)];
  if (shape.playbook === null || findings.length > 0) throw new ConfigError(findings.map(file.problem));
  const { lexicon, ...lookAlikes } = shape.playbook.lookAlikes;
  // A lexicon of the company's own stands beside its playbook.
  const words = loadLexicon(lexicon === null ? shippedLexicon : resolve(dirname(path), lexicon));
  const playbook = { ...shape.playbook, lookAlikes: { ...lookAlikes, lexicon: words } };
  return { playbook, warnings: warningsOf(playbook).map((text) => `${file.name}: ${text}`) };
}
