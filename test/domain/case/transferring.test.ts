import { describe, expect, it } from 'vitest';
import { refOf } from '../../../src/domain/people.ts';
import { aPlaybook, it as itDepartment, logistics, people, product, quality } from '../../support/a-playbook.ts';
import { completeForms, press } from '../../support/case-commands.ts';
import {
  accepted,
  acknowledged,
  adjudicated,
  adjudicationOpened,
  anOffer,
  declined,
  filed,
  later,
  masked,
  offered,
  ofTier,
  routedTo,
  toAcknowledged,
  toFixed,
  toRouted,
  toWorking,
} from '../../support/case-events.ts';
import { caseAfter, given } from '../../support/given.ts';

const hana = refOf(people.hana);
/** Logistics asked quality, quality took it and asked product. */
const twiceOffered = [...toAcknowledged, offered(), accepted(), offered(product, people.yuna, quality, 2, later(45))];
/** … and product took it: no hop is left. */
const hopsUsedUp = [...twiceOffered, accepted(people.narae, product, quality, later(50))];

describe('offering a case to another department', () => {
  it('asks; the sender stays accountable, and the offer is a hop', () => {
    given(...toAcknowledged)
      .when(press('OfferTransfer', people.hana, {}, later(30)))
      .then(offered());
    expect(caseAfter(...toAcknowledged, offered())).toMatchObject({
      status: 'acknowledged',
      department: logistics,
      owner: hana,
      hops: 1,
      seenBy: [logistics, quality],
    });
  });

  it('before anybody has acknowledged, any member of the department may ask', () => {
    given(...toRouted)
      .when(press('OfferTransfer', people.jiho, {}, later(30)))
      .then(offered(quality, people.jiho));
  });

  it('after that only the owner and the department lead may', () => {
    given(...toWorking)
      .when(press('OfferTransfer', people.sechan, {}, later(30)))
      .then(offered(quality, people.sechan));
    for (const person of [people.jiho, people.yuna, people.aram]) {
      given(...toWorking)
        .when(press('OfferTransfer', person))
        .refuses({ type: 'NotAllowed', needs: { type: 'owner', owner: hana } });
    }
  });

  it('S4-05 needs another department, a reason from the list and ten characters of why', () => {
    given(...toWorking)
      .when(press('OfferTransfer', people.hana, { department: null, reason: null, why: masked('') }))
      .asksFor(['department', { type: 'required' }], ['reason', { type: 'required' }], ['why', { type: 'required' }]);
    given(...toWorking)
      .when(
        press('OfferTransfer', people.hana, { department: logistics, reason: '담당 아님', why: masked('담당 아님') }),
      )
      .asksFor(
        ['department', { type: 'sameDepartment' }],
        ['reason', { type: 'unknown' }],
        ['why', { type: 'tooShort', min: 10 }],
      );
  });

  it('one offer at a time', () => {
    given(...toAcknowledged, offered())
      .when(press('OfferTransfer', people.hana, { department: itDepartment }))
      .refuses({ type: 'TransferPending', to: quality, by: hana, at: later(30) });
  });

  it('a fixed case is not handed over', () => {
    given(...toFixed)
      .when(press('OfferTransfer', people.hana))
      .refuses({ type: 'NotNow', command: 'OfferTransfer', status: 'fixed', by: hana, at: later(60) });
  });

  it('the sender may fix it while the other department still thinks: the offer then falls', () => {
    given(...toWorking, offered())
      .when(press('FixCase', people.hana))
      .leaves({ status: 'fixed', department: logistics });
  });
});

describe('taking a case', () => {
  it('is the new department’s acknowledgement', () => {
    given(...toAcknowledged, offered())
      .when(press('AcceptTransfer', people.yuna, {}, later(40)))
      .then(accepted());
    expect(caseAfter(...toAcknowledged, offered(), accepted())).toMatchObject({
      status: 'acknowledged',
      department: quality,
      owner: refOf(people.yuna),
      offer: null,
    });
  });

  it('the customer keeps the same person to talk to', () => {
    given(...toAcknowledged, offered())
      .when(press('AcceptTransfer', people.yuna))
      .leaves({ customerOwner: refOf(people.duri) });
  });

  it('S0-12 what was promised and known before is still there', () => {
    const promised = acknowledged();
    const callback = { caller: refOf(people.duri), at: later(300) };
    if (promised.type !== 'CaseAcknowledged') throw new Error('an acknowledgement');
    const withCall = { ...promised, data: { ...promised.data, callback, eta: later(400) } };
    given(...toRouted, withCall, offered())
      .when(press('AcceptTransfer', people.yuna))
      .leaves({ callback, eta: later(400), voice: caseAfter(...toRouted).voice });
  });

  it('asks for the same promises as an acknowledgement', () => {
    const urgent = { ...ofTier('S2'), needsHuman: ['urgent'] } as const;
    given(filed({ assessment: urgent }), routedTo(), offered())
      .when(press('AcceptTransfer', people.yuna, { owner: hana }))
      .asksFor(
        ['owner', { type: 'notMember' }],
        ['eta', { type: 'required' }],
        ['caller', { type: 'required' }],
        ['callbackAt', { type: 'required' }],
      );
  });

  it('is for the department that was asked', () => {
    for (const person of [people.hana, people.bada, people.aram]) {
      given(...toAcknowledged, offered())
        .when(press('AcceptTransfer', person))
        .refuses({ type: 'NotAllowed', needs: { type: 'member', department: quality } });
    }
  });

  it('a colleague who was slower is told who took it, and when', () => {
    for (const command of ['AcceptTransfer', 'DeclineTransfer'] as const) {
      given(...toAcknowledged, offered(), accepted())
        .when(press(command, people.dongmin))
        .refuses({ type: 'AlreadyAcknowledged', by: refOf(people.yuna), at: later(40) });
    }
  });

  it('without an offer there is nothing to take or to send back', () => {
    for (const command of ['AcceptTransfer', 'DeclineTransfer'] as const) {
      given(...toAcknowledged)
        .when(press(command, people.yuna))
        .refuses({ type: 'NoTransferOffered' });
      given(...toFixed)
        .when(press(command, people.yuna))
        .refuses({ type: 'NotNow', command, status: 'fixed', by: hana, at: later(60) });
    }
  });
});

