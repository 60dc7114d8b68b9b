import { describe, expect, it } from 'vitest';
import { days, plus } from '../../../src/domain/instant.ts';
import { refOf } from '../../../src/domain/people.ts';
import { cs, people } from '../../support/a-playbook.ts';
import { press } from '../../support/case-commands.ts';
import {
  acknowledged,
  closed,
  countersigned,
  filed,
  fixed,
  later,
  masked,
  reassigned,
  refusedBy,
  reopened,
  replied,
  routedTo,
  started,
  toClosed,
  toFixed,
  toReplied,
  toRouted,
  toWorking,
} from '../../support/case-events.ts';
import { caseAfter, given } from '../../support/given.ts';

const duri = refOf(people.duri);
const isForCs = { type: 'NotAllowed', needs: { type: 'roles', roles: ['csAgent', 'csLead'] } } as const;

describe('answering the customer', () => {
  it('CS says how, when and what was said, and what the customer made of it', () => {
    given(...toFixed)
      .when(press('ReplyToCustomer', people.duri, {}, later(90)))
      .then(replied());
    const blank = { channel: null, toldAt: null, gist: masked(''), verdict: null };
    given(...toFixed)
      .when(press('ReplyToCustomer', people.duri, blank))
      .asksFor(
        ['channel', { type: 'required' }],
        ['toldAt', { type: 'required' }],
        ['gist', { type: 'required' }],
        ['verdict', { type: 'required' }],
      );
  });

  it('S0-21 is for CS only: the department never writes to the customer', () => {
    for (const person of [people.hana, people.sechan, people.aram, people.dain]) {
      given(...toFixed)
        .when(press('ReplyToCustomer', person))
        .refuses(isForCs);
    }
    given(...toFixed)
      .when(press('ReplyToCustomer', people.garam))
      .leaves({ status: 'replied' });
  });

  it('nobody has been told in the future', () => {
    given(...toFixed)
      .when(press('ReplyToCustomer', people.duri, { toldAt: later(121) }, later(120)))
      .asksFor(['toldAt', { type: 'inTheFuture' }]);
  });

  it('takes a channel and a verdict from the list only', () => {
    given(...toFixed)
      .when(press('ReplyToCustomer', people.duri, { channel: 'pigeon', verdict: 'delighted' as 'accepted' }))
      .asksFor(['channel', { type: 'unknown' }], ['verdict', { type: 'unknown' }]);
  });

  it('a customer is out of reach after three attempts, not before', () => {
    for (const attempts of [null, 0, 2]) {
      given(...toFixed)
        .when(press('ReplyToCustomer', people.duri, { verdict: 'unreachable', attempts }))
        .asksFor(['attempts', { type: 'attempts', min: 3 }]);
    }
    given(...toFixed)
      .when(press('ReplyToCustomer', people.duri, { verdict: 'unreachable', attempts: 3 }))
      .leaves({ status: 'replied' });
  });

  it('S3-08 a dissatisfied customer sends the case back to work', () => {
    given(...toFixed)
      .when(press('ReplyToCustomer', people.duri, { verdict: 'dissatisfied' }, later(90)))
      .then(replied('dissatisfied'), {
        type: 'CaseReopened',
        at: later(90),
        by: duri,
        data: { reason: masked('새 상품 발송과 포장 변경을 안내함'), cause: 'dissatisfied' },
      });
    expect(caseAfter(...toFixed, replied('dissatisfied'), reopened('dissatisfied'))).toMatchObject({
      status: 'working',
      owner: refOf(people.hana),
      reopened: 1,
      dissatisfied: 1,
    });
  });

  it('there is nothing to tell before the work is done', () => {
    given(...toWorking)
      .when(press('ReplyToCustomer', people.duri))
      .refuses({ type: 'NotNow', command: 'ReplyToCustomer', status: 'working', by: null, at: null });
    given(...toReplied)
      .when(press('ReplyToCustomer', people.sora))
      .refuses({ type: 'NotNow', command: 'ReplyToCustomer', status: 'replied', by: duri, at: later(90) });
  });
});

