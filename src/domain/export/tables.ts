import { caseRow, casesTable } from './case-rows.ts';
import { changeEventRows, changeEventsTable, changeRow, changesTable } from './change-rows.ts';
import { clockRows, clocksTable } from './clock-rows.ts';
import { clusterRow, clustersTable } from './cluster-rows.ts';
import { eventRows, eventsTable } from './event-rows.ts';
import { refusalRows, refusalsTable } from './refusal-rows.ts';
import { remediesTable, remedyRows } from './remedy-rows.ts';
import type { Cell, Counting, ExportedCase, ExportedChange, ExportedCluster, Table } from './table.ts';

type Row = Readonly<Record<string, Cell>>;
type Drawn<T> = readonly {
  readonly table: Table<string>;
  readonly rows: (one: T, counting: Counting) => readonly Row[];
}[];

/** What a case, a change and a problem each leave in which file. */
export const ofCases: Drawn<ExportedCase> = [
  { table: casesTable, rows: (one, counting) => [caseRow(one, counting)] },
  { table: eventsTable, rows: eventRows },
  { table: clocksTable, rows: clockRows },
  { table: refusalsTable, rows: refusalRows },
  { table: remediesTable, rows: remedyRows },
];
export const ofChanges: Drawn<ExportedChange> = [
  { table: changesTable, rows: (one, counting) => [changeRow(one, counting)] },
  { table: changeEventsTable, rows: changeEventRows },
];
export const ofClusters: Drawn<ExportedCluster> = [
  { table: clustersTable, rows: (one, counting) => [clusterRow(one, counting)] },
];

export type Tables<T> = Drawn<T>;
/** Every file of an export, in the order in which it is told of. */
export const exportTables: readonly Table<string>[] = [...ofCases, ...ofChanges, ...ofClusters].map(
  ({ table }) => table,
);
