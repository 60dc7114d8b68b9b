import { type CaseRecord, unfiled } from '../domain/case/case.ts';
import type { CaseCommand } from '../domain/case/commands.ts';
import { decide } from '../domain/case/decide.ts';
import type { CaseEvent } from '../domain/case/events.ts';
import { evolve } from '../domain/case/evolve.ts';
import type { CaseRejection } from '../domain/case/rejections.ts';
import { touchedClusters } from '../domain/cluster/touched.ts';
import { happenedTalliesIn, standingTalliesOf } from '../domain/figures/tallies.ts';
import type { CaseId } from '../domain/ids.ts';
import type { Playbook } from '../domain/playbook.ts';
import { react } from '../domain/react.ts';
import type { CaseStore, Sealed } from '../ports/case-store.ts';
import type { Address } from './address.ts';
import { dueRowOf } from './due-row.ts';

export type Order = {
  /** null: a new case. */
  readonly caseId: CaseId | null;
  readonly command: CaseCommand;
  /** The customer's words before masking; filing only. */
  readonly original: Sealed | null;
  /** The case as the caller has just read it: it need not be read twice. Should it have moved on, the commit notices. */
  readonly seen?: CaseRecord;
};

export type Handled =
  /** `repeated`: this causation had already acted; `record` is the case as it is now. */
  | { readonly type: 'done'; readonly record: CaseRecord; readonly repeated: boolean }
  | { readonly type: 'rejected'; readonly rejection: CaseRejection; readonly record: CaseRecord | null };

export type HandleCommand = (order: Order) => Promise<Handled>;

/** Three writers may race for one version; a fourth loss in a row means the store is broken, not busy. */
const attempts = 4;

/**
 * The one door through which people, the clock and the operator change a case: load, decide, evolve, react, commit.
 * A version conflict is decided again on the newer case; a rejection never is.
 * @throws whatever the store throws when it cannot be reached.
 */
export function handleCommandWith(deps: {
  readonly store: CaseStore;
  readonly playbook: Playbook;
  readonly address: Address;
  /** Version of the calendars that `playbook` has now. */
  readonly calendars: () => number;
  /** Called after something became true. */
  readonly committed: () => void;
}): HandleCommand {
  const { store, playbook } = deps;

  async function again(caseId: CaseId): Promise<Handled> {
    const record = await store.load(caseId);
    return record === null
      ? { type: 'rejected', rejection: { type: 'NoSuchCase' }, record: null }
      : { type: 'done', record, repeated: true };
  }

  return async ({ caseId, command, original, seen }) => {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const fresh = attempt === 1 ? seen : undefined;
      const before = caseId === null ? null : (fresh ?? (await store.load(caseId)));
      if (caseId !== null && before === null) {
        return { type: 'rejected', rejection: { type: 'NoSuchCase' }, record: null };
      }
      const current = before?.state ?? unfiled;
      const decided = decide(command, current, playbook);
      if (!decided.ok) {
        const acted = await store.actedOn(command.meta.causationId);
        return acted === null ? { type: 'rejected', rejection: decided.error, record: before } : again(acted);
      }
      const events: readonly CaseEvent[] = decided.value;
      const after = events.reduce(evolve, current);
      if (after.status === 'unfiled') throw new Error(`${command.type} filed nothing`);
      const due = dueRowOf(after, playbook, deps.calendars());
      const owed = await deps.address(
        events.flatMap((event) => react(event, after)),
        command.meta.at,
      );
      const committed = await store.commit({
        caseId,
        expectedVersion: before?.version ?? 0,
        causationId: command.meta.causationId,
        events,
        after,
        messages: owed.messages,
        nudges: owed.nudges,
        due,
        clusters: touchedClusters(events, current, after),
        tallies: [...standingTalliesOf(after, playbook), ...happenedTalliesIn(events, current, before?.version ?? 0)],
        original,
      });
      if (!committed.ok) continue;
      if (committed.value.repeated) return again(committed.value.caseId);
      deps.committed();
      const { caseId: id, version } = committed.value;
      return { type: 'done', record: { id, version, state: after }, repeated: false };
    }
    throw new Error(`${command.type} lost ${attempts} races in a row`);
  };
}
