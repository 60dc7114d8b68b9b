import { type Case, unfiled } from '../domain/case/case.ts';
import { happenedTalliesIn, standingTalliesOf, talliesVersion } from '../domain/figures/tallies.ts';
import type { Tally } from '../domain/figures/tally.ts';
import type { CaseId } from '../domain/ids.ts';
import type { Playbook } from '../domain/playbook.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { TallyBook } from '../ports/figures.ts';

export type TallyDeps = {
  readonly tallyBook: TallyBook;
  readonly store: Pick<CaseStore, 'load' | 'history'>;
  readonly playbook: Playbook;
};

/** Cases at a look: the clock must not wait long behind it. */
const atATime = 200;

/**
 * After an update that counts something else, or counts for the first time, what was filed before is tallied from its log, a
 * batch at each call. Resolves to whether everything is: until then no figure is told.
 */
export function tallyAnewWith(deps: TallyDeps): () => Promise<boolean> {
  let isDone = false;
  return async () => {
    if (isDone) return true;
    const { tallyBook } = deps;
    const ids = await tallyBook.next(talliesVersion, atATime);
    if (ids !== null) {
      for (const id of ids) await keepOne(deps, id);
      const last = ids.length < atATime ? null : (ids.at(-1) ?? null);
      await tallyBook.done(talliesVersion, last);
      if (last !== null) return false;
    }
    isDone = true;
    return true;
  };
}

async function keepOne({ tallyBook, store, playbook }: TallyDeps, id: CaseId): Promise<void> {
  const [record, history] = await Promise.all([store.load(id), store.history(id)]);
  if (record === null) return;
  const before: Case = unfiled;
  const tallies: readonly Tally[] = [
    ...standingTalliesOf(record.state, playbook),
    ...happenedTalliesIn(
      history.map(({ event }) => event),
      before,
      0,
    ),
  ];
  await tallyBook.keep(record, tallies);
}
