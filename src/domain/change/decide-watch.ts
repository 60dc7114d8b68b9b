import { checks } from '../case/checks.ts';
import { days, minutes, plus } from '../instant.ts';
import { hasRole } from '../people.ts';
import { calendarHolding } from '../sla/clock-times.ts';
import { dayIn } from '../zone.ts';
import { type Change, isOwner, openCorrections } from './change.ts';
import { mustRun } from './decide-work.ts';
import { type Asked, type DataOf, type Decision, happened, invalid, notNow, refused } from './decision.ts';
import { baselineOf, effectNow } from './watch.ts';

/** In force, with something to show; from then on every complaint counts against it. What removes the cause must be done. */
export function deployChange(data: DataOf<'DeployChange'>, c: Change, asked: Asked): Decision {
  if (c.status !== 'planned' && c.status !== 'doing') return notNow('DeployChange', c);
  const objection = mustRun(asked.person, c);
  if (objection !== null) return objection;
  const open = openCorrections(c);
  if (open.length > 0) return refused({ type: 'ActionsOpen', numbers: open.map(({ number }) => number) });
  const { at, by, playbook } = asked;
  const check = checks(asked);
  const evidence = check.text('evidence', data.evidence, playbook.limits.evidence);
  const deployedAt = data.deployedAt ?? at;
  if (deployedAt > at) check.report('deployedAt', { type: 'inTheFuture' });
  // Pickers know minutes: what took effect in the minute it was begun is not before it.
  if (plus(deployedAt, minutes(1)) <= c.begunAt) check.report('deployedAt', { type: 'inThePast' });
  if (evidence === null || check.problems.length > 0) return invalid(check.problems);
  const { watch } = playbook.learning.change;
  const deployment = { evidence, deployedAt, ...baselineOf(data.members, deployedAt, watch), told: 0, by };
  return happened({ type: 'ChangeDeployed', at, by, data: { deployment, tell: data.tell } });
}

/** After the watch somebody other than the owner says whether it held; the numbers say what can be said. */
export function verifyEffect({ note, members }: DataOf<'VerifyEffect'>, c: Change, asked: Asked): Decision {
  const { deployment } = c;
  if (c.status !== 'deployed' || deployment === null) return notNow('VerifyEffect', c);
  const { person, at, by, playbook } = asked;
  if (!hasRole(person, 'vocDesk')) return refused({ type: 'NotAllowed', needs: { type: 'roles', roles: ['vocDesk'] } });
  if (c.owner !== null && isOwner(c, person.id)) return refused({ type: 'OwnRequest', by: c.owner });
  const { watch } = playbook.learning.change;
  const end = plus(deployment.deployedAt, days(Math.max(...deployment.marks)));
  if (deployment.told < deployment.marks.length) {
    return refused({ type: 'WatchRunning', until: dayIn(end, calendarHolding(null, playbook).zone) });
  }
  return happened({
    type: 'EffectVerified',
    at,
    by,
    data: { effect: { ...effectNow(members, deployment, at, watch), note, by, at }, before: deployment.baseline },
  });
}

/** A year on, whoever looks after it says whether it still delights: what is taken for granted asks for something new. */
export function reviewChange({ appeal }: DataOf<'ReviewChange'>, c: Change, asked: Asked): Decision {
  if (c.status !== 'effective' || c.review === undefined) return notNow('ReviewChange', c);
  const mayNot = hasRole(asked.person, 'vocDesk') ? null : mustRun(asked.person, c);
  if (mayNot !== null) return mayNot;
  if (appeal === null) return invalid([{ field: 'appeal', problem: { type: 'required' } }]);
  if (c.review.answer?.appeal === appeal) return refused({ type: 'NothingChanged' });
  return happened({ type: 'ChangeReviewed', at: asked.at, by: asked.by, data: { appeal } });
}

/** Partly effective is not the end: it goes on with something else. */
export function resumeChange({ reason }: DataOf<'ResumeChange'>, c: Change, asked: Asked): Decision {
  if (c.status !== 'partial') return notNow('ResumeChange', c);
  const objection = mustRun(asked.person, c);
  if (objection !== null) return objection;
  const check = checks(asked);
  const text = check.text('reason', reason);
  if (text === null) return invalid(check.problems);
  const within = asked.playbook.learning.change.clocks.deploy;
  return happened({ type: 'ChangeResumed', at: asked.at, by: asked.by, data: { reason: text, within } });
}
