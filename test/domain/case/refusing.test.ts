import { describe, expect, it } from 'vitest';
import { refOf } from '../../../src/domain/people.ts';
import { logistics, people } from '../../support/a-playbook.ts';
import { press } from '../../support/case-commands.ts';
import {
  countersigned,
  decisionMade,
  decisionRequested,
  filed,
  later,
  masked,
  refusedBy,
  toAcknowledged,
  toFixed,
  toRouted,
  toWorking,
} from '../../support/case-events.ts';
import { caseAfter, given } from '../../support/given.ts';

const toRefused = [...toWorking, refusedBy()];
const isForDesk = { type: 'NotAllowed', needs: { type: 'roles', roles: ['vocDesk'] } } as const;

describe('refusing', () => {
  it('the department lead refuses with an allowed reason and evidence', () => {
    for (const history of [toRouted, toAcknowledged, toWorking]) {
      given(...history)
        .when(press('RefuseCase', people.sechan, {}, later(30)))
        .then(refusedBy());
    }
  });

  it('S0-16 "a minority view" is no reason', () => {
    for (const reason of ['소수 의견', '담당 아님', '고객 과실', '원래 그렇다', '인력 부족']) {
      given(...toWorking)
        .when(press('RefuseCase', people.sechan, { reason }))
        .asksFor(['reason', { type: 'unknown' }]);
    }
  });

  it('S2-04 says why the expectation was not reasonable, what proves it and what the customer may be told', () => {
    const blank = {
      reason: null,
      evidence: masked(''),
      explanation: masked(' '),
      whyUnreasonable: masked(''),
    };
    given(...toWorking)
      .when(press('RefuseCase', people.sechan, blank))
      .asksFor(
        ['reason', { type: 'required' }],
        ['evidence', { type: 'required' }],
        ['explanation', { type: 'required' }],
        ['whyUnreasonable', { type: 'required' }],
      );
  });

  it('cost is a reason only after an executive has decided so', () => {
    given(...toWorking)
      .when(press('RefuseCase', people.sechan, { reason: 'cost' }))
      .asksFor(['reason', { type: 'needsDecision' }]);
    given(...toWorking, decisionRequested(), decisionMade())
      .when(press('RefuseCase', people.sechan, { reason: 'cost' }))
      .leaves({ status: 'refused' });
  });

  it('is for the lead of this department', () => {
    for (const person of [people.hana, people.dongmin, people.mirae, people.aram]) {
      given(...toWorking)
        .when(press('RefuseCase', person))
        .refuses({ type: 'NotAllowed', needs: { type: 'lead', department: logistics } });
    }
  });

  it('a lead who refuses before anybody has acknowledged stands for the case', () => {
    expect(caseAfter(...toRouted, refusedBy())).toMatchObject({
      status: 'refused',
      owner: refOf(people.sechan),
      plan: null,
    });
  });

  it('what is fixed, or not routed yet, is not refused', () => {
    given(...toFixed)
      .when(press('RefuseCase', people.sechan))
      .refuses({ type: 'NotNow', command: 'RefuseCase', status: 'fixed', by: refOf(people.hana), at: later(60) });
    given(filed())
      .when(press('RefuseCase', people.sechan))
      .refuses({ type: 'NotNow', command: 'RefuseCase', status: 'new', by: refOf(people.duri), at: later(0) });
  });
});

describe('the second signature', () => {
  it('a refusal stands when the VOC desk countersigns it', () => {
    given(...toRefused)
      .when(press('CountersignRefusal', people.aram, {}, later(40)))
      .then(countersigned());
  });

  it('or the VOC desk overturns it, and the department goes on working', () => {
    given(...toRefused)
      .when(press('OverturnRefusal', people.aram))
      .leaves({ status: 'working', owner: refOf(people.hana), reopened: 0, offer: null });
    given(...toRefused)
      .when(press('OverturnRefusal', people.aram, { reason: masked('') }))
      .asksFor(['reason', { type: 'required' }]);
  });

  it('is the VOC desk’s, and never the refuser’s own', () => {
    const both = { ...people.sechan, roles: ['deptLead', 'vocDesk'] as const };
    for (const command of ['CountersignRefusal', 'OverturnRefusal'] as const) {
      for (const person of [people.sechan, people.mirae, people.dain]) {
        given(...toRefused)
          .when(press(command, person))
          .refuses(isForDesk);
      }
      given(...toWorking, refusedBy(both))
        .when(press(command, both))
        .refuses({ type: 'OwnRequest' });
    }
  });

  it('is given once', () => {
    for (const command of ['CountersignRefusal', 'OverturnRefusal'] as const) {
      given(...toRefused, countersigned())
        .when(press(command, people.hangyeol))
        .refuses({ type: 'NotNow', command, status: 'refused', by: refOf(people.aram), at: later(40) });
      given(...toWorking)
        .when(press(command, people.aram))
        .refuses({ type: 'NotNow', command, status: 'working', by: null, at: null });
    }
  });

  it('a card that has grown old does not say that a refused case was acknowledged', () => {
    given(...toRouted, refusedBy())
      .when(press('AcknowledgeCase', people.hana))
      .refuses({
        type: 'NotNow',
        command: 'AcknowledgeCase',
        status: 'refused',
        by: refOf(people.sechan),
        at: later(30),
      });
  });
});
