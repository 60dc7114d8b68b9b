import type { Misused } from './cli-calendar.ts';
import { dayNumber } from './domain/calendar.ts';
import { type DepartmentCode, departmentCode } from './domain/ids.ts';
import { type Day, day } from './domain/instant.ts';

export type ExportTask = {
  readonly folder: string;
  /** Both included, by the company's clocks. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly department: DepartmentCode | null;
  /** With what an auditor asks for. */
  readonly pack: boolean;
  /** Files of that name may be written over. */
  readonly force: boolean;
};

const usage = 'export <folder> [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--department <code>] [--pack] [--force]';
const valued = ['--from', '--to', '--department'] as const;
type Valued = (typeof valued)[number];
const isValued = (word: string): word is Valued => valued.some((flag) => flag === word);

/** What is to be exported, and where to: the words after `export`. */
export function exportTask(words: readonly string[]): ExportTask | Misused {
  const values: Partial<Record<Valued, string>> = {};
  const flags = new Set<string>();
  const folders: string[] = [];
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (isValued(word)) {
      const value = left.shift();
      if (value === undefined || value.startsWith('--')) return { misused: `What after ${word}? There is: ${usage}.` };
      values[word] = value;
    } else if (word === '--pack' || word === '--force') {
      flags.add(word);
    } else if (word.startsWith('--')) {
      return { misused: `export does not know "${word}". There is: ${usage}.` };
    } else {
      folders.push(word);
    }
  }
  const [folder, further] = folders;
  if (folder === undefined) return { misused: `Into which folder? There is: ${usage}.` };
  if (further !== undefined) return { misused: `"${further}" is one word too many. There is: ${usage}.` };
  const wrong = [values['--from'], values['--to']].find((on) => on !== undefined && dayNumber(day(on)) === null);
  if (wrong !== undefined) return { misused: `"${wrong}" is no day. Days read like 2026-12-25.` };
  const [from, to] = [dayOrNull(values['--from']), dayOrNull(values['--to'])];
  if (from !== null && to !== null && from > to) return { misused: `Nothing lies between ${from} and ${to}.` };
  const department = values['--department'];
  return {
    folder,
    from,
    to,
    department: department === undefined ? null : departmentCode(department),
    pack: flags.has('--pack'),
    force: flags.has('--force'),
  };
}

const dayOrNull = (text: string | undefined): Day | null => (text === undefined ? null : day(text));
