import { unreachable } from '../result.ts';
import { untimed } from '../sla/sla-clock.ts';
import type { Begun, Change, ChangeState } from './change.ts';
import { clocksAfter } from './clocks.ts';
import type { ChangeEvent, ChangeEventOf } from './events.ts';

/**
 * The change after an event.
 *
 *   demanded → proposed → accepted → planned → doing → deployed → effective | partial
 *   demanded, proposed, accepted, planned, doing → declined
 *   deployed → doing (relapsed: another round); partial → doing (resumed)
 *
 * Total: an event that does not fit leaves the change as it is.
 */
export function evolveChange(current: ChangeState, event: ChangeEvent): ChangeState {
  const next = moved(current, event);
  return next.status === 'unbegun' ? next : { ...next, sla: clocksAfter(next.sla, event, next) };
}

function moved(c: ChangeState, event: ChangeEvent): ChangeState {
  if (c.status === 'unbegun') return begun(event) ?? c;
  return { ...c, ...step(c, event) };
}

function begun(event: ChangeEvent): Change | null {
  if (event.type === 'ChangeDemanded') {
    const { level, customers } = event.data;
    return { ...fresh(event, event.data), status: 'demanded', demanded: { level, customers, at: event.at } };
  }
  if (event.type === 'ChangeProposed' && event.data.beginning !== null) {
    return { ...fresh(event, event.data.beginning), status: 'proposed', proposal: event.data.proposal };
  }
  return null;
}

type Beginning = NonNullable<ChangeEventOf<'ChangeProposed'>['data']['beginning']>;

const fresh = ({ at }: ChangeEvent, { cluster, from, department, terms }: Beginning): Begun => ({
  begunAt: at,
  cluster,
  from,
  department,
  demanded: null,
  round: 1,
  actions: [],
  proposal: null,
  owner: null,
  sponsor: null,
  direction: null,
  due: null,
  deployment: null,
  relapses: [],
  effect: null,
  refusal: null,
  warned: [],
  sla: { ...untimed, terms },
});

function step(c: Change, event: ChangeEvent): Partial<Change> {
  const { at, by } = event;
  switch (event.type) {
    case 'ChangeDemanded': {
      const { level, customers } = event.data;
      return { demanded: { level, customers, at } };
    }
    case 'ChangeProposed':
      return { status: 'proposed', proposal: event.data.proposal, refusal: null };
    case 'DirectionAsked':
      return { direction: { asked: at, answer: null } };
    case 'DirectionGiven':
      if (by === null || c.direction === null) return {};
      return { sponsor: by, direction: { ...c.direction, answer: { reason: event.data.reason, by, at } } };
    case 'ChangeAccepted':
      return { status: 'accepted', owner: event.data.owner };
    case 'ChangeDeclined':
      return by === null ? {} : { status: 'declined', refusal: { reason: event.data.reason, by, at } };
    case 'ChangePlanned':
      return { status: 'planned', due: event.data.due, actions: [...c.actions, ...event.data.actions] };
    case 'ActionAdded':
      return { actions: [...c.actions, event.data.action] };
    case 'ActionDone': {
      const { number, evidence } = event.data;
      const done = by === null ? null : { evidence, by, at };
      const actions = c.actions.map((action) => (action.number === number ? { ...action, done } : action));
      return { actions, ...(c.status === 'planned' ? { status: 'doing' } : {}) };
    }
    case 'ChangeBegun':
      return { status: 'doing' };
    case 'OwnerChanged':
      return { owner: event.data.owner };
    case 'ChangeDeployed':
      return { status: 'deployed', deployment: event.data.deployment, warned: [], effect: null };
    case 'WatchRead':
      if (c.deployment === null) return {};
      return { deployment: { ...c.deployment, told: c.deployment.told + 1, since: event.data.since } };
    case 'SevereReturned':
      return { warned: [...c.warned, event.data.caseId] };
    case 'ChangeRelapsed': {
      const { why, cases } = event.data;
      return { status: 'doing', round: c.round + 1, relapses: [...c.relapses, { at, why, cases }] };
    }
    case 'EffectVerified':
      return { status: event.data.effect.outcome, effect: event.data.effect };
    case 'ReviewAsked':
      return { review: { asked: at, answer: null } };
    case 'ChangeReviewed':
      if (by === null || c.review === undefined) return {};
      return { review: { ...c.review, answer: { appeal: event.data.appeal, by, at } } };
    case 'ChangeResumed':
      return { status: 'doing', round: c.round + 1 };
    case 'VerificationAsked':
    case 'ChangeNudged':
    case 'ChangeEscalated':
      // Time only: the clocks keep the record.
      return {};
    default:
      return unreachable(event);
  }
}