describe('sending a case back', () => {
  it('S4-05 names a better owner and says why; the sender stays accountable', () => {
    given(...toAcknowledged, offered())
      .when(press('DeclineTransfer', people.yuna, {}, later(40)))
      .then(declined(people.yuna, quality, logistics));
    expect(caseAfter(...toAcknowledged, offered(), declined(people.yuna, quality, logistics))).toMatchObject({
      status: 'acknowledged',
      department: logistics,
      owner: hana,
      offer: null,
      hops: 1,
    });
  });

  it('S4-05 "not ours" alone does not exist', () => {
    given(...toAcknowledged, offered())
      .when(press('DeclineTransfer', people.yuna, { department: null, why: masked(' ') }))
      .asksFor(['department', { type: 'required' }], ['why', { type: 'required' }]);
    given(...toAcknowledged, offered())
      .when(press('DeclineTransfer', people.yuna, { department: quality }))
      .asksFor(['department', { type: 'sameDepartment' }]);
  });

  it('is for the department that was asked', () => {
    given(...toAcknowledged, offered())
      .when(press('DeclineTransfer', people.hana))
      .refuses({ type: 'NotAllowed', needs: { type: 'member', department: quality } });
  });

  it('a declined second offer goes to the VOC desk', () => {
    const why = completeForms.DeclineTransfer.why;
    given(...twiceOffered)
      .when(press('DeclineTransfer', people.narae, { department: itDepartment }, later(50)))
      .then(declined(people.narae, product, itDepartment, quality, later(50)), {
        type: 'AdjudicationOpened',
        at: later(50),
        by: refOf(people.narae),
        data: { department: quality, proposed: [quality, product, itDepartment], why },
      });
  });
});

describe('the limit of two hops', () => {
  it('the third offer opens adjudication instead, with every view on the table', () => {
    const { why } = completeForms.OfferTransfer;
    given(...hopsUsedUp)
      .when(press('OfferTransfer', people.narae, { department: logistics }, later(55)))
      .then({
        type: 'AdjudicationOpened',
        at: later(55),
        by: refOf(people.narae),
        data: { department: product, proposed: [quality, product, logistics], why },
      });
  });

  it('the limit is the playbook’s', () => {
    const patient = { ...aPlaybook, limits: { ...aPlaybook.limits, hops: 3 } };
    given(...hopsUsedUp)
      .when(press('OfferTransfer', people.narae, { department: logistics }), patient)
      .leaves({ status: 'acknowledged', hops: 3 });
  });

  it('an incomplete third offer is asked for first', () => {
    given(...hopsUsedUp)
      .when(press('OfferTransfer', people.narae, { department: logistics, why: masked('짧음') }))
      .asksFor(['why', { type: 'tooShort', min: 10 }]);
  });
});

describe('adjudication', () => {
  const disputed = [...hopsUsedUp, adjudicationOpened(product, [quality, product, logistics], people.narae, later(55))];

  it('S0-09 the VOC desk decides, and nobody else', () => {
    given(...disputed)
      .when(press('AdjudicateCase', people.aram, { department: logistics }, later(60)))
      .then(adjudicated(logistics));
    for (const person of [people.narae, people.mirae, people.dain]) {
      given(...disputed)
        .when(press('AdjudicateCase', person))
        .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: ['vocDesk'] } });
    }
  });

  it('the department then starts afresh, with nobody’s name on it yet', () => {
    const c = caseAfter(...disputed, adjudicated(logistics));
    expect(c).toMatchObject({ status: 'routed', department: logistics, binding: true, offer: null });
    expect(c).not.toHaveProperty('owner');
  });

  it('is binding: the case cannot be handed over again', () => {
    const settled = [...disputed, adjudicated(logistics)];
    for (const history of [settled, [...settled, acknowledged(people.jiho, logistics, later(70))]]) {
      given(...history)
        .when(press('OfferTransfer', people.jiho))
        .refuses({ type: 'AssignmentIsBinding', department: logistics });
    }
  });

  it('needs a department and a reason', () => {
    given(...disputed)
      .when(press('AdjudicateCase', people.aram, { department: null, reason: masked('') }))
      .asksFor(['department', { type: 'required' }], ['reason', { type: 'required' }]);
  });

  it('nobody can answer an offer any more', () => {
    given(...disputed)
      .when(press('AcceptTransfer', people.hana))
      .refuses({ type: 'NotNow', command: 'AcceptTransfer', status: 'adjudication', by: null, at: later(55) });
  });

  it('happens only to a disputed case', () => {
    given(...toAcknowledged)
      .when(press('AdjudicateCase', people.aram))
      .refuses({ type: 'NotNow', command: 'AdjudicateCase', status: 'acknowledged', by: hana, at: later(10) });
  });
});

it('an offer shows its reason to the department that is asked', () => {
  expect(caseAfter(...toRouted, offered())).toMatchObject({ offer: anOffer() });
});
