import { needsCause } from '../intake/voice.ts';
import type { RootCause as RootCauseTerm } from '../playbook.ts';
import { termOf } from '../playbook.ts';
import { mustOwn } from './authority.ts';
import { authorityLeft, mostOf } from './authority-limits.ts';
import type { FiledCase, Fix, RootCause } from './case.ts';
import type { Checks } from './checks.ts';
import { checks } from './checks.ts';
import { elsewherePart, nextNumber } from './decide-remedy.ts';
import type { Asked, DataOf, Decision } from './decision.ts';
import { happened, invalid, refused } from './decision.ts';
import type { CaseEvent } from './events.ts';
import { notNow } from './not-now.ts';
import { unspent } from './remedies.ts';
import type { CustomerSum } from './remedy.ts';

/**
 * The work is done: what was solved, how we know, and why it happened. Apologising is no fix, so the playbook offers
 * none. An open transfer offer falls: there is nothing left to take.
 */
export function fixCase(data: DataOf<'FixCase'>, c: FiledCase, asked: Asked): Decision {
  if (c.status !== 'working') return notNow('FixCase', c);
  const objection = mustOwn(asked.person, c.owner);
  if (objection !== null) return refused(objection);

  const { kind } = c.voice;
  const { by, at, playbook } = asked;
  const check = checks(asked);
  const fixType = check.term('fixType', data.fixType, playbook.taxonomies.fixTypes);
  const done = check.text('done', data.done);
  const evidence = check.text('evidence', data.evidence, playbook.limits.evidence);
  const rootCause = rootCauseOf(data.rootCause, needsCause(kind), playbook.taxonomies.rootCauses, check);
  const compensation = compensationOf(data, fixType?.compensates ?? false, check);
  const rest = compensation === null ? 0 : restOf(compensation.amount, data.sum, c, asked, check);
  if (data.doneAt !== null && data.doneAt > at) check.report('doneAt', { type: 'inTheFuture' });
  if (kind === 'inquiry') check.given('informationMissing', data.informationMissing);
  if (fixType === null || done === null || evidence === null || check.problems.length > 0) {
    return invalid(check.problems);
  }
  const { informationMissing, doneAt } = data;
  const fix = {
    fixType: fixType.code,
    done,
    evidence,
    rootCause,
    compensation,
    informationMissing,
    ...(doneAt === null ? {} : { doneAt }),
    by,
    at,
  };
  const fixed: CaseEvent = { type: 'CaseFixed', at, by, data: { fix } };
  const paidBy = playbook.authority.remedies.find(({ from }) => from === null);
  if (compensation === null || rest === 0 || paidBy === undefined) return happened(fixed);
  const { basis } = compensation;
  const number = nextNumber(c);
  const remedy = { number, what: paidBy.code, amount: rest, basis, by, at, ...elsewherePart(data.sum) };
  return happened({ type: 'RemedyGranted', at, by, data: { remedy } }, fixed);
}

/**
 * What a fix pays beyond what has been given or approved: the owner gives it here, where their own authority reaches.
 * Otherwise it is to be asked for first.
 */
function restOf(amount: number, sum: CustomerSum, c: FiledCase, { person, playbook }: Asked, check: Checks): number {
  const rest = Math.max(0, amount - unspent(c));
  const left = authorityLeft(person, c, sum, playbook);
  const most = left === null ? 0 : mostOf(left);
  if (most !== null && rest > most) check.report('amount', { type: 'overAuthority', left: most + unspent(c) });
  return rest;
}

/** `l1/l2` as the form offers it. */
export function rootCauseOf(
  chosen: string | null,
  isRequired: boolean,
  causes: readonly RootCauseTerm[],
  check: Checks,
): RootCause | null {
  if (chosen === null) return isRequired ? check.given('rootCause', null) : null;
  const [l1 = '', l2 = '', ...rest] = chosen.split('/');
  const isKnown = rest.length === 0 && termOf(termOf(causes, l1)?.children ?? [], l2) !== null;
  return isKnown ? { l1, l2 } : check.report('rootCause', { type: 'unknown' });
}

/** Money or points need an amount in whole won and the clause they rest on. */
function compensationOf(data: DataOf<'FixCase'>, compensates: boolean, check: Checks): Fix['compensation'] {
  const isPaid = compensates || (data.amount !== null && data.amount !== 0);
  if (!isPaid) return null;
  const amount = check.given('amount', data.amount);
  if (amount !== null && (!Number.isSafeInteger(amount) || amount < 0)) check.report('amount', { type: 'unknown' });
  const basis = data.basis === null ? check.given('basis', null) : check.text('basis', data.basis);
  return amount === null || basis === null ? null : { amount, basis };
}
