import { describe, it } from 'vitest';
import { caseId, customerKey } from '../../../src/domain/ids.ts';
import { refOf } from '../../../src/domain/people.ts';
import { logistics, people } from '../../support/a-playbook.ts';
import { press } from '../../support/case-commands.ts';
import {
  acknowledged,
  countersigned,
  filed,
  held,
  later,
  masked,
  refusedBy,
  routedTo,
  toClosed,
  toReplied,
  toWorking,
  voidProposed,
} from '../../support/case-events.ts';
import { given } from '../../support/given.ts';

const anna = customerKey('anna');
const ofAnna = { customer: anna, ended: false };
const into = caseId(7);

describe('merging', () => {
  const history = [filed({ customer: anna }), routedTo()];

  it('joins two records of one incident of one customer', () => {
    for (const person of [people.aram, people.duri, people.mirae]) {
      given(...history)
        .when(press('MergeCase', person, { target: ofAnna }, later(9)))
        .then({ type: 'CaseMerged', at: later(9), by: refOf(person), data: { into } });
    }
  });

  it('S3-04 never joins two customers: each is counted and told', () => {
    given(...history)
      .when(press('MergeCase', people.aram, { target: { customer: customerKey('ben'), ended: false } }))
      .refuses({ type: 'NotSameCustomer', into });
  });

  it('S3-04 two unknown customers are not the same customer', () => {
    given(filed(), routedTo())
      .when(press('MergeCase', people.aram, { target: { customer: null, ended: false } }))
      .refuses({ type: 'NotSameCustomer', into });
  });

  it('the same problem on another day is another incident', () => {
    given(...history)
      .when(press('MergeCase', people.aram, { target: ofAnna, sameIncident: false }))
      .refuses({ type: 'NotSameIncident', into });
  });

  it('needs another case that is still open', () => {
    given(...history)
      .when(press('MergeCase', people.aram, { into: null, target: null }))
      .asksFor(['into', { type: 'required' }]);
    for (const wrong of [
      { target: null },
      { target: ofAnna, self: into },
      { target: { customer: anna, ended: true } },
    ]) {
      given(...history)
        .when(press('MergeCase', people.aram, wrong))
        .asksFor(['into', { type: 'unknown' }]);
    }
  });

  it('is for the VOC desk and CS, before work has begun', () => {
    given(...history)
      .when(press('MergeCase', people.hana, { target: ofAnna }))
      .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: ['vocDesk', 'csAgent', 'csLead'] } });
    given(...history, acknowledged())
      .when(press('MergeCase', people.aram, { target: ofAnna }))
      .leaves({ status: 'merged' });
    given(...toWorking)
      .when(press('MergeCase', people.aram, { target: ofAnna }))
      .refuses({ type: 'NotNow', command: 'MergeCase', status: 'working', by: null, at: null });
  });
});

describe('withdrawing', () => {
  it('CS records the customer’s words, and the cause all the same', () => {
    given(...toWorking)
      .when(press('WithdrawCase', people.duri, { words: masked(''), cause: masked('') }))
      .asksFor(['words', { type: 'required' }], ['cause', { type: 'required' }]);
  });

  it('is possible while the case is open, wherever it is', () => {
    for (const history of [[filed()], toWorking, [...toWorking, held()], toReplied, [...toWorking, refusedBy()]]) {
      given(...history)
        .when(press('WithdrawCase', people.duri))
        .leaves({ status: 'withdrawn' });
    }
    given(...toWorking)
      .when(press('WithdrawCase', people.duri))
      .leaves({ department: logistics });
  });

  it('not after its end', () => {
    given(...toClosed)
      .when(press('WithdrawCase', people.duri))
      .refuses({ type: 'NotNow', command: 'WithdrawCase', status: 'closed', by: refOf(people.garam), at: later(120) });
    given(...toWorking, refusedBy(), countersigned())
      .when(press('WithdrawCase', people.duri))
      .refuses({ type: 'NotNow', command: 'WithdrawCase', status: 'refused', by: refOf(people.aram), at: later(40) });
  });

  it('is for CS', () => {
    for (const person of [people.hana, people.sechan, people.aram]) {
      given(...toWorking)
        .when(press('WithdrawCase', person))
        .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: ['csAgent', 'csLead'] } });
    }
  });
});

describe('voiding', () => {
  const named = [filed({ customer: anna })];

  it('the VOC desk voids what came from nobody, with a reason', () => {
    given(filed())
      .when(press('VoidCase', people.aram, {}, later(5)))
      .then({ type: 'CaseVoided', at: later(5), by: refOf(people.aram), data: { reason: masked('광고 문자') } });
    given(filed())
      .when(press('VoidCase', people.aram, { reason: masked('') }))
      .asksFor(['reason', { type: 'required' }]);
  });

  it('a case of a named customer needs a second person', () => {
    given(...named)
      .when(press('VoidCase', people.aram, {}, later(5)))
      .then(voidProposed());
    given(...named, voidProposed())
      .when(press('VoidCase', people.aram))
      .refuses({ type: 'SecondPersonNeeded', by: refOf(people.aram) });
    for (const second of [people.hangyeol, people.mirae]) {
      given(...named, voidProposed())
        .when(press('VoidCase', second))
        .leaves({ status: 'void', by: refOf(second) });
    }
  });

  it('the second person may leave the reason as it was', () => {
    given(...named, voidProposed())
      .when(press('VoidCase', people.hangyeol, { reason: masked('') }))
      .leaves({ status: 'void', reason: masked('광고 문자') });
  });

  it('a CS lead confirms but does not propose, and nobody else does either', () => {
    for (const person of [people.mirae, people.duri, people.dain]) {
      given(...named)
        .when(press('VoidCase', person))
        .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: ['vocDesk'] } });
    }
  });

  it('a case proposed for voiding can still be routed', () => {
    given(...named, voidProposed())
      .when(press('RouteCase', people.hangyeol))
      .leaves({ status: 'routed' });
  });

  it('a department’s case is not voided behind its back', () => {
    given(...toWorking)
      .when(press('VoidCase', people.aram))
      .refuses({ type: 'NotNow', command: 'VoidCase', status: 'working', by: null, at: null });
  });
});
