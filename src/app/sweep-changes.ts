import type { ChangeRecord } from '../domain/change/change.ts';
import { nextChangeDue } from '../domain/change/next-due.ts';
import { type ChangeId, causationId } from '../domain/ids.ts';
import type { Duration } from '../domain/instant.ts';
import { byThemselves } from '../domain/learning/own-weight.ts';
import type { Playbook } from '../domain/playbook.ts';
import type { Clock, Log } from '../ports/ambient.ts';
import type { ChangeStore, DueChange } from '../ports/change-store.ts';
import type { Clusters } from '../ports/clusters.ts';
import { faultOf } from './faults.ts';
import type { HandleChange } from './handle-change.ts';
import { inBatches } from './in-batches.ts';

export type SweepChangesDeps = {
  readonly changes: ChangeStore;
  readonly clusters: Pick<Clusters, 'rootOf' | 'members'>;
  readonly handle: HandleChange;
  readonly playbook: Playbook;
  readonly calendars: () => number;
  readonly now: Clock;
  readonly ahead: () => Duration;
  readonly log: Log;
};

const atATime = 50;

/** What has become due of process changes, through the same door as everybody's commands. Resolves to how many. */
export async function sweepChanges(deps: SweepChangesDeps): Promise<number> {
  const swept = await inBatches(
    atATime,
    () => deps.changes.due(atATime, deps.ahead()),
    async (due) => {
      for (const one of due) await guarded(deps, one.id, () => fire(deps, one));
    },
  );
  await inBatches(
    atATime,
    () => deps.changes.outdated(deps.calendars(), atATime),
    async (outdated) => {
      for (const id of outdated) await guarded(deps, id, () => recount(deps, id));
    },
  );
  return swept;
}

/** Every case of the problem, however old: who has complained before is known for ever. */
const membersOf = async (
  { clusters, playbook }: Pick<SweepChangesDeps, 'clusters' | 'playbook'>,
  { state }: Pick<ChangeRecord, 'state'>,
) => byThemselves(await clusters.members(await clusters.rootOf(state.cluster)), playbook);

async function fire(deps: SweepChangesDeps, { id, due, at }: DueChange): Promise<void> {
  const record = await deps.changes.load(id);
  if (record === null) return;
  const members = await membersOf(deps, record);
  const meta = { actor: { type: 'system' as const }, at, causationId: causationId(`change:${id}@${record.version}`) };
  const handled = await deps.handle(id, { type: 'RunTimer', data: { expected: due, members }, meta });
  if (handled.type === 'rejected' || handled.repeated) await recount(deps, id);
}

async function recount({ changes, playbook, calendars }: SweepChangesDeps, id: ChangeId): Promise<void> {
  const record = await changes.load(id);
  if (record === null) return;
  await changes.recount(id, record.version, nextChangeDue(record.state, playbook), calendars());
}

async function guarded({ changes, log }: SweepChangesDeps, id: ChangeId, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (fault) {
    log.error('a process change broke while its time passed; it is tried again later', {
      change: id,
      ...faultOf(fault),
    });
    await changes.broke(id);
  }
}
