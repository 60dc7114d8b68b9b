import { addDays } from '../../../src/domain/calendar.ts';
import type { ChangeRecord } from '../../../src/domain/change/change.ts';
import type { ChangeCommand, ChangeCommandOf, ChangeCommandType } from '../../../src/domain/change/commands.ts';
import { nextChangeDue } from '../../../src/domain/change/next-due.ts';
import { type CausationId, type ClusterId, caseId } from '../../../src/domain/ids.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import type { Member } from '../../../src/domain/learning/gauge.ts';
import { type Person, refOf } from '../../../src/domain/people.ts';
import type { Playbook } from '../../../src/domain/playbook.ts';
import { dayIn } from '../../../src/domain/zone.ts';
import { aPlaybook, people } from '../a-playbook.ts';
import { masked } from '../case-events.ts';
import type { Chance } from '../seeded.ts';
import { departments, leadOf } from './case-steps.ts';

type When = { readonly at: Instant; readonly causationId: CausationId };

const press = <T extends ChangeCommandType>(
  type: T,
  by: Person | 'clock',
  data: ChangeCommandOf<T>['data'],
  { at, causationId }: When,
): ChangeCommand => {
  const actor = by === 'clock' ? { type: 'system' } : { type: 'person', person: by };
  return { type, data, meta: { actor, at, causationId } } as ChangeCommand;
};

const evidence = masked('사진 3장, 30건 확인');

/** Somebody proposes what should become different, asked for or not. */
export const proposal = (cluster: ClusterId, c: Chance, when: When): ChangeCommand => {
  const data = {
    ...{ cluster, from: caseId(cluster), level: null, relapsed: false },
    ...{ title: masked('종이 완충재 두 겹'), means: ['process'], rootCause: 'product/packaging', touchpoint: null },
    ...{ department: c.pick(departments), cost: null, effect: masked('파손이 줄어듦'), notices: null, coaching: null },
  };
  return press('ProposeChange', people.gyuri, data, when);
};

/** What its customers have gone through since matters only once it is there, or about to be. */
export const needsMembers = ({ state: { status } }: ChangeRecord): boolean =>
  ['planned', 'doing', 'deployed', 'effective'].includes(status);

/** What comes next with a change; null: nothing does. */
export function nextWork(
  { state }: ChangeRecord,
  members: readonly Member[],
  playbook: Playbook,
  c: Chance,
  when: When,
): ChangeCommand | null {
  const owner = aPlaybook.people.find(({ id }) => id === state.owner?.id) ?? people.hana;
  const { direction } = state;
  if (direction !== null && direction.answer === null && state.status !== 'declined' && c.percent(40)) {
    return press('DirectChange', people.dain, { reason: evidence }, when);
  }
  switch (state.status) {
    case 'demanded':
      return proposal(state.cluster, c, when);
    case 'proposed':
      return c.percent(85)
        ? press('AcceptChange', leadOf(state.department), { owner: refOf(people.hana) }, when)
        : press('DeclineChange', leadOf(state.department), { reason: masked('파손율 0.01 %') }, when);
    case 'accepted': {
      const due = addDays(dayIn(when.at, 'UTC'), 5);
      const action = { slot: '1', kind: 'preventive' as const, what: evidence, owner: null, due };
      return press('PlanChange', owner, { due, actions: [action] }, when);
    }
    case 'planned':
    case 'doing':
      return press('DeployChange', owner, { evidence, deployedAt: null, members, tell: [] }, when);
    case 'deployed': {
      const expected = nextChangeDue(state, playbook);
      if (expected !== null && expected.at <= when.at) return press('RunTimer', 'clock', { expected, members }, when);
      return c.percent(50)
        ? press('ReadReturns', 'clock', { members, tell: [] }, when)
        : press('VerifyEffect', people.aram, { note: null, members }, when);
    }
    case 'effective':
      return press('ReadReturns', 'clock', { members, tell: [] }, when);
    case 'partial':
      return press('ResumeChange', owner, { reason: evidence }, when);
    case 'declined':
      return null;
  }
}
