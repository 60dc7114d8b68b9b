import type { CaseId } from '../domain/ids.ts';
import type { Duration } from '../domain/instant.ts';
import type { Playbook } from '../domain/playbook.ts';
import type { Clock, Log } from '../ports/ambient.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { DueCase, DueList, OutdatedCase } from '../ports/due-list.ts';
import { dueRowOf } from './due-row.ts';
import { faultOf } from './faults.ts';
import type { HandleCommand } from './handle-command.ts';
import { inBatches } from './in-batches.ts';
import { type Acting, orderByItself } from './order-by-itself.ts';

export type SweepDeps = {
  readonly dueList: DueList;
  readonly store: Pick<CaseStore, 'load'>;
  readonly handle: HandleCommand;
  readonly playbook: Playbook;
  readonly calendars: () => number;
  readonly now: Clock;
  /** How far the sandbox has moved time; otherwise nothing. */
  readonly ahead: () => Duration;
  readonly log: Log;
};

const atATime = 100;
/** Cases at once: enough to keep the database busy, few enough to leave room for people. */
const together = 4;

/**
 * What has become due since the last look, through the same door as everybody's commands. Any number of processes may
 * sweep. Resolves to how many cases were dealt with.
 * @throws what the database throws when it cannot be asked.
 */
export async function sweepDue(deps: SweepDeps): Promise<number> {
  return inBatches(
    atATime,
    () => deps.dueList.claim(atATime, deps.ahead()),
    (claimed) => inTurns(claimed, (one) => guarded(deps, one.caseId, () => fire(deps, one))),
  );
}

/**
 * Open cases that were counted with older calendars, a batch at a time. Whoever was told a moment that has changed is told
 * the new one.
 */
export async function recountOutdated(deps: SweepDeps): Promise<number> {
  return inBatches(
    atATime,
    () => deps.dueList.outdated(deps.calendars(), atATime),
    (outdated) => inTurns(outdated, (one) => guarded(deps, one.caseId, () => recount(deps, one))),
  );
}

const fire = (deps: SweepDeps, { caseId, due, at }: DueCase): Promise<void> =>
  act(deps, { caseId, at, cause: 'timer' }, { type: 'RunTimer', data: { expected: due } });

const recount = (deps: SweepDeps, { caseId, told }: OutdatedCase): Promise<void> =>
  act(
    deps,
    { caseId, at: deps.now(), cause: `calendars:${deps.calendars()}` },
    { type: 'RecountDues', data: { told } },
  );

async function act(deps: SweepDeps, acting: Acting, step: Parameters<typeof orderByItself>[2]): Promise<void> {
  const handled = await orderByItself(deps, acting, step);
  if (handled === null) return;
  // Nothing was written: the row was out of date, whyever. Count it anew, or it would be found again for ever.
  if (handled.type === 'rejected' || handled.repeated) await cacheAnew(deps, acting.caseId);
}

async function cacheAnew(deps: SweepDeps, id: CaseId): Promise<void> {
  const record = await deps.store.load(id);
  if (record !== null) {
    await deps.dueList.recount(id, record.version, dueRowOf(record.state, deps.playbook, deps.calendars()));
  }
}

/** One case that breaks must not keep the others from being told the time. */
async function guarded(deps: SweepDeps, id: CaseId, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (fault) {
    deps.log.error('a case broke while its time passed; it is tried again later', { caseId: id, ...faultOf(fault) });
    await deps.dueList.broke(id);
  }
}

async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const rest = all.values();
  const worker = async (): Promise<void> => {
    for (const one of rest) await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(together, all.length) }, worker));
}
