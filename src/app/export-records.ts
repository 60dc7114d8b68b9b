import { type RowCounts, rowCounts } from '../domain/export/row-counts.ts';
import type { Counting } from '../domain/export/table.ts';
import { exportTables, ofCases, ofChanges, ofClusters, type Tables } from '../domain/export/tables.ts';
import { caseId, changeId, clusterId } from '../domain/ids.ts';
import type { ExportReads, ExportScope, Pageful } from '../ports/export.ts';
import { csvHead, csvLine } from '../render/csv.ts';

/** Takes the next piece of a file. The next page is read when it has been taken, so that nothing piles up. */
export type Sink = (file: string, text: string) => Promise<void>;

export type Exported = {
  readonly counts: RowCounts;
  /** Cases of the scope when it was over; another number than rows: a case changed its department meanwhile. */
  readonly cases: number;
};

/** Writes every table, page after page. `told`: how many cases of how many are written. */
export async function exportRecords(
  reads: ExportReads,
  scope: ExportScope,
  counting: Counting,
  sink: Sink,
  told: (written: number, of: number) => void = () => {},
): Promise<Exported> {
  const counts = rowCounts();
  for (const { file, columns } of exportTables) await sink(file, csvHead(columns));

  async function write<T>(tables: Tables<T>, page: readonly T[]): Promise<void> {
    for (const { table, rows } of tables) {
      const lines: string[] = [];
      for (const one of page) {
        for (const row of rows(one, counting)) {
          counts.add(table.file, row);
          lines.push(csvLine(table.columns.map((column) => row[column] ?? '')));
        }
      }
      if (lines.length > 0) await sink(table.file, lines.join(''));
    }
  }

  async function all<T, Id>(
    first: Id,
    read: (after: Id) => Promise<Pageful<T, Id>>,
    tables: Tables<T>,
    after: () => void,
  ) {
    for (let from: Id | null = first; from !== null; ) {
      const { rows, next }: Pageful<T, Id> = await read(from);
      await write(tables, rows);
      after();
      from = next;
    }
  }

  const last = await reads.lastCase();
  const expected = await reads.count(scope, last);
  const tell = () => told(counts.rows('cases.csv'), expected);
  tell();
  await all(caseId(0), (after) => reads.cases(scope, after, last), ofCases, tell);
  await all(
    changeId(0),
    (after) => reads.changes(scope, after),
    ofChanges,
    () => {},
  );
  await all(
    clusterId(0),
    (after) => reads.clusters(scope, after),
    ofClusters,
    () => {},
  );
  return { counts, cases: await reads.count(scope, last) };
}
