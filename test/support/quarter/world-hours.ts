import type { Day } from '../../../src/domain/instant.ts';
import type { Calendar, Playbook } from '../../../src/domain/playbook.ts';
import { countMinutes, isWorked, type Minutes, shownAt } from './wall-minutes.ts';
import type { Life } from './world-life.ts';

/*
 * Who works when, minute by minute, with the holidays that were known at the time. Written apart from the engine.
 */

const minute = 60_000;

export type ListedDay = { readonly list: string; readonly day: string };

export type Hours = {
  /** The calendar as it was known at a moment. */
  readonly known: (calendar: string, at: number) => Minutes;
  readonly ofPerson: (person: string, at: number) => Minutes;
  readonly ofDepartment: (department: string | null, at: number) => Minutes;
  readonly works: (person: string, at: number) => boolean;
  /** Work begins: worked, and the minute before not. */
  readonly opensWithin: (person: string, from: number, to: number) => boolean;
  /** When a calendar was last changed before a moment; 0: never. */
  readonly changedBefore: (at: number) => number;
};

/** `start`: the days off that were known when it began. */
export function hoursIn(playbook: Playbook, start: readonly ListedDay[], changes: Life['holidays']): Hours {
  const made = new Map<string, Minutes>();

  function known(code: string, at: number): Minutes {
    const calendar = playbook.calendars.find((c) => c.code === code) ?? playbook.calendars[0];
    if (calendar === undefined) throw new Error('no calendar');
    const off = daysOff(calendar, at);
    const key = `${calendar.code} ${off.join(' ')}`;
    const before = made.get(key);
    if (before !== undefined) return before;
    const days = new Map(off.map((day) => [day as Day, []]));
    const minutes = countMinutes({ zone: calendar.zone, week: calendar.week, days });
    made.set(key, minutes);
    return minutes;
  }

  function daysOff({ holidays }: Calendar, at: number): readonly string[] {
    const off = new Set(start.filter(({ list }) => holidays.includes(list)).map(({ day }) => day));
    for (const change of changes) {
      if (change.at > at || !holidays.includes(change.list)) continue;
      if (change.off) off.add(change.day);
      else off.delete(change.day);
    }
    return [...off].sort();
  }

  function calendarOf(id: string): string {
    const person = playbook.people.find((p) => p.id === id);
    const department = playbook.departments.find((d) => d.code === person?.department);
    return person?.calendar ?? department?.calendar ?? playbook.calendars[0]?.code ?? '';
  }
  const ofPerson = (id: string, at: number): Minutes => known(calendarOf(id), at);
  return {
    known,
    ofPerson,
    ofDepartment: (code, at) =>
      known(playbook.departments.find((d) => d.code === code)?.calendar ?? playbook.calendars[0]?.code ?? '', at),
    works: (id, at) => isWorked(ofPerson(id, at), at),
    opensWithin: (id, from, to) => {
      const minutes = ofPerson(id, to);
      for (let at = from; at <= to; at += minute) {
        if (isWorked(minutes, at) && !isWorked(minutes, at - minute)) return true;
      }
      return false;
    },
    changedBefore: (at) => Math.max(0, ...changes.filter((c) => c.at <= at).map((c) => c.at)),
  };
}

/** The day a person's wall shows, and the minute of it. */
export const wallOf = (person: string, at: number, hours: Hours) => shownAt(at, hours.ofPerson(person, at));
