import type { CaseRecord } from '../../src/domain/case/case.ts';
import type { RecordedEvent } from '../../src/domain/case/events.ts';
import { type CaseId, type CausationId, caseId } from '../../src/domain/ids.ts';
import type { CaseChange, CaseStore, Sealed } from '../../src/ports/case-store.ts';

/** The store's promises kept in memory, for tests of what stands above it. The real one has its own suite. */
export function memoryStore() {
  const cases = new Map<CaseId, CaseRecord>();
  const logs = new Map<CaseId, RecordedEvent[]>();
  const acted = new Map<CausationId, CaseId>();
  const originals = new Map<CaseId, Sealed>();
  const changes: CaseChange[] = [];
  /** Runs once, just before the next commit: the other writer who was faster. */
  let race: (() => void) | null = null;
  const store: CaseStore = {
    load: async (id) => cases.get(id) ?? null,
    history: async (id) => logs.get(id) ?? [],
    actedOn: async (causation) => acted.get(causation) ?? null,
    original: async (id) => originals.get(id) ?? null,
    commit: async (change) => {
      const rival = race;
      race = null;
      rival?.();
      const before = acted.get(change.causationId);
      if (before !== undefined) {
        return { ok: true, value: { caseId: before, version: cases.get(before)?.version ?? 0, repeated: true } };
      }
      const id = change.caseId ?? caseId(cases.size + 1);
      if ((cases.get(id)?.version ?? 0) !== change.expectedVersion) {
        return { ok: false, error: { type: 'VersionConflict' } };
      }
      const version = change.expectedVersion + change.events.length;
      cases.set(id, { id, version, state: change.after });
      const log = logs.get(id) ?? [];
      for (const event of change.events) {
        log.push({ version: log.length + 1, causationId: change.causationId, event });
      }
      logs.set(id, log);
      acted.set(change.causationId, id);
      if (change.original !== null) originals.set(id, change.original);
      changes.push(change);
      return { ok: true, value: { caseId: id, version, repeated: false } };
    },
  };
  return {
    store,
    changes,
    put: (record: CaseRecord) => cases.set(record.id, record),
    beforeNextCommit: (rival: () => void) => {
      race = rival;
    },
  };
}
