import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../src/domain/case/events.ts';
import { refOf } from '../../../src/domain/people.ts';
import { runningClock } from '../../../src/domain/sla/sla-clock.ts';
import { people } from '../../support/a-playbook.ts';
import { press } from '../../support/case-commands.ts';
import {
  acknowledged,
  contacted,
  filed,
  held,
  later,
  masked,
  toClosed,
  toFixed,
  toReplied,
  toRouted,
  toWorking,
} from '../../support/case-events.ts';
import { caseAfter, given } from '../../support/given.ts';

const clocksNamed = (name: string, ...history: readonly CaseEvent[]) =>
  caseAfter(...history).sla.clocks.filter((clock) => clock.name === name);

describe('contacting the customer', () => {
  it('tells them how it stands, before there is an answer', () => {
    given(...toWorking)
      .when(press('ContactCustomer', people.duri, {}, later(80)))
      .then(contacted());
    for (const history of [[filed()], toRouted, [...toWorking, held()], toFixed]) {
      const { status } = caseAfter(...history);
      given(...history)
        .when(press('ContactCustomer', people.duri))
        .leaves({ status });
    }
  });

  it('is for CS, and for whoever was named to call', () => {
    for (const person of [people.duri, people.sora, people.garam]) {
      given(...toWorking)
        .when(press('ContactCustomer', person))
        .leaves({ status: 'working' });
    }
    for (const person of [people.hana, people.sechan, people.aram]) {
      given(...toWorking)
        .when(press('ContactCustomer', person))
        .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: ['csAgent', 'csLead'] } });
    }
    const promise = acknowledged();
    if (promise.type !== 'CaseAcknowledged') throw new Error('not acknowledged');
    const callback = { caller: refOf(people.hana), at: later(60) };
    given(...toRouted, { ...promise, data: { ...promise.data, callback } })
      .when(press('ContactCustomer', people.hana))
      .leaves({ status: 'acknowledged' });
  });

  it('says how, when and what, all asked for at once', () => {
    given(...toWorking)
      .when(press('ContactCustomer', people.duri, { channel: null, contactedAt: null, gist: masked(' ') }))
      .asksFor(
        ['channel', { type: 'required' }],
        ['contactedAt', { type: 'required' }],
        ['gist', { type: 'required' }],
      );
    given(...toWorking)
      .when(press('ContactCustomer', people.duri, { channel: 'pigeon', contactedAt: later(121) }))
      .asksFor(['channel', { type: 'unknown' }], ['contactedAt', { type: 'inTheFuture' }]);
  });

  it('counts from when the customer was told, not from when it was written down', () => {
    const told = contacted(people.duri, later(80));
    if (told.type !== 'CustomerContacted') throw new Error('not contacted');
    const late: CaseEvent = { ...told, at: later(4000) };
    expect(clocksNamed('contact', ...toWorking, late)).toMatchObject([{ ended: { at: later(80), met: true } }]);
  });

  it('promises the next word: the interim clock begins, and begins anew each time', () => {
    expect(clocksNamed('interim', ...toWorking)).toEqual([]);
    expect(clocksNamed('interim', ...toWorking, contacted())).toMatchObject([{ from: later(80) }]);
    const twice = [contacted(), contacted(people.duri, later(700))];
    expect(clocksNamed('interim', ...toWorking, ...twice)).toMatchObject([{ from: later(700) }]);
  });

  it('once it is fixed the customer waits for the answer, not for news of it', () => {
    const after = caseAfter(...toFixed, contacted());
    expect(runningClock(after.sla, 'interim')).toBeNull();
    expect(runningClock(after.sla, 'reply')).not.toBeNull();
  });

  it('is over once they have been told the answer', () => {
    given(...toReplied)
      .when(press('ContactCustomer', people.duri))
      .refuses({
        type: 'NotNow',
        command: 'ContactCustomer',
        status: 'replied',
        by: refOf(people.duri),
        at: later(90),
      });
    given(...toClosed)
      .when(press('ContactCustomer', people.duri))
      .refuses({
        type: 'NotNow',
        command: 'ContactCustomer',
        status: 'closed',
        by: refOf(people.garam),
        at: later(120),
      });
  });
});
