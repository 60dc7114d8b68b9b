import { dayNumber } from './domain/calendar.ts';
import { type Day, day } from './domain/instant.ts';
import { spansIn } from './domain/sla/hours-text.ts';
import type { Span } from './domain/sla/working-hours.ts';

/** The words make no command: what is the matter. */
export type Misused = { readonly misused: string };

export type CalendarTask =
  | { readonly type: 'show' }
  | { readonly type: 'import'; readonly list: string; readonly path: string; readonly tryOut: boolean }
  | {
      readonly type: 'add';
      readonly list: string;
      readonly day: Day;
      readonly name: string;
      readonly spans: readonly Span[];
    }
  | { readonly type: 'remove'; readonly list: string; readonly day: Day };

const usages = {
  import: 'calendar import <list> <file.ics> [--dry-run]',
  add: 'calendar add <list> <YYYY-MM-DD> <name> [hours like 09:00-13:00]',
  remove: 'calendar remove <list> <YYYY-MM-DD>',
};

/** What is to be done with the calendars: the words after `calendar`. */
export function calendarTask([what, list, ...rest]: readonly string[]): CalendarTask | Misused {
  if (what === undefined) return { type: 'show' };
  if (what !== 'import' && what !== 'add' && what !== 'remove') {
    return {
      misused: `calendar does not know "${what}". There is: calendar, and ${Object.values(usages).join(', ')}.`,
    };
  }
  if (list === undefined) return { misused: `Of which list of holidays, such as kr? There is: ${usages[what]}.` };
  if (!/^[A-Za-z][\w-]{0,39}$/.test(list)) {
    return { misused: `"${list}" is no list: its code has Latin letters, digits, - and _, and begins with a letter.` };
  }
  return what === 'import' ? importTask(list, rest) : dayTask(what, list, rest);
}

function importTask(list: string, words: readonly string[]): CalendarTask | Misused {
  const tryOut = words.includes('--dry-run');
  const [path, further] = words.filter((word) => word !== '--dry-run');
  if (path === undefined) return { misused: `Which file? There is: ${usages.import}.` };
  return further === undefined ? { type: 'import', list, path, tryOut } : tooMuch(further, 'import');
}

function dayTask(what: 'add' | 'remove', list: string, words: readonly string[]): CalendarTask | Misused {
  const [on, name, hours, further] = words;
  if (on === undefined) return { misused: `Which day? There is: ${usages[what]}.` };
  if (dayNumber(day(on)) === null) return { misused: `"${on}" is no day. Days read like 2026-12-25.` };
  if (what === 'remove') return name === undefined ? { type: what, list, day: day(on) } : tooMuch(name, what);
  if (name === undefined || name.trim() === '') return { misused: `What is the day called? There is: ${usages.add}.` };
  if (further !== undefined) return tooMuch(further, 'add');
  const spans = spansIn(hours ?? '');
  if (spans !== null) return { type: what, list, day: day(on), name: name.trim(), spans };
  return {
    misused: `"${hours}" are no hours. They read like 09:00-13:00 or 09:00-12:00,13:00-15:00; a name of several words stands in quotes.`,
  };
}

const tooMuch = (word: string, what: keyof typeof usages): Misused => ({
  misused: `"${word}" is one word too many. There is: ${usages[what]}; a name of several words stands in quotes.`,
});
