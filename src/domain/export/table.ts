import { dayOf } from '../calendar.ts';
import type { CaseRecord } from '../case/case.ts';
import type { RecordedEvent } from '../case/events.ts';
import type { ChangeRecord } from '../change/change.ts';
import type { RecordedChangeEvent } from '../change/events.ts';
import type { ClusterRecord } from '../cluster/cluster.ts';
import type { ClusterId } from '../ids.ts';
import type { Duration, Instant } from '../instant.ts';
import type { ClusterFigures } from '../learning/gauge.ts';
import type { Playbook } from '../playbook.ts';
import { offsetAt } from '../zone.ts';

/* What leaves as a table: one file, one row each. Headers are English and never change; docs/export.md says what they mean. */

export type Cell = string | number;
export type Table<C extends string> = { readonly file: string; readonly columns: readonly C[] };
/** A row has every column of its table, and no other. */
export type RowOf<T> = T extends Table<infer C> ? Readonly<Record<C, Cell>> : never;

/** What the rows are counted with: the calendars as they are, and the moment of the export. */
export type Counting = { readonly playbook: Playbook; readonly now: Instant };

/** A case with its log, and the problem it is linked into by now. */
export type ExportedCase = {
  readonly record: CaseRecord;
  readonly history: readonly RecordedEvent[];
  readonly root: ClusterId | null;
};

export type ExportedChange = {
  readonly record: ChangeRecord;
  readonly history: readonly RecordedChangeEvent[];
  readonly root: ClusterId;
};

/** A problem with all that joined it. */
export type ExportedCluster = {
  readonly record: ClusterRecord;
  readonly joined: readonly ClusterId[];
  /** When each level was first reached, by it or by what joined it. */
  readonly reached: ClusterRecord['state']['reached'];
  readonly figures: ClusterFigures | null;
  readonly firstSaid: string;
};

const two = (n: number): string => String(n).padStart(2, '0');
const dayMs = 86_400_000;

/** `2026-11-23T10:00:00+09:00`, as the company's clocks show it; thousandths of a second only where there are any. */
export function stamp(at: Instant | null | undefined, { playbook: { zone } }: Counting): string {
  if (at === null || at === undefined) return '';
  const offset = offsetAt(at, zone);
  const shown = at + offset;
  const inDay = ((shown % dayMs) + dayMs) % dayMs;
  const [hours, minutes, seconds, rest] = [
    Math.floor(inDay / 3_600_000),
    Math.floor(inDay / 60_000) % 60,
    Math.floor(inDay / 1000) % 60,
    inDay % 1000,
  ];
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`;
  const ahead = Math.abs(Math.round(offset / 60_000));
  const sign = offset < 0 ? '-' : '+';
  const date = dayOf(Math.floor(shown / dayMs));
  return `${date}T${two(hours)}:${two(minutes)}:${two(seconds)}${fraction}${sign}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
}

/** Minutes to the thousandth. */
export const minutesOf = (length: Duration | number): number => Math.round(length / 60) / 1000;

export const yesNo = (is: boolean): string => (is ? 'yes' : 'no');
/** Several codes in one cell. */
export const list = (codes: readonly (string | number)[] | undefined): string => (codes ?? []).join('|');
