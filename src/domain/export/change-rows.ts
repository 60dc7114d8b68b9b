import { type ChangeState, unbegun } from '../change/change.ts';
import type { ChangeEvent } from '../change/events.ts';
import { evolveChange } from '../change/evolve.ts';
import { caseNumber, changeNumber } from '../ids.ts';
import type { Instant } from '../instant.ts';
import { caseOfCluster } from './case-rows.ts';
import { changeCells } from './change-cells.ts';
import { type Counting, type ExportedChange, list, type RowOf, stamp, type Table } from './table.ts';

export const changesTable = {
  file: 'changes.csv',
  columns: [
    'change',
    'cluster',
    'from',
    'status',
    'department',
    'title',
    'means',
    'rootCause',
    'touchpoint',
    'demandedAt',
    'demandLevel',
    'demandCustomers',
    'proposedAt',
    'directionAskedAt',
    'directionGivenAt',
    'acceptedAt',
    'plannedAt',
    'due',
    'deployedAt',
    'counts',
    'before',
    'since',
    'round',
    'relapses',
    'relapsedAt',
    'relapseReason',
    'outcome',
    'verifiedAt',
    'total',
    'allowed',
    'declinedAt',
    'declinedBecause',
    'actions',
    'actionsDone',
    'cost',
    'effect',
    'notices',
  ],
} as const satisfies Table<string>;

/** A process change in one row; of what happened more than once, the last. */
export function changeRow({ record, history, root }: ExportedChange, counting: Counting): RowOf<typeof changesTable> {
  const c = record.state;
  const at = (moment: Instant | null | undefined) => stamp(moment, counting);
  const { proposal, deployment, effect, refusal } = c;
  const lastOf = (type: ChangeEvent['type']): Instant | undefined =>
    history.findLast(({ event }) => event.type === type)?.event.at;
  return {
    change: changeNumber(record.id),
    cluster: caseOfCluster(root),
    from: caseNumber(c.from),
    status: c.status,
    department: c.department,
    title: proposal?.title ?? '',
    means: list(proposal?.means),
    rootCause: proposal === null ? '' : `${proposal.rootCause.l1}/${proposal.rootCause.l2}`,
    touchpoint: proposal?.touchpoint ?? '',
    demandedAt: at(c.demanded?.at),
    demandLevel: c.demanded?.level ?? '',
    demandCustomers: c.demanded?.customers ?? '',
    proposedAt: at(proposal?.at),
    directionAskedAt: at(c.direction?.asked),
    directionGivenAt: at(c.direction?.answer?.at),
    acceptedAt: at(lastOf('ChangeAccepted')),
    plannedAt: at(lastOf('ChangePlanned')),
    due: c.due ?? '',
    deployedAt: at(deployment?.deployedAt),
    counts: deployment?.counts ?? '',
    before: deployment?.baseline ?? '',
    since: deployment?.since ?? '',
    round: c.round,
    relapses: c.relapses.length,
    relapsedAt: at(c.relapses.at(-1)?.at),
    relapseReason: c.relapses.at(-1)?.why ?? '',
    outcome: effect?.outcome ?? '',
    verifiedAt: at(effect?.at),
    total: effect?.total ?? '',
    allowed: effect?.allowed ?? '',
    declinedAt: at(refusal?.at),
    declinedBecause: refusal?.reason ?? '',
    actions: c.actions.length,
    actionsDone: c.actions.filter(({ done }) => done !== null).length,
    cost: proposal?.cost ?? '',
    effect: proposal?.effect ?? '',
    notices: proposal?.notices ?? '',
  };
}

export const changeEventsTable = {
  file: 'change-events.csv',
  columns: [
    'change',
    'cluster',
    'version',
    'type',
    'at',
    'by',
    'status',
    'department',
    'code',
    'of',
    'before',
    'since',
    'until',
    'detail',
  ],
} as const satisfies Table<string>;
type ChangeEventRow = RowOf<typeof changeEventsTable>;

export function changeEventRows(
  { record, history, root }: ExportedChange,
  counting: Counting,
): readonly ChangeEventRow[] {
  const rows: ChangeEventRow[] = [];
  let state: ChangeState = unbegun;
  for (const { version, event } of history) {
    state = evolveChange(state, event);
    if (state.status === 'unbegun') continue;
    const { code = '', of = '', before = '', since = '', until, detail } = changeCells(event);
    rows.push({
      change: changeNumber(record.id),
      cluster: caseOfCluster(root),
      version,
      type: event.type,
      at: stamp(event.at, counting),
      by: event.by?.name ?? 'system',
      status: state.status,
      department: state.department,
      code,
      of,
      before,
      since,
      until: until ?? '',
      detail: (detail ?? '').replace(/\s+/g, ' ').trim(),
    });
  }
  return rows;
}
