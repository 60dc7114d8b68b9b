import { type Change, type ChangeRecord, type ChangeState, unbegun } from '../../src/domain/change/change.ts';
import type { ChangeEvent, ChangeEventOf, ChangeEventType } from '../../src/domain/change/events.ts';
import { evolveChange } from '../../src/domain/change/evolve.ts';
import { termsOfChanges } from '../../src/domain/change/terms.ts';
import { type ChangeId, type ClusterId, caseId, clusterId } from '../../src/domain/ids.ts';
import { type Instant, minutes, plus } from '../../src/domain/instant.ts';
import { refOf } from '../../src/domain/people.ts';
import type { ChangeOfChange } from '../../src/ports/change-store.ts';
import { aCause } from './a-change.ts';
import { aPlaybook, logistics, people } from './a-playbook.ts';
import { filedAt, masked } from './case-events.ts';

const within = { unit: 'days', days: 5 } as const;
const by = refOf(people.hana);
/** So many minutes after the change began. */
export const changeTime = (n: number): Instant => plus(filedAt, minutes(n));

type Data = { readonly [T in ChangeEventType]?: ChangeEventOf<T>['data'] };

/** What happens to a change of the department logistics about cluster 1, unless told otherwise. */
const usual = (cluster: ClusterId, at: Instant) =>
  ({
    ChangeDemanded: {
      cluster,
      from: caseId(cluster),
      department: logistics,
      terms: termsOfChanges(aPlaybook),
      level: 'alert',
      customers: 10,
      within,
    },
    ChangeProposed: {
      beginning: null,
      proposal: {
        title: masked('유리병에 종이 완충재 두 겹'),
        means: ['process'],
        rootCause: { l1: 'product', l2: 'packaging' },
        touchpoint: null,
        cost: null,
        effect: masked('파손 불만이 4분의 1로'),
        notices: null,
        coaching: null,
        by,
        at,
      },
      within,
    },
    ChangeAccepted: { owner: refOf(people.jiho), within },
    ChangeDeclined: { reason: masked('파손율 0.01 %') },
    ChangeDeployed: {
      deployment: {
        evidence: masked('사진 3장'),
        deployedAt: at,
        baseline: 10,
        counts: 'severe',
        marks: [30, 60, 90],
        told: 0,
        by,
      },
      tell: [people.duri.id],
    },
    EffectVerified: { effect: { outcome: 'effective', total: 1, allowed: 8, note: null, by, at }, before: 10 },
  }) as const satisfies Data;

/** Events of a change, one a minute from `from` on. */
export const changeEvents = (
  types: readonly (keyof ReturnType<typeof usual>)[],
  { cluster = clusterId(1), from = 0 }: { readonly cluster?: ClusterId; readonly from?: number } = {},
): readonly ChangeEvent[] =>
  types.map((type, i) => {
    const at = changeTime(from + i);
    return { type, at, by: type === 'ChangeDemanded' ? null : by, data: usual(cluster, at)[type] } as ChangeEvent;
  });

/** What is written when these events follow; nothing is owed to anybody unless told. */
export function changing(
  id: ChangeId,
  before: ChangeRecord | null,
  events: readonly ChangeEvent[],
  options: Partial<ChangeOfChange> = {},
): ChangeOfChange {
  const start: ChangeState = before?.state ?? unbegun;
  const after = events.reduce(evolveChange, start);
  if (after.status === 'unbegun') throw new Error('a change begins by being demanded or proposed');
  return {
    id,
    expectedVersion: before?.version ?? 0,
    causationId: aCause(),
    events,
    after: after satisfies Change,
    messages: [],
    nudges: [],
    due: null,
    calendars: 1,
    answers: false,
    ...options,
  };
}
