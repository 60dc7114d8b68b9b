import type { Day } from '../src/domain/instant.ts';
import type { HolidayEntry } from '../src/domain/sla/calendars-with.ts';
import type { NamedDay } from '../src/ports/calendars.ts';
import type { Database, Queryable } from './database.ts';
import { json, storable, textArray } from './literals.ts';

/** Version and days as one moment saw them. */
export type CalendarRows = { readonly version: number; readonly entries: readonly HolidayEntry[] };

export async function readRows(db: Queryable): Promise<CalendarRows> {
  const [rows] = await db.query<CalendarRows>(
    `select s.version, coalesce(jsonb_agg(jsonb_build_object('list', h.list, 'day', h.day, 'name', h.name, 'spans', h.spans,
              'source', h.source, 'removed', h.removed) order by h.day, h.list) filter (where h.list is not null), '[]') as entries
       from calendar_state s left join holidays h on true group by s.version`,
  );
  return rows ?? { version: 0, entries: [] };
}

/**
 * Changes of calendars happen one at a time over all replicas, each behind the row that counts them, so that nobody sees
 * a version without its days. What changes nothing counts nothing.
 * @param work resolves to the number of rows it changed
 */
export async function changing(db: Database, work: (tx: Queryable) => Promise<number>): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.query(`insert into calendar_state (version, fingerprint) values (0, '') on conflict (one) do nothing`);
    await tx.query('select version from calendar_state for update');
    const changed = (await work(tx)) > 0;
    if (changed) await tx.query('update calendar_state set version = version + 1');
    return changed;
  });
}

const setFingerprint = 'update calendar_state set fingerprint = $1 where fingerprint <> $1 returning 1';
export const noteFingerprint = async (tx: Queryable, fingerprint: string): Promise<number> =>
  (await tx.query(setFingerprint, [fingerprint])).length;

const days = 'unnest($2::text::text[], $3::text::text[]) d(day, name)';
const named = (list: string, entries: readonly NamedDay[]) => [
  list,
  textArray(entries.map((entry) => entry.day)),
  textArray(entries.map((entry) => storable(entry.name))),
];

/** Adds what the list does not have; whatever it has, or had before a person took it off, stays. */
export const addAlmanac = async (tx: Queryable, list: string, entries: readonly NamedDay[]): Promise<number> =>
  (
    await tx.query(
      `insert into holidays (list, day, name, source) select $1, d.day, d.name, 'almanac' from ${days}
       on conflict (list, day) do nothing returning 1`,
      named(list, entries),
    )
  ).length;

export const putImported = async (
  tx: Queryable,
  list: string,
  entries: readonly NamedDay[],
  by: string,
): Promise<number> =>
  (
    await tx.query(
      `insert into holidays as h (list, day, name, source, changed_by)
         select $1, d.day, d.name, 'ical', $4 from ${days}
       on conflict (list, day) do update set name = excluded.name, changed_by = excluded.changed_by, changed_at = now()
         where h.source = 'ical' returning 1`,
      [...named(list, entries), by],
    )
  ).length;

export const dropImported = async (tx: Queryable, list: string, gone: readonly Day[]): Promise<number> =>
  (
    await tx.query(
      `delete from holidays where list = $1 and day = any($2::text::text[]) and source = 'ical' returning 1`,
      [list, textArray(gone)],
    )
  ).length;

/** Saying what a file says makes it a person's word: the next file may be silent about it. */
export const putByPerson = async (
  tx: Queryable,
  { list, day, name, spans }: Pick<HolidayEntry, 'list' | 'day' | 'name' | 'spans'>,
  by: string,
): Promise<number> =>
  (
    await tx.query(
      `insert into holidays as h (list, day, name, spans, source, changed_by)
         values ($1, $2, $3, $4::text::jsonb, 'person', $5)
       on conflict (list, day) do update set name = excluded.name, spans = excluded.spans, source = 'person', removed = false,
         changed_by = excluded.changed_by, changed_at = now()
         where h.source = 'ical' or h.removed or h.name <> excluded.name or h.spans <> excluded.spans returning 1`,
      [list, day, storable(name), json(spans), by],
    )
  ).length;

export const removeByPerson = async (tx: Queryable, list: string, day: Day, by: string): Promise<number> =>
  (
    await tx.query(
      `update holidays set removed = true, source = 'person', changed_by = $3, changed_at = now()
        where list = $1 and day = $2 and not removed returning 1`,
      [list, day, by],
    )
  ).length;
