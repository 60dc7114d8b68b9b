import { type ChangeRecord, isOver } from '../../src/domain/change/change.ts';
import type { ChangeEvent, RecordedChangeEvent } from '../../src/domain/change/events.ts';
import { type CausationId, type ChangeId, type ClusterId, changeId } from '../../src/domain/ids.ts';
import { type Duration, instant } from '../../src/domain/instant.ts';
import type { ChangeOfChange, ChangeStore } from '../../src/ports/change-store.ts';

/** The promises of the store of changes kept in memory. The real one has its own suite. */
export function memoryChanges(
  now: () => number,
  answered: (cluster: ClusterId) => void,
): ChangeStore & { readonly commits: readonly ChangeOfChange[] } {
  const records = new Map<ChangeId, ChangeRecord>();
  const logs = new Map<ChangeId, RecordedChangeEvent[]>();
  const acted = new Map<CausationId, ChangeId>();
  const dues = new Map<ChangeId, ChangeOfChange['due']>();
  const commits: ChangeOfChange[] = [];
  let numbers = 0;
  const newest = () => [...records.values()].reverse();
  return {
    commits,
    nextId: async () => {
      numbers += 1;
      return changeId(numbers);
    },
    load: async (id) => records.get(id) ?? null,
    history: async (id) => logs.get(id) ?? [],
    actedOn: async (causation) => acted.get(causation) ?? null,
    commit: async (change) => {
      if (acted.has(change.causationId)) return 'repeated';
      if ((records.get(change.id)?.version ?? 0) !== change.expectedVersion) return 'conflict';
      const version = change.expectedVersion + change.events.length;
      records.set(change.id, { id: change.id, version, state: change.after });
      const log = logs.get(change.id) ?? [];
      for (const event of change.events) log.push({ version: log.length + 1, causationId: change.causationId, event });
      logs.set(change.id, log);
      acted.set(change.causationId, change.id);
      dues.set(change.id, change.due);
      commits.push(change);
      if (change.answers) answered(change.after.cluster);
      return 'done';
    },
    ofClusters: async (ids) => newest().filter(({ state }) => ids.includes(state.cluster)),
    accepted: async (ids) =>
      [...records.values()]
        .filter(({ state }) => ids.includes(state.cluster))
        .flatMap(({ id, state: { cluster } }) =>
          (logs.get(id) ?? []).flatMap(({ event: { type, at } }) =>
            type === 'ChangeAccepted' ? [{ cluster, at }] : [],
          ),
        ),
    find: async ({ department, open, status }, limit) => {
      const all = newest().filter(
        ({ state }) =>
          (department === null || state.department === department) &&
          (!open || !isOver(state)) &&
          (status === undefined || state.status === status),
      );
      return { changes: all.slice(0, limit), total: all.length };
    },
    lessons: async (limit) =>
      newest()
        .filter(({ state }) => state.status === 'effective')
        .slice(0, limit)
        .map((record) => ({ record, said: '' })),
    happenedBetween: async (type, from, to, outcome) => {
      const says = (event: ChangeEvent): boolean =>
        outcome === undefined || (event.type === 'EffectVerified' && event.data.effect.outcome === outcome);
      return [...records.values()].filter(({ id }) =>
        (logs.get(id) ?? []).some(
          ({ event }) => event.type === type && event.at >= from && event.at < to && says(event),
        ),
      );
    },
    due: async (limit, ahead: Duration) => {
      const at = instant(now() + ahead);
      return [...dues]
        .flatMap(([id, due]) => (due !== null && due.at <= at ? [{ id, due, at }] : []))
        .sort((a, b) => a.due.at - b.due.at)
        .slice(0, limit);
    },
    outdated: async () => [],
    recount: async (id, _version, due) => void dues.set(id, due),
    broke: async () => {},
  };
}
