import { createHash } from 'node:crypto';
import type { Playbook } from '../src/domain/playbook.ts';
import { calendarsWith } from '../src/domain/sla/calendars-with.ts';
import type { Calendars, NamedDay } from '../src/ports/calendars.ts';
import { almanacList, koreanHolidays } from './almanac.ts';
import {
  addAlmanac,
  type CalendarRows,
  changing,
  dropImported,
  noteFingerprint,
  putByPerson,
  putImported,
  readRows,
  removeByPerson,
} from './calendar-rows.ts';
import type { Database } from './database.ts';
import { importing } from './holiday-import.ts';

/** The part of a playbook that business time is counted by. */
export type CalendarPlaybook = Pick<Playbook, 'calendars' | 'departments'>;

export type CalendarsOptions = {
  readonly playbook: CalendarPlaybook;
  /** The current one: days are seeded from the year before it on. */
  readonly year: number;
  /** The official holidays from a year on. */
  readonly almanac?: (from: number) => Promise<readonly NamedDay[]>;
};

/**
 * Opens the calendars. What the almanac of this release knows and the database does not is added; a playbook that works
 * otherwise than the one before counts as a change. Any number of replicas may do this at once.
 * @throws DatabaseFault
 */
export async function openCalendars(db: Database, options: CalendarsOptions): Promise<Calendars> {
  const { playbook, almanac = koreanHolidays } = options;
  const official = await almanac(options.year - 1);
  const fingerprint = fingerprintOf(playbook);
  await changing(db, async (tx) => {
    const added = await addAlmanac(tx, almanacList, official);
    return added + (await noteFingerprint(tx, fingerprint));
  });

  const seen = (rows: CalendarRows) => ({ ...rows, calendars: calendarsWith(playbook.calendars, rows.entries) });
  let now = seen(await readRows(db));
  async function read(): Promise<boolean> {
    const rows = await readRows(db);
    // Of two readings under way the older may come in last.
    if (rows.version <= now.version) return false;
    now = seen(rows);
    return true;
  }
  async function change(work: Parameters<typeof changing>[1]): Promise<boolean> {
    const changed = await changing(db, work);
    await read();
    return changed;
  }

  return {
    current: () => now.calendars,
    version: () => now.version,
    entries: () => now.entries,
    upcoming: (list, from, limit) =>
      now.entries
        .filter((entry) => !entry.removed && (list === null || entry.list === list) && entry.day >= from)
        .slice(0, limit),
    refresh: async () => {
      const [state] = await db.query<{ version: number }>('select version from calendar_state');
      return state !== undefined && state.version !== now.version && read();
    },
    put: (entry, by) => change((tx) => putByPerson(tx, entry, by)),
    remove: (list, day, by) => change((tx) => removeByPerson(tx, list, day, by)),
    importDays: async (list, days, by, { tryOut = false } = {}) => {
      const ofList = ({ entries }: CalendarRows) => entries.filter((entry) => entry.list === list);
      let result = importing(ofList(await readRows(db)), days);
      if (tryOut) return result;
      await change(async (tx) => {
        result = importing(ofList(await readRows(tx)), days);
        const put = await putImported(tx, list, [...result.added, ...result.renamed], by);
        const gone = result.removed.map(({ day }) => day);
        return put + (await dropImported(tx, list, gone));
      });
      return result;
    },
  };
}

/** Of what moves due times and stands in the playbook: hours, zones, company days, lists, and who works by which calendar. */
function fingerprintOf({ calendars, departments }: CalendarPlaybook): string {
  const hours = calendars.map(({ code, zone, week, days, holidays }) => ({
    code,
    zone,
    week: week.map((spans) => spans.map(({ from, to }) => [from, to])),
    days: [...days].map(([day, spans]) => [day, spans.map(({ from, to }) => [from, to])] as const).sort(byDay),
    holidays,
  }));
  const follows = departments.map(({ code, calendar }) => [code, calendar]).sort(byDay);
  return createHash('sha256')
    .update(JSON.stringify([hours, follows]))
    .digest('hex')
    .slice(0, 16);
}

const byDay = ([a = '']: readonly unknown[], [b = '']: readonly unknown[]): number => (String(a) < String(b) ? -1 : 1);
