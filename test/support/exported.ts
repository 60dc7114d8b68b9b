import { exportRecords } from '../../src/app/export-records.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import type { Counting, ExportedCase } from '../../src/domain/export/table.ts';
import { exportTables } from '../../src/domain/export/tables.ts';
import { type ClusterId, caseId, causationId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { ExportReads, ExportScope } from '../../src/ports/export.ts';
import { aPlaybook } from './a-playbook.ts';
import { caseAfter } from './given.ts';
import { type CsvRow, csvRows } from './strict-csv.ts';

export const everything: ExportScope = { from: null, to: null, department: null };
export const countedAt = (now: Instant): Counting => ({ playbook: aPlaybook, now });

/** A case as an export reads it, after these events. */
export function caseOf(events: readonly CaseEvent[], root: ClusterId | null = null, id = 1): ExportedCase {
  const history = events.map((event, i) => ({ version: i + 1, causationId: causationId(`c${id}-${i}`), event }));
  return { record: { id: caseId(id), version: history.length, state: caseAfter(...events) }, history, root };
}

/** What a whole export says, file by file. */
export async function exported(reads: ExportReads, counting: Counting, scope: ExportScope = everything) {
  const texts = new Map<string, string>();
  const done = await exportRecords(reads, scope, counting, async (file, text) => {
    texts.set(file, (texts.get(file) ?? '') + text);
  });
  const files: Record<string, readonly CsvRow[]> = {};
  for (const { file } of exportTables) files[file] = csvRows(texts.get(file) ?? '');
  return {
    ...done,
    files,
    rows: (file: string): readonly CsvRow[] => files[file] ?? [],
    text: [...texts.values()].join(''),
  };
}
