import { unreachable } from '../result.ts';
import { after, type Begin, runningKeys, type Steps } from '../sla/clock-steps.ts';
import { clockIn, keyOf, type Sla, type SlaClock } from '../sla/sla-clock.ts';
import type { Action, Change } from './change.ts';
import type { ChangeEvent } from './events.ts';

/** Which promises of a change begin, are kept and fall away by what happened. `c`: the change after it. Total. */
export function clocksAfter(sla: Sla, event: ChangeEvent, c: Change): Sla {
  return steps(sla, event, c).sla;
}

const actionsOf = (sla: Sla) => runningKeys(sla).filter((key) => key.startsWith('action'));

function steps(sla: Sla, event: ChangeEvent, c: Change): Steps {
  const then = after(sla, event.at);
  const company: Begin = { from: event.at, hours: { of: 'company' } };
  const inDepartment: Begin = { from: event.at, hours: { of: 'department', department: c.department } };
  const actions = (s: Steps, added: readonly Action[]): Steps =>
    added.reduce((all, { number, due }) => all.start('action', { ...inDepartment, of: String(number) }, until(due)), s);
  switch (event.type) {
    case 'ChangeDemanded':
      return then.start('propose', inDepartment, event.data.within);
    case 'ChangeProposed':
      return then.meet('propose').start('judge', inDepartment, event.data.within);
    case 'DirectionAsked':
      return then.start('direct', company, event.data.within);
    case 'DirectionGiven':
      return then.meet('direct');
    case 'ChangeAccepted':
      return then.meet('judge').start('prepare', inDepartment, event.data.within);
    case 'ChangeDeclined':
      return then.meet('propose', 'judge', 'direct').drop(...runningKeys(sla));
    case 'ChangePlanned':
      return actions(then.meet('prepare').start('deploy', inDepartment, until(event.data.due)), event.data.actions);
    case 'ActionAdded':
      return actions(then, [event.data.action]);
    case 'ActionDone':
      return then.meet(`action:${event.data.number}`);
    case 'ChangeDeployed':
      return then.meet('deploy');
    case 'VerificationAsked':
      return then.start('verify', company, event.data.within);
    case 'ChangeRelapsed':
    case 'ChangeResumed':
      return then.drop('verify', 'deploy').start('deploy', inDepartment, event.data.within);
    case 'EffectVerified':
      return then.meet('verify').drop(...actionsOf(sla));
    case 'ChangeNudged':
    case 'ChangeEscalated':
      return then.change(keyOf(clockIn(event.data)), (clock) => ({
        ...clock,
        reached: Math.max(clock.reached, event.data.rung),
      }));
    case 'ChangeBegun':
    case 'ReviewAsked':
    case 'ChangeReviewed':
    case 'OwnerChanged':
    case 'WatchRead':
    case 'SevereReturned':
      return then;
    default:
      return unreachable(event);
  }
}

const until = (day: Action['due']): SlaClock['target'] => ({ unit: 'until', day });
