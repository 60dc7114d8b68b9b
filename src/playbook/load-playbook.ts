import { readFileSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { ConfigError, type Problem } from '../config-error.ts';
import type { Playbook } from '../domain/playbook.ts';
import type { Finding, Path } from './finding.ts';
import { checkReferences, warningsOf } from './references.ts';
import { readShape } from './shape.ts';

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
  const file = shortest(path);
  const counter = new LineCounter();
  const document = parseDocument(sourceOf(path, file), { lineCounter: counter, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new ConfigError(
      document.errors.map((e) => ({
        where: `${file}:${counter.linePos(e.pos[0]).line}`,
        what: `not readable as YAML: ${e.message}`,
        mend: 'Check the indentation, quotes and brackets of this line and the one above.',
      })),
    );
  }
  const raw: unknown = document.toJS();
  const shape = readShape(raw);
  const findings = [...shape.findings, ...checkReferences(raw)];
  if (shape.playbook === null || findings.length > 0) {
    throw new ConfigError(findings.map((finding) => problemOf(finding, file, document, counter)));
  }
  return { playbook: shape.playbook, warnings: warningsOf(shape.playbook).map((text) => `${file}: ${text}`) };
}

function sourceOf(path: string, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const what = code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'not UTF-8' : `cannot be read (${code || 'unknown'})`;
    const mend =
      what === 'not UTF-8' ? 'Save the file as UTF-8.' : 'Let PLAYBOOK name a YAML file that this process may read.';
    throw new ConfigError([{ where: `PLAYBOOK ${file}`, what, mend }]);
  }
}

function problemOf(finding: Finding, file: string, document: Document, counter: LineCounter): Problem {
  const where = `${file}:${lineOf(finding.path, document, counter)} ${pathText(finding.path)}`.trimEnd();
  return { where, what: finding.what, mend: finding.mend };
}

/** Line of the value, or of the nearest thing around it when the value is missing. */
function lineOf(path: Path, document: Document, counter: LineCounter): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}

const pathText = (path: Path): string =>
  path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`)).join('');

function shortest(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') || isAbsolute(fromHere) ? path : fromHere;
}
