import type { CsvRow } from '../strict-csv.ts';

/*
 * Figures counted again from what an export says, and from nothing else: written apart from the product, from the words of
 * docs/export.md. Nothing here may import what it checks.
 */

/** The tables of an export, file by file. */
export type Tables = {
  readonly cases: readonly CsvRow[];
  readonly events: readonly CsvRow[];
  readonly clocks: readonly CsvRow[];
  readonly remedies: readonly CsvRow[];
  readonly changes: readonly CsvRow[];
  readonly changeEvents: readonly CsvRow[];
  readonly clusters: readonly CsvRow[];
};

export const tablesIn = (rows: (file: string) => readonly CsvRow[]): Tables => ({
  cases: rows('cases.csv'),
  events: rows('events.csv'),
  clocks: rows('clocks.csv'),
  remedies: rows('remedies.csv'),
  changes: rows('changes.csv'),
  changeEvents: rows('change-events.csv'),
  clusters: rows('clusters.csv'),
});

/** Whole days of a place, `YYYY-MM-DD`, the last left out. */
export type Span = { readonly from: string; readonly to: string; readonly zone: string };

export const cell = (row: CsvRow | undefined, column: string): string => {
  const found = row?.[column];
  if (found === undefined) throw new Error(`no column ${column}`);
  return found;
};
export const momentOf = (stamp: string): number => Date.parse(stamp);

const dayMs = 86_400_000;
export const dayAfter = (day: string, n: number): string =>
  new Date(Date.parse(day) + n * dayMs).toISOString().slice(0, 10);
/** The Monday of the week of a day. */
export const mondayOf = (day: string): string => dayAfter(day, -((new Date(Date.parse(day)).getUTCDay() + 6) % 7));

const formats = new Map<string, Intl.DateTimeFormat>();
/** The date on a wall in that zone. */
export function dayThere(at: number, zone: string): string {
  const known = formats.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  formats.set(zone, known);
  return known.format(at);
}

export function falls(stamp: string, { from, to, zone }: Span): boolean {
  if (stamp === '') return false;
  const day = dayThere(momentOf(stamp), zone);
  return day >= from && day < to;
}

export const weekOf = (monday: string, zone: string): Span => ({ from: monday, to: dayAfter(monday, 7), zone });
/** `YYYY-MM`. */
export const monthOf = (month: string, zone: string): Span => ({
  from: `${month}-01`,
  to: `${dayAfter(`${month}-28`, 4).slice(0, 7)}-01`,
  zone,
});

export const sumOf = (rows: readonly CsvRow[], column: string): number =>
  rows.reduce((sum, row) => sum + Number(cell(row, column)), 0);
