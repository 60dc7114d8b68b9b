import type { z } from 'zod';
import type { Finding, Path } from './finding.ts';

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
        ? find('is missing', `Add it: ${nouns[issue.expected] ?? issue.expected}.`)
        : find(
            `is not ${nouns[issue.expected] ?? issue.expected}`,
            `Write ${nouns[issue.expected] ?? issue.expected} here.`,
          );
    case 'invalid_value':
      return find('is not known', `Use one of: ${issue.values.map(String).join(', ')}.`);
    case 'too_small':
      return issue.origin === 'string'
        ? find('is empty', 'Write a text here, in both languages where both are asked for.')
        : find('is too small', issue.origin === 'array' ? 'List at least one.' : `Write ${issue.minimum} or more.`);
    case 'too_big':
      return find('is too big', `Write ${issue.maximum} or less.`);
    case 'invalid_format':
      return issue.format === 'email'
        ? find('is no e-mail address', 'Write the work e-mail as the chat platform knows it, or leave it out.')
        : find('is not written as it must be', `Write ${issue.message}.`);
    case 'invalid_key':
      return find('has a key that is not known', 'Use the codes of playbook/default.yaml as keys.');
    case 'custom':
      return find('is not known', `Write ${issue.message}.`);
    case 'invalid_union':
    case 'invalid_element':
    case 'not_multiple_of':
      return find('is not as expected', 'Compare it with playbook/default.yaml.');
  }
}

const nouns: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a block of keys',
  record: 'a block of keys',
};
