import type { Day } from '../domain/instant.ts';
import type { Calendar } from '../domain/playbook.ts';
import type { HolidayEntry } from '../domain/sla/calendars-with.ts';

/** A day off and what it is called. */
export type NamedDay = { readonly day: Day; readonly name: string };

/** What importing a file did, or would do. */
export type Imported = {
  readonly added: readonly NamedDay[];
  /** Known already under another name. */
  readonly renamed: readonly NamedDay[];
  /** Imported earlier, and no longer in the file. */
  readonly removed: readonly NamedDay[];
  /** Left as a person put it, or took it off, though the file says otherwise. */
  readonly kept: readonly NamedDay[];
  readonly unchanged: number;
};

/**
 * When people work, holidays included. The playbook gives the hours and the company's own days, the database the lists
 * of holidays, which change while we run. Every change counts one version further, so that replicas read anew and open
 * cases are counted anew; what changes nothing counts nothing.
 */
export type Calendars = {
  /** As of the last refresh or change of our own. */
  readonly current: () => readonly Calendar[];
  readonly version: () => number;
  /** Every day of every list, in the order of days; removed ones too. */
  readonly entries: () => readonly HolidayEntry[];
  /** The next days of one list, or of all, from a day on; removed ones are not among them. */
  readonly upcoming: (list: string | null, from: Day, limit: number) => readonly HolidayEntry[];
  /** Reads what other replicas changed; true where there was something. @throws DatabaseFault */
  readonly refresh: () => Promise<boolean>;
  /** A person's word: neither almanac nor file overwrites it. `by`: who said so. False: nothing changed. */
  readonly put: (entry: Pick<HolidayEntry, 'list' | 'day' | 'name' | 'spans'>, by: string) => Promise<boolean>;
  /** No holiday any more, whatever almanac and files say. False: it was none. */
  readonly remove: (list: string, day: Day, by: string) => Promise<boolean>;
  /**
   * Makes a list's imported days those of a file, in the years of which the file has days.
   * @param how.tryOut tells what would happen, and changes nothing
   */
  readonly importDays: (
    list: string,
    days: readonly NamedDay[],
    by: string,
    how?: { readonly tryOut?: boolean },
  ) => Promise<Imported>;
};