describe('closing', () => {
  it('S1-09 the CS lead closes once the customer has been told', () => {
    given(...toReplied)
      .when(press('CloseCase', people.garam))
      .then(closed());
  });

  it('S3-08 fixed is not closed: the customer has not been told', () => {
    given(...toFixed)
      .when(press('CloseCase', people.garam))
      .refuses({ type: 'ClosingGatesOpen', gates: ['customerTold'] });
  });

  it('without evidence and cause it stays open, however it came to be fixed', () => {
    const bare = fixed(people.hana, { evidence: masked(''), rootCause: null });
    given(...toWorking, bare, replied())
      .when(press('CloseCase', people.garam))
      .refuses({ type: 'ClosingGatesOpen', gates: ['evidence', 'rootCause'] });
  });

  it('an inquiry closes without a cause', () => {
    const inquiry = [filed({ voice: { kind: 'inquiry' } }), routedTo(), acknowledged(), started()];
    given(...inquiry, fixed(people.hana, { rootCause: null }), replied())
      .when(press('CloseCase', people.garam))
      .leaves({ status: 'closed' });
  });

  it('nobody closes a case they own', () => {
    const own = [filed(), routedTo(cs), acknowledged(people.garam, cs), started(people.garam), fixed(people.garam)];
    given(...own, replied())
      .when(press('CloseCase', people.garam))
      .refuses({ type: 'OwnCase' });
    given(...own, replied())
      .when(press('CloseCase', people.mirae))
      .leaves({ status: 'closed', closedBy: refOf(people.mirae) });
  });

  it('nor one they fixed and then gave to a colleague', () => {
    const fixedByTheLead = [
      filed(),
      routedTo(cs),
      acknowledged(people.mirae, cs),
      started(people.mirae),
      fixed(people.mirae),
    ];
    given(...fixedByTheLead, reassigned(people.duri, people.mirae), replied())
      .when(press('CloseCase', people.mirae))
      .refuses({ type: 'OwnCase' });
  });

  it('is for the CS lead only, and never for the clock', () => {
    for (const person of [people.duri, people.hana, people.aram, people.dain]) {
      given(...toReplied)
        .when(press('CloseCase', person))
        .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: ['csLead'] } });
    }
    given(...toReplied)
      .when(press('CloseCase', 'clock'))
      .refuses({ type: 'NotAllowed', needs: { type: 'involved' } });
  });

  it('a case at work is not closed, and a closed one not twice', () => {
    given(...toWorking)
      .when(press('CloseCase', people.garam))
      .refuses({ type: 'NotNow', command: 'CloseCase', status: 'working', by: null, at: null });
    given(...toClosed)
      .when(press('CloseCase', people.mirae))
      .refuses({ type: 'NotNow', command: 'CloseCase', status: 'closed', by: refOf(people.garam), at: later(120) });
  });
});

describe('reopening', () => {
  it('CS and the filer may ask for more work, with a reason', () => {
    given(...toClosed)
      .when(press('ReopenCase', people.duri, {}, later(130)))
      .then(reopened());
    given(filed({ filer: people.bada }), ...toClosed.slice(1))
      .when(press('ReopenCase', people.bada))
      .leaves({ status: 'working', reopened: 1, owner: refOf(people.hana), plan: masked('포장재 교체 후 재발송') });
    given(...toClosed)
      .when(press('ReopenCase', people.duri, { reason: masked(' ') }))
      .asksFor(['reason', { type: 'required' }]);
  });

  it('nobody else may', () => {
    for (const person of [people.hana, people.sechan, people.aram]) {
      given(...toClosed)
        .when(press('ReopenCase', person))
        .refuses(isForCs);
    }
  });

  it('works from fixed, from replied and from a refusal too', () => {
    for (const history of [toFixed, toReplied, [...toRouted, refusedBy()]]) {
      given(...history)
        .when(press('ReopenCase', people.duri))
        .leaves({ status: 'working', reopened: 1 });
    }
    given(...toWorking)
      .when(press('ReopenCase', people.duri))
      .refuses({ type: 'NotNow', command: 'ReopenCase', status: 'working', by: null, at: null });
  });

  it('a case closed thirty days ago is a new case', () => {
    const lastMoment = plus(later(120), days(30));
    given(...toClosed)
      .when(press('ReopenCase', people.duri, {}, lastMoment))
      .leaves({ status: 'working' });
    given(...toClosed)
      .when(press('ReopenCase', people.duri, {}, plus(lastMoment, days(1))))
      .refuses({ type: 'ReopenWindowPassed', closedAt: later(120), days: 30 });
  });

  it('so is a refusal that has stood for thirty days', () => {
    const stood = [...toRouted, refusedBy(), countersigned(people.aram, later(40))];
    const lastMoment = plus(later(40), days(30));
    given(...stood)
      .when(press('ReopenCase', people.duri, {}, lastMoment))
      .leaves({ status: 'working' });
    given(...stood)
      .when(press('ReopenCase', people.duri, {}, plus(lastMoment, days(1))))
      .refuses({ type: 'ReopenWindowPassed', closedAt: later(40), days: 30 });
  });
});
