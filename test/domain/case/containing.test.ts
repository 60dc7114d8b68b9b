import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../src/domain/case/events.ts';
import { refOf } from '../../../src/domain/people.ts';
import { runningClock } from '../../../src/domain/sla/sla-clock.ts';
import { people } from '../../support/a-playbook.ts';
import { press } from '../../support/case-commands.ts';
import {
  contained,
  decisionRequested,
  filed,
  held,
  later,
  masked,
  ofTier,
  toAcknowledged,
  toFixed,
  toRouted,
  toWorking,
} from '../../support/case-events.ts';
import { caseAfter, given } from '../../support/given.ts';

const hana = refOf(people.hana);
const major = [filed({ assessment: ofTier('S2') }), ...toWorking.slice(1)];
const progress = (at = later(120), note: string | null = null): CaseEvent => ({
  type: 'ProgressConfirmed',
  at,
  by: hana,
  data: { note: note === null ? null : masked(note) },
});

describe('containing', () => {
  it('stops the bleeding: what was done is on the case, the cause stays open', () => {
    given(...major)
      .when(press('ContainCase', people.hana, {}, later(80)))
      .then(contained());
    const after = caseAfter(...major, contained());
    expect(after).toMatchObject({ status: 'working', contained: '같은 상자에 든 상품의 출고를 멈춤' });
    expect(runningClock(after.sla, 'rootCause')).not.toBeNull();
  });

  it('keeps the promise of a containment, where there is one', () => {
    expect(runningClock(caseAfter(...major).sla, 'containment')).not.toBeNull();
    const kept = caseAfter(...major, contained()).sla.clocks.find((clock) => clock.name === 'containment');
    expect(kept?.ended).toEqual({ at: later(80), met: true });
    given(...toWorking)
      .when(press('ContainCase', people.hana))
      .leaves({ contained: masked('같은 상자에 든 상품의 출고를 멈춤') });
  });

  it('is the owner’s to say, while the case is theirs', () => {
    for (const person of [people.jiho, people.sechan, people.duri]) {
      given(...major)
        .when(press('ContainCase', person))
        .refuses({ type: 'NotAllowed', needs: { type: 'owner', owner: hana } });
    }
    for (const history of [toAcknowledged, [...toWorking, held()], [...toWorking, decisionRequested()]]) {
      const { status } = caseAfter(...history);
      given(...history)
        .when(press('ContainCase', people.hana))
        .leaves({ status });
    }
    given(...toRouted)
      .when(press('ContainCase', people.hana))
      .refuses({ type: 'NotNow', command: 'ContainCase', status: 'routed', by: null, at: null });
    given(...toFixed)
      .when(press('ContainCase', people.hana))
      .refuses({ type: 'NotNow', command: 'ContainCase', status: 'fixed', by: hana, at: later(60) });
  });

  it('says what was stopped', () => {
    given(...major)
      .when(press('ContainCase', people.hana, { measure: masked(' ') }))
      .asksFor(['measure', { type: 'required' }]);
  });
});

describe('still on it', () => {
  it('is one press, with a word if they like', () => {
    given(...toWorking)
      .when(press('ConfirmProgress', people.hana))
      .then(progress());
    given(...toWorking)
      .when(press('ConfirmProgress', people.hana, { note: masked('시험 중') }))
      .then(progress(later(120), '시험 중'));
  });

  it('breaks the silence: nobody asks again before it has lasted as long anew', () => {
    const before = runningClock(caseAfter(...toWorking).sla, 'silence');
    const after = runningClock(caseAfter(...toWorking, progress()).sla, 'silence');
    expect(before?.from).toBe(later(20));
    expect(after).toEqual({ ...before, from: later(120) });
  });

  it('is the owner’s to say, while they work on it', () => {
    given(...toWorking)
      .when(press('ConfirmProgress', people.sechan))
      .refuses({ type: 'NotAllowed', needs: { type: 'owner', owner: hana } });
    given(...toWorking, held())
      .when(press('ConfirmProgress', people.hana))
      .refuses({ type: 'NotNow', command: 'ConfirmProgress', status: 'held', by: hana, at: later(30) });
    given(...toRouted)
      .when(press('ConfirmProgress', people.hana))
      .refuses({ type: 'NotNow', command: 'ConfirmProgress', status: 'routed', by: null, at: null });
  });
});
