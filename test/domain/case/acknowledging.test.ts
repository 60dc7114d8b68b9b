import { describe, it } from 'vitest';
import { refOf } from '../../../src/domain/people.ts';
import { logistics, people } from '../../support/a-playbook.ts';
import { press } from '../../support/case-commands.ts';
import {
  acknowledged,
  anOffer,
  filed,
  fixed,
  later,
  masked,
  noSignals,
  offered,
  ofTier,
  routedTo,
  started,
  toAcknowledged,
  toClosed,
  toRouted,
  toWorking,
} from '../../support/case-events.ts';
import { given } from '../../support/given.ts';

const hana = refOf(people.hana);
const needsACall = { ...noSignals, needsHuman: ['money'] } as const;

describe('acknowledging', () => {
  it('a member of the department says "we have it" and owns the case by name', () => {
    given(...toRouted)
      .when(press('AcknowledgeCase', people.hana, {}, later(10)))
      .then(acknowledged(people.hana, logistics, later(10)));
  });

  it('S4-05 a member may name a colleague of the department as owner, and nobody else', () => {
    given(...toRouted)
      .when(press('AcknowledgeCase', people.hana, { owner: refOf(people.jiho) }))
      .leaves({ status: 'acknowledged', owner: refOf(people.jiho), acknowledgedBy: hana });
    given(...toRouted)
      .when(press('AcknowledgeCase', people.hana, { owner: refOf(people.yuna) }))
      .asksFor(['owner', { type: 'notMember' }]);
  });

  it('is for the department that holds the case only, not even for the VOC desk or an executive', () => {
    for (const person of [people.yuna, people.duri, people.aram, people.dain]) {
      given(...toRouted)
        .when(press('AcknowledgeCase', person))
        .refuses({ type: 'NotAllowed', needs: { type: 'member', department: logistics } });
    }
  });

  it('a second acknowledgement is told who had it first, and when', () => {
    given(...toAcknowledged)
      .when(press('AcknowledgeCase', people.jiho))
      .refuses({ type: 'AlreadyAcknowledged', by: hana, at: later(10) });
  });

  it('the same answer is given later on, from a card that has grown old', () => {
    for (const history of [toWorking, [...toWorking, fixed()], toClosed]) {
      given(...history)
        .when(press('AcknowledgeCase', people.jiho))
        .refuses({ type: 'AlreadyAcknowledged', by: hana, at: later(10) });
    }
  });

  it('before the VOC desk has routed it there is nothing to acknowledge', () => {
    given(filed({ filer: people.bada }))
      .when(press('AcknowledgeCase', people.hana))
      .refuses({ type: 'NotNow', command: 'AcknowledgeCase', status: 'new', by: refOf(people.bada), at: later(0) });
  });

  it('S1 and S2 need a time, and that time lies ahead', () => {
    for (const tier of ['S1', 'S2'] as const) {
      const urgent = [filed({ assessment: ofTier(tier) }), routedTo()];
      given(...urgent)
        .when(press('AcknowledgeCase', people.hana))
        .asksFor(['eta', { type: 'required' }]);
      given(...urgent)
        .when(press('AcknowledgeCase', people.hana, { eta: later(5) }, later(10)))
        .asksFor(['eta', { type: 'inThePast' }]);
      given(...urgent)
        .when(press('AcknowledgeCase', people.hana, { eta: later(240) }, later(10)))
        .leaves({ status: 'acknowledged', eta: later(240) });
    }
  });

  it('S0-23 where a human must call, it needs to be said who calls and when', () => {
    const calling = [filed({ assessment: needsACall }), routedTo()];
    given(...calling)
      .when(press('AcknowledgeCase', people.hana))
      .asksFor(['caller', { type: 'required' }], ['callbackAt', { type: 'required' }]);
    given(...calling)
      .when(press('AcknowledgeCase', people.hana, { caller: hana, callbackAt: later(120) }, later(120)))
      .asksFor(['callbackAt', { type: 'inThePast' }]);
    given(...calling)
      .when(press('AcknowledgeCase', people.hana, { caller: refOf(people.duri), callbackAt: later(300) }))
      .leaves({ callback: { caller: refOf(people.duri), at: later(300) } });
  });

  it('a call promised freely is promised whole', () => {
    given(...toRouted)
      .when(press('AcknowledgeCase', people.hana, { caller: hana }))
      .asksFor(['callbackAt', { type: 'required' }]);
  });

  it('an open transfer offer does not keep the sender from acknowledging', () => {
    given(...toRouted, offered())
      .when(press('AcknowledgeCase', people.jiho))
      .leaves({ status: 'acknowledged', department: logistics, offer: anOffer() });
  });
});

describe('starting work', () => {
  it('S1-02 the owner says what will be done and by when', () => {
    given(...toAcknowledged)
      .when(press('StartWork', people.hana, {}, later(20)))
      .then(started());
    given(...toAcknowledged)
      .when(press('StartWork', people.hana, { plan: masked('  '), eta: null }))
      .asksFor(['plan', { type: 'required' }], ['eta', { type: 'required' }]);
    given(...toAcknowledged)
      .when(press('StartWork', people.hana, { eta: later(1) }))
      .asksFor(['eta', { type: 'inThePast' }]);
  });

  it('is for the owner, not for a colleague or the lead', () => {
    for (const person of [people.jiho, people.sechan]) {
      given(...toAcknowledged)
        .when(press('StartWork', person))
        .refuses({ type: 'NotAllowed', needs: { type: 'owner', owner: hana } });
    }
  });

  it('begins with an acknowledgement', () => {
    given(...toRouted)
      .when(press('StartWork', people.hana))
      .refuses({ type: 'NotNow', command: 'StartWork', status: 'routed', by: null, at: null });
  });
});

describe('handing over inside the department', () => {
  it('the department lead names another member', () => {
    given(...toWorking)
      .when(press('ReassignOwner', people.sechan, { owner: refOf(people.jiho) }))
      .leaves({ status: 'working', owner: refOf(people.jiho), acknowledgedBy: hana });
  });

  it('nobody but the lead of this department does', () => {
    for (const person of [people.hana, people.jiho, people.dongmin]) {
      given(...toWorking)
        .when(press('ReassignOwner', person))
        .refuses({ type: 'NotAllowed', needs: { type: 'lead', department: logistics } });
    }
  });

  it('the new owner belongs to the department', () => {
    given(...toWorking)
      .when(press('ReassignOwner', people.sechan, { owner: refOf(people.yuna) }))
      .asksFor(['owner', { type: 'notMember' }]);
    given(...toWorking)
      .when(press('ReassignOwner', people.sechan, { owner: null }))
      .asksFor(['owner', { type: 'required' }]);
  });

  it('naming the same owner again changes nothing', () => {
    given(...toWorking)
      .when(press('ReassignOwner', people.sechan, { owner: hana }))
      .refuses({ type: 'NothingChanged' });
  });

  it('there must be an owner, and something left to do', () => {
    given(...toRouted)
      .when(press('ReassignOwner', people.sechan))
      .refuses({ type: 'NotNow', command: 'ReassignOwner', status: 'routed', by: null, at: null });
    given(...toClosed)
      .when(press('ReassignOwner', people.sechan))
      .refuses({ type: 'NotNow', command: 'ReassignOwner', status: 'closed', by: refOf(people.garam), at: later(120) });
  });
});
