import type { Cell } from './table.ts';

/** Columns whose values are few: how often each stands in its file is what an evidence pack refers to. */
const countedColumns: Readonly<Record<string, readonly string[]>> = {
  'cases.csv': ['status', 'kind', 'channel', 'tier', 'department', 'verdict', 'happyCall', 'leaving', 'outcome'],
  'events.csv': ['type'],
  'clocks.csv': ['inTime'],
  'refusals.csv': ['state'],
  'remedies.csv': ['state'],
  'changes.csv': ['status'],
  'change-events.csv': ['type', 'code'],
  'clusters.csv': ['level'],
};

/** Rows of each file, and in how many of them a column has a value. */
export type RowCounts = {
  readonly add: (file: string, row: Readonly<Record<string, Cell>>) => void;
  readonly rows: (file: string) => number;
  readonly having: (file: string, column: string, ...values: readonly string[]) => number;
  /** How many different values, the empty one left out. */
  readonly different: (file: string, column: string) => number;
};

export function rowCounts(): RowCounts {
  const rows = new Map<string, number>();
  const values = new Map<string, Map<string, number>>();
  const of = (file: string, column: string): Map<string, number> => {
    const key = `${file}/${column}`;
    const known = values.get(key) ?? new Map<string, number>();
    values.set(key, known);
    return known;
  };
  return {
    add: (file, row) => {
      rows.set(file, (rows.get(file) ?? 0) + 1);
      for (const column of countedColumns[file] ?? []) {
        const own = of(file, column);
        const value = String(row[column] ?? '');
        own.set(value, (own.get(value) ?? 0) + 1);
      }
    },
    rows: (file) => rows.get(file) ?? 0,
    having: (file, column, ...wanted) => wanted.reduce((sum, value) => sum + (of(file, column).get(value) ?? 0), 0),
    different: (file, column) => [...of(file, column).keys()].filter((value) => value !== '').length,
  };
}
