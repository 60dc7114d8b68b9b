import { isEmpty, toldOnce } from '../learning/struggles.ts';
import { mustOwn, mustServeCustomers } from './authority.ts';
import { type FiledCase, hasEnded, isPerson } from './case.ts';
import { checks } from './checks.ts';
import { type Asked, type DataOf, type Decision, happened, invalid, refused } from './decision.ts';
import { notNow } from './not-now.ts';

/** CS (or whoever was named to call) tells the customer how it stands, before there is an answer. */
export function contactCustomer(data: DataOf<'ContactCustomer'>, c: FiledCase, asked: Asked): Decision {
  if (hasEnded(c) || c.status === 'replied') return notNow('ContactCustomer', c);
  const { person, by, at, playbook } = asked;
  const isCaller = c.callback !== null && isPerson(c.callback.caller, person.id);
  const objection = isCaller ? null : mustServeCustomers(person);
  if (objection !== null) return refused(objection);
  const check = checks(asked);
  const channel = check.term('channel', data.channel, playbook.taxonomies.replyChannels);
  const contactedAt = check.given('contactedAt', data.contactedAt);
  if (contactedAt !== null && contactedAt > at) check.report('contactedAt', { type: 'inTheFuture' });
  const gist = check.text('gist', data.gist);
  if (channel === null || contactedAt === null || gist === null || check.problems.length > 0) {
    return invalid(check.problems);
  }
  const told = toldOnce(data.struggled);
  const struggles = isEmpty(told) ? {} : { struggles: told };
  const reach = data.reach?.words === c.reach?.words ? {} : { reach: data.reach };
  return happened({
    type: 'CustomerContacted',
    at,
    by,
    data: { channel: channel.code, contactedAt, gist, ...struggles, ...reach },
  });
}

/** The owner stops the bleeding; the cause is another matter. */
export function containCase(data: DataOf<'ContainCase'>, c: FiledCase, asked: Asked): Decision {
  if (c.status !== 'acknowledged' && c.status !== 'working' && c.status !== 'held' && c.status !== 'deciding') {
    return notNow('ContainCase', c);
  }
  const objection = mustOwn(asked.person, c.owner);
  if (objection !== null) return refused(objection);
  const check = checks(asked);
  const measure = check.text('measure', data.measure);
  if (measure === null) return invalid(check.problems);
  return happened({ type: 'CaseContained', at: asked.at, by: asked.by, data: { measure } });
}

/** The owner is still on it: one press, with a word if they like. */
export function confirmProgress(data: DataOf<'ConfirmProgress'>, c: FiledCase, asked: Asked): Decision {
  if (c.status !== 'acknowledged' && c.status !== 'working') return notNow('ConfirmProgress', c);
  const objection = mustOwn(asked.person, c.owner);
  if (objection !== null) return refused(objection);
  return happened({ type: 'ProgressConfirmed', at: asked.at, by: asked.by, data: { note: data.note } });
}
