import type { CaseRecord } from '../../src/domain/case/case.ts';
import type { CausationId } from '../../src/domain/ids.ts';
import type { Gathering, Surges } from '../../src/ports/surges.ts';

/** The promises of the surges kept in memory. The real ones have their own suite. */
export function memorySurges(records: () => Promise<readonly CaseRecord[]>): Surges {
  const asked = new Map<CausationId, Gathering>();
  const done = new Set<CausationId>();
  const waiting = async () =>
    (await records()).filter(({ state }) => state.surge !== undefined && state.cluster === undefined);
  return {
    waiting: async (head) => (await waiting()).filter(({ state }) => state.surge === head).length,
    all: async (limit) => {
      const all = await waiting();
      const heads = [...new Set(all.flatMap(({ state }) => state.surge ?? []))].slice(0, limit);
      return heads.map((head) => ({ head, waiting: all.filter(({ state }) => state.surge === head).length }));
    },
    next: async (head, after, until, limit) =>
      (await waiting())
        .filter(({ id, state }) => state.surge === head && id > (after ?? 0) && state.filedAt <= until)
        .map(({ id }) => id)
        .sort((a, b) => a - b)
        .slice(0, limit),
    ask: async (gathering) => {
      if (!asked.has(gathering.causation)) asked.set(gathering.causation, gathering);
    },
    asked: async () => [...asked.values()].filter(({ causation }) => !done.has(causation)),
    done: async (causation) => void done.add(causation),
  };
}
