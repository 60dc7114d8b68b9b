import type { DepartmentCode } from '../ids.ts';
import type { Person } from '../people.ts';
import { hasRole, isLead } from '../people.ts';
import { mustBeInvolved, mustHaveRole } from './authority.ts';
import type { FiledCase } from './case.ts';
import { departmentHolding, hasEnded, isPerson } from './case.ts';
import { checks } from './checks.ts';
import type { Asked, DataOf, Decision } from './decision.ts';
import { happened, invalid, refused } from './decision.ts';
import { notNow } from './not-now.ts';
import { saidKey } from './note.ts';

/** The lead of the department that holds the case; while none does, the VOC desk. */
const answers = (person: Person, department: DepartmentCode | null): boolean =>
  department === null ? hasRole(person, 'vocDesk') : isLead(person, department);

/**
 * "We are stuck on …": anybody on the case may say so; it moves nothing, the lead is to answer. Where the lead is stuck,
 * an executive is.
 */
export function raiseObstacle(data: DataOf<'RaiseObstacle'>, c: FiledCase, asked: Asked): Decision {
  if (hasEnded(c)) return notNow('RaiseObstacle', c);
  const objection = mustBeInvolved(asked.person, c);
  if (objection !== null) return refused(objection);
  const { by, at } = asked;
  const check = checks(asked);
  const text = check.text('text', data.text);
  if (text === null) return invalid(check.problems);
  const above = answers(asked.person, departmentHolding(c)) ? { forExecutive: true as const } : {};
  const obstacle = { number: c.obstacles.length + 1, text, by, at, ...above, answer: null };
  return happened({ type: 'ObstacleRaised', at, by, data: { obstacle } });
}

/** The department lead or an executive answers; once, and never who raised it. */
export function answerObstacle(data: DataOf<'AnswerObstacle'>, c: FiledCase, asked: Asked): Decision {
  const { person, by, at } = asked;
  const obstacle = c.obstacles.find((o) => o.number === data.number);
  if (obstacle === undefined) return refused({ type: 'NoSuchObstacle' });
  const { answer } = obstacle;
  if (answer !== null) return refused({ type: 'ObstacleAnswered', by: answer.by, at: answer.at });
  const department = departmentHolding(c);
  if (!answers(person, department) && !hasRole(person, 'executive')) {
    const needs =
      department === null
        ? ({ type: 'roles', roles: ['vocDesk', 'executive'] } as const)
        : ({ type: 'lead', department } as const);
    return refused({ type: 'NotAllowed', needs });
  }
  if (isPerson(obstacle.by, person.id)) return refused({ type: 'OwnRequest' });
  const check = checks(asked);
  const text = check.text('text', data.text);
  if (text === null) return invalid(check.problems);
  return happened({ type: 'ObstacleAnswered', at, by, data: { number: data.number, text } });
}

/** Anybody may add what they know, at any time; also of what was done elsewhere, with the time it was. */
export function addNote(data: DataOf<'AddNote'>, asked: Asked): Decision {
  const check = checks(asked);
  const text = check.text('text', data.text);
  const { happenedAt } = data;
  if (happenedAt !== null && happenedAt > asked.at) check.report('happenedAt', { type: 'inTheFuture' });
  if (text === null || check.problems.length > 0) return invalid(check.problems);
  const when = happenedAt === null ? {} : { happenedAt };
  return happened({ type: 'NoteAdded', at: asked.at, by: asked.by, data: { text, ...when } });
}

/**
 * What is written under a card of the case is a note of it, as it reads now: heard when it is written, changed or taken
 * back. Chat may tell these late, twice or in another order; the newest state stands.
 */
export function hearNote(data: DataOf<'HearNote'>, c: FiledCase, { by, at }: Asked): Decision {
  const { said, text, asOf, files, permalink } = data;
  const before = c.heard?.[saidKey(said)];
  if (before !== undefined && asOf <= before) return refused({ type: 'NothingChanged' });
  if (text !== null && text.trim() === '' && files === 0) return refused({ type: 'NothingChanged' });
  const more = { ...(files === 0 ? {} : { files }), ...(permalink === null ? {} : { permalink }) };
  return happened({ type: 'NoteHeard', at, by, data: { said, text, asOf, ...more } });
}

/** Looking at the unmasked words is for few, with a reason, and leaves a trace. */
export function viewOriginal(data: DataOf<'ViewOriginal'>, asked: Asked): Decision {
  const objection = mustHaveRole(asked.person, 'csLead', 'vocDesk', 'privacyOfficer');
  if (objection !== null) return refused(objection);
  const check = checks(asked);
  const reason = check.text('reason', data.reason);
  if (reason === null) return invalid(check.problems);
  return happened({ type: 'OriginalViewed', at: asked.at, by: asked.by, data: { reason } });
}
