import { type CaseRecord, departmentHolding } from '../../src/domain/case/case.ts';
import { caseId } from '../../src/domain/ids.ts';
import type { CaseStore } from '../../src/ports/case-store.ts';
import type { ExportReads, ExportScope } from '../../src/ports/export.ts';

/** What an export reads of cases that are kept in memory; of changes and problems, nothing. The real one has its own suite. */
export function memoryExport(
  records: () => Promise<readonly CaseRecord[]>,
  store: Pick<CaseStore, 'history'>,
): ExportReads {
  const within = async ({ from, to, department }: ExportScope): Promise<readonly CaseRecord[]> =>
    (await records()).filter(
      ({ state }) =>
        (from === null || state.filedAt >= from) &&
        (to === null || state.filedAt < to) &&
        (department === null || departmentHolding(state) === department),
    );
  return {
    lastCase: async () => caseId((await records()).length),
    count: async (scope) => (await within(scope)).length,
    cases: async (scope) => {
      const found = await within(scope);
      const rows = found.map(async (record) => ({ record, history: await store.history(record.id), root: null }));
      return { rows: await Promise.all(rows), next: null };
    },
    changes: async () => ({ rows: [], next: null }),
    clusters: async () => ({ rows: [], next: null }),
  };
}
