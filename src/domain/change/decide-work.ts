import { type Checks, checks } from '../case/checks.ts';
import { hasRole, isLead, type Person } from '../people.ts';
import { calendarHolding } from '../sla/clock-times.ts';
import { dayIn } from '../zone.ts';
import { type Action, actionKinds, type Change, isOwner } from './change.ts';
import type { PlannedAction } from './commands.ts';
import { knownOwner } from './decide-proposal.ts';
import { type Asked, type DataOf, type Decision, happened, invalid, notNow, refused } from './decision.ts';

/** Its owner; the lead of the department where the owner cannot. */
export function mustRun(person: Person, c: Change): Decision | null {
  if (isOwner(c, person.id) || isLead(person, c.department)) return null;
  return refused({ type: 'NotAllowed', needs: { type: 'owner', owner: c.owner } });
}

/** What is done by whom until when: at least one thing that removes the cause. */
export function planChange({ due, actions }: DataOf<'PlanChange'>, c: Change, asked: Asked): Decision {
  if (c.status !== 'accepted') return notNow('PlanChange', c);
  const objection = mustRun(asked.person, c);
  if (objection !== null) return objection;
  const check = checks(asked);
  const day = check.dayUpTo('due', due, today(c, asked), null);
  const planned = actions.flatMap((action, i) => {
    const found = plannedAction(action, c.actions.length + i + 1, c, asked, check);
    return found === null ? [] : [found];
  });
  if (actions.length === 0) check.report('what1', { type: 'required' });
  if (day === null || check.problems.length > 0) return invalid(check.problems);
  return happened({ type: 'ChangePlanned', at: asked.at, by: asked.by, data: { due: day, actions: planned } });
}

export function addAction(data: DataOf<'AddAction'>, c: Change, asked: Asked): Decision {
  if (c.status !== 'accepted' && c.status !== 'planned' && c.status !== 'doing') return notNow('AddAction', c);
  const objection = mustRun(asked.person, c);
  if (objection !== null) return objection;
  const check = checks(asked);
  const action = plannedAction(data, c.actions.length + 1, c, asked, check);
  if (action === null) return invalid(check.problems);
  return happened({ type: 'ActionAdded', at: asked.at, by: asked.by, data: { action } });
}

const today = (c: Change, { at, playbook }: Asked) => dayIn(at, calendarHolding(c.department, playbook).zone);

function plannedAction(
  { slot, kind, what, owner, due }: PlannedAction,
  number: number,
  c: Change,
  asked: Asked,
  check: Checks,
): Action | null {
  const text = check.text(`what${slot}`, what);
  const chosen = check.given(`kind${slot}`, kind);
  if (chosen !== null && !actionKinds.includes(chosen)) check.report(`kind${slot}`, { type: 'unknown' });
  const who = owner === null ? c.owner : knownOwner(owner, asked, check);
  const day = check.dayUpTo(`due${slot}`, due, today(c, asked), null);
  if (text === null || chosen === null || who === null || day === null) return null;
  return { number, kind: chosen, what: text, owner: who, due: day, done: null };
}

/** Done, with something to show; by who had it, or who runs the change. What prevents it elsewhere may end after the change is in force. */
export function finishAction({ number, evidence }: DataOf<'FinishAction'>, c: Change, asked: Asked): Decision {
  if (c.status !== 'planned' && c.status !== 'doing' && c.status !== 'deployed') return notNow('FinishAction', c);
  const action = c.actions.find((one) => one.number === number);
  if (action === undefined) return refused({ type: 'NoSuchAction' });
  if (action.done !== null) return refused({ type: 'ActionDoneAlready', by: action.done.by });
  const objection = action.owner.id === asked.person.id ? null : mustRun(asked.person, c);
  if (objection !== null) return objection;
  const check = checks(asked);
  const text = check.text('evidence', evidence, asked.playbook.limits.evidence);
  if (text === null) return invalid(check.problems);
  return happened({ type: 'ActionDone', at: asked.at, by: asked.by, data: { number, evidence: text } });
}

export function beginChange(c: Change, asked: Asked): Decision {
  if (c.status !== 'planned') return notNow('BeginChange', c);
  const objection = mustRun(asked.person, c);
  if (objection !== null) return objection;
  return happened({ type: 'ChangeBegun', at: asked.at, by: asked.by, data: {} });
}

/** Somebody leaves, or has more to do than they can: the lead names another. */
export function changeOwner({ owner }: DataOf<'ChangeOwner'>, c: Change, asked: Asked): Decision {
  if (c.owner === null || c.status === 'declined' || c.status === 'effective') return notNow('ChangeOwner', c);
  if (!isLead(asked.person, c.department) && !hasRole(asked.person, 'executive')) {
    return refused({ type: 'NotAllowed', needs: { type: 'lead', department: c.department } });
  }
  const check = checks(asked);
  const known = knownOwner(owner, asked, check);
  if (known === null) return invalid(check.problems);
  if (known.id === c.owner.id) return refused({ type: 'NothingChanged' });
  return happened({ type: 'OwnerChanged', at: asked.at, by: asked.by, data: { owner: known } });
}
