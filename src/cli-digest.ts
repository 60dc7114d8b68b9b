import type { Misused } from './cli-calendar.ts';
import { type DigestName, digestNames } from './domain/digests.ts';
import { type DepartmentCode, departmentCode } from './domain/ids.ts';
import { type Locale, locales } from './domain/label.ts';

export type DigestTask = {
  readonly name: DigestName;
  readonly department: DepartmentCode | null;
  /** Null: as the company reads. */
  readonly locale: Locale | null;
};

const usage = 'digest [weekly|monthly|scorecard|today|customers] --preview [--department <code>] [--locale ko|en]';

/** Which digest is to be shown: the words after `digest`. It is only ever shown: what is sent, Meari sends by itself. */
export function digestTask(words: readonly string[]): DigestTask | Misused {
  const left = words.filter((word) => word !== '--preview');
  if (left.length === words.length) return { misused: `A digest is only shown here. There is: ${usage}.` };
  const task: { name: DigestName; department: DepartmentCode | null; locale: Locale | null } = {
    name: 'weekly',
    department: null,
    locale: null,
  };
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const name = digestNames.find((known) => known === word);
    if (name !== undefined) {
      task.name = name;
    } else if (word === '--department' || word === '--locale') {
      const value = left.shift();
      const locale = locales.find((known) => known === value);
      if (value === undefined || (word === '--locale' && locale === undefined)) {
        return { misused: `What after ${word}? There is: ${usage}.` };
      }
      if (word === '--department') task.department = departmentCode(value);
      else task.locale = locale ?? null;
    } else {
      return { misused: `digest does not know "${word}". There is: ${usage}.` };
    }
  }
  return task;
}
