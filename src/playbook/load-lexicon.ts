import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ConfigError } from '../config-error.ts';
import type { Lexicon } from '../domain/learning/lexicon.ts';
import { wordProblem } from '../domain/learning/lexicon-edit.ts';
import { onceEachWord, unknownWords } from './lexicon-findings.ts';
import { findingOf } from './shape-findings.ts';
import { text } from './shape-parts.ts';
import { readYaml } from './yaml-file.ts';

/** The words that ship with Meari. */
export const shippedLexicon = fileURLToPath(new URL('../../playbook/lexicon.yaml', import.meta.url));

/** `504` is a word here, though YAML reads a number. */
const word = z
  .preprocess((value) => (typeof value === 'number' ? String(value) : value), text)
  .refine((value) => wordProblem(value) === null, {
    params: {
      what: 'cannot be looked for',
      mend: 'Write letters or digits of one language: Korean or English, not both in one word.',
    },
  });
const group = z.array(word).min(1);
const related = z.array(z.array(word).min(2)).default([]);

const shape = z.strictObject({
  things: z.array(group),
  troubles: z.array(group),
  praises: z.array(word).default([]),
  questions: z.array(word).default([]),
  common: z.array(word).default([]),
  opposites: related,
  near: related,
});

/** @throws ConfigError naming every word that is wrong. */
export function loadLexicon(path: string): Lexicon {
  const file = readYaml(path, 'lookAlikes.lexicon');
  const read = shape.safeParse(file.raw, { reportInput: true });
  const findings = [
    ...(read.success ? [] : read.error.issues.flatMap(findingOf)),
    ...onceEachWord(file.raw),
    ...unknownWords(file.raw),
  ];
  if (!read.success || findings.length > 0) throw new ConfigError(findings.map(file.problem));
  return read.data;
}
