import { readFileSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { ConfigError, type Problem } from '../config-error.ts';
import type { Finding, Path } from './finding.ts';

/** A YAML file as it was written, and where in it a finding stands. */
export type YamlFile = {
  readonly raw: unknown;
  /** As people call it: from here, where that is shorter. */
  readonly name: string;
  readonly problem: (finding: Finding) => Problem;
};

/**
 * @param key what names the file, for whoever must mend it
 * @throws ConfigError
 */
export function readYaml(path: string, key: string): YamlFile {
  const name = shortest(path);
  const counter = new LineCounter();
  const document = parseDocument(sourceOf(path, key, name), { lineCounter: counter, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new ConfigError(
      document.errors.map((e) => ({
        where: `${name}:${counter.linePos(e.pos[0]).line}`,
        what: `not readable as YAML: ${e.message}`,
        mend: 'Check the indentation, quotes and brackets of this line and the one above.',
      })),
    );
  }
  return {
    raw: document.toJS(),
    name,
    problem: ({ path: at, what, mend }) => ({
      where: `${name}:${lineOf(at, document, counter)} ${pathText(at)}`.trimEnd(),
      what,
      mend,
    }),
  };
}

function sourceOf(path: string, key: string, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const what = code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'not UTF-8' : `cannot be read (${code || 'unknown'})`;
    const mend =
      what === 'not UTF-8' ? 'Save the file as UTF-8.' : `Let ${key} name a YAML file that this process may read.`;
    throw new ConfigError([{ where: `${key} ${name}`, what, mend }]);
  }
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
