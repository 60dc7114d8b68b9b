import { describe, it } from 'vitest';
import type { CaseCommandType } from '../../../src/domain/case/commands.ts';
import type { CaseEvent } from '../../../src/domain/case/events.ts';
import type { PlaybookPerson } from '../../../src/domain/playbook.ts';
import { aPlaybook, logistics, people, quality } from '../../support/a-playbook.ts';
import { completeForms, press } from '../../support/case-commands.ts';
import {
  adjudicationOpened,
  decisionRequested,
  filed,
  later,
  masked,
  obstacleRaised,
  offered,
  refusedBy,
  statutoryAttached,
  toAcknowledged,
  toClosed,
  toFixed,
  toWorking,
} from '../../support/case-events.ts';
import { given } from '../../support/given.ts';

/** Each form, somebody who may send it, a case it fits, and what it cannot do without. */
const forms: readonly (readonly [CaseCommandType, PlaybookPerson, readonly CaseEvent[], readonly string[]])[] = [
  ['FileCase', people.duri, [], ['kind', 'channel', 'words', 'experience', 'wants']],
  ['RouteCase', people.aram, [filed()], ['department']],
  ['ReassignOwner', people.sechan, toWorking, ['owner']],
  ['StartWork', people.hana, toAcknowledged, ['plan', 'eta']],
  ['OfferTransfer', people.hana, toWorking, ['department', 'reason', 'why']],
  ['DeclineTransfer', people.yuna, [...toWorking, offered()], ['department', 'why']],
  [
    'AdjudicateCase',
    people.aram,
    [...toAcknowledged, adjudicationOpened(logistics, [quality], people.hana)],
    ['department', 'reason'],
  ],
  ['HoldCase', people.hana, toWorking, ['reason', 'until', 'nextUpdate']],
  ['RequestDecision', people.hana, toWorking, ['question', 'recommended', 'neededBy']],
  ['MakeDecision', people.dain, [...toWorking, decisionRequested()], ['choice', 'reason']],
  ['FixCase', people.hana, toWorking, ['fixType', 'done', 'evidence', 'rootCause']],
  ['ReplyToCustomer', people.duri, toFixed, ['channel', 'toldAt', 'gist', 'verdict']],
  ['ReopenCase', people.duri, toClosed, ['reason']],
  ['MergeCase', people.aram, [filed()], ['into']],
  ['RefuseCase', people.sechan, toWorking, ['reason', 'evidence', 'explanation', 'whyUnreasonable']],
  ['OverturnRefusal', people.aram, [...toWorking, refusedBy()], ['reason']],
  ['WithdrawCase', people.duri, toWorking, ['words', 'cause']],
  ['VoidCase', people.aram, [filed()], ['reason']],
  ['RaiseObstacle', people.hana, toWorking, ['text']],
  ['AnswerObstacle', people.sechan, [...toWorking, obstacleRaised()], ['text']],
  ['ReassessSeverity', people.mirae, toWorking, ['reason']],
  ['AddNote', people.hana, toWorking, ['text']],
  ['ViewOriginal', people.eunsol, toWorking, ['reason']],
  ['ContactCustomer', people.duri, toWorking, ['channel', 'contactedAt', 'gist']],
  ['ContainCase', people.hana, toWorking, ['measure']],
  ['SnoozeNudges', people.hana, toWorking, ['until', 'reason']],
  ['AttachStatutory', people.duri, toWorking, ['code', 'since']],
  ['DischargeStatutory', people.mirae, [...toWorking, statutoryAttached()], ['note']],
];

describe('a form with one field left open is asked for that field, and for nothing else', () => {
  for (const [type, person, history, fields] of forms) {
    for (const field of fields) {
      it(`${type}: ${field}`, () => {
        given(...history)
          .when(press(type, person, { [field]: blankOf(type, field) }))
          .asksFor([field, { type: 'required' }]);
      });
    }
  }
});

function blankOf(type: CaseCommandType, field: string): unknown {
  const complete: Readonly<Record<string, unknown>> = completeForms[type];
  if (Array.isArray(complete[field])) return [];
  const isFreeText = typeof complete[field] === 'string' && / /.test(String(complete[field]));
  return isFreeText ? masked(' ') : null;
}

it('evidence has a least length, the playbook’s, for a fix as for a refusal', () => {
  const strict = { ...aPlaybook, limits: { ...aPlaybook.limits, evidence: 5 } };
  const short = { evidence: masked(' 사진 1 ') };
  for (const command of [press('FixCase', people.hana, short), press('RefuseCase', people.sechan, short)]) {
    given(...toWorking)
      .when(command, strict)
      .asksFor(['evidence', { type: 'tooShort', min: 5 }]);
  }
});

it('the customer may have been told this very moment', () => {
  given(...toFixed)
    .when(press('ReplyToCustomer', people.duri, { toldAt: later(120) }, later(120)))
    .leaves({ status: 'replied' });
});
