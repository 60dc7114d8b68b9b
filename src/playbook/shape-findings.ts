import type { z } from 'zod';
import type { Fault, Finding, Path } from './finding.ts';

type Issue = z.core.$ZodIssue;

/** A validator's issue in an operator's words. */
export function findingOf(issue: Issue): readonly Finding[] {
  const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol');
  const find = (what: string, mend: string, at: Path = path): readonly Finding[] => [{ path: at, what, mend }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        what: 'is not a key of the playbook',
        mend: 'Check the spelling against playbook/default.yaml, or remove it.',
      }));
    case 'invalid_type':
      return issue.input === undefined
        ? find('is missing', `Add it: ${nouns[issue.expected] ?? issue.expected}, as in playbook/default.yaml.`)
        : find(
            `is not ${nouns[issue.expected] ?? issue.expected}`,
            `Write ${nouns[issue.expected] ?? issue.expected} here.`,
          );
    case 'invalid_value':
      return find('is not known', `Use one of: ${issue.values.map(String).join(', ')}.`);
    case 'too_small':
      if (issue.origin === 'array') return find('is empty', 'List at least one.');
      return issue.origin === 'string'
        ? find('is empty', 'Write a text here, in both languages where both are asked for.')
        : find('is too small', `Write ${issue.minimum} or more.`);
    case 'too_big':
      return find('is too big', `Write ${issue.maximum} or less.`);
    case 'invalid_format':
      return issue.format === 'email'
        ? find('is no e-mail address', 'Write the work e-mail as the chat platform knows it, or leave it out.')
        : find('is not written as it must be', `Write ${issue.message}.`);
    case 'invalid_key':
      return find('has a key that is not known', 'Use the codes of playbook/default.yaml as keys.');
    case 'custom': {
      const told: Partial<Fault> = issue.params ?? {};
      return find(told.what ?? 'is not known', told.mend ?? `Write ${issue.message}.`);
    }
    case 'invalid_union':
      return meantOf(issue.errors).flatMap((inner) => findingOf({ ...inner, path: [...issue.path, ...inner.path] }));
    case 'invalid_element':
    case 'not_multiple_of':
      return find('is not as expected', 'Compare it with playbook/default.yaml.');
  }
}

/** Of several shapes the one that was meant: it has more to say than that the whole is something else. */
const meantOf = (shapes: readonly (readonly Issue[])[]): readonly Issue[] =>
  shapes.find((issues) => issues.some(({ path, code }) => path.length > 0 || code === 'unrecognized_keys')) ??
  shapes[0] ??
  [];

const nouns: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a block of keys',
  record: 'a block of keys',
};
