import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/config-error.ts';
import { loadLexicon, shippedLexicon } from '../../src/playbook/load-lexicon.ts';
import { loadPlaybook } from '../../src/playbook/load-playbook.ts';
import { changed, folder } from '../support/playbook-file.ts';

let written = 0;
function lexiconOf(text: string): string {
  written += 1;
  const path = join(folder, `lexicon-${written}.yaml`);
  writeFileSync(path, text);
  return path;
}
function problemsOf(path: string): ConfigError['problems'] {
  try {
    loadLexicon(path);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  throw new Error('the lexicon was accepted');
}

describe('the lexicon', () => {
  it('that ships holds hundreds of groups in both languages', () => {
    const { things, troubles } = loadLexicon(shippedLexicon);
    const groups = [...things, ...troubles];
    expect(groups.length).toBeGreaterThan(600);
    const both = groups.filter((words) => words.some((w) => /[가-힣]/.test(w)) && words.some((w) => /[a-z]/i.test(w)));
    expect(both.length / groups.length).toBeGreaterThan(0.8);
  });

  it('of a company stands beside its playbook', () => {
    writeFileSync(join(folder, 'our-words.yaml'), 'things: [[계란, egg]]\ntroubles: [[깨지다, broken]]\n');
    const path = changed(['lookAlikes:\n', 'lookAlikes:\n  lexicon: our-words.yaml\n']);
    expect(loadPlaybook(path).lookAlikes.lexicon.things).toEqual([['계란', 'egg']]);
  });

  it('that is wrong stops the start and says where, every fault at once', () => {
    const path = lexiconOf(
      'things:\n  - [계란, egg]\n  - [egg, api문서]\ntroubles: []\nopposites:\n  - [늦다, 빠르다]\n',
    );
    expect(problemsOf(path).map(({ where, what }) => `${where.replace(/^.*:/, '')}: ${what}`)).toEqual([
      '3 things[1][1]: cannot be looked for',
      '3 things[1][0]: "egg" stands in two groups',
      '6 opposites[0][0]: "늦다" is in no group',
      '6 opposites[0][1]: "빠르다" is in no group',
    ]);
  });

  it('reads 504 as a word', () => {
    expect(loadLexicon(lexiconOf('things: [[타임아웃, 504]]\ntroubles: []\n')).things).toEqual([['타임아웃', '504']]);
  });

  it('that is not there is named by its key', () => {
    expect(problemsOf(join(folder, 'nowhere.yaml'))[0]?.where).toContain('lookAlikes.lexicon');
  });
});
