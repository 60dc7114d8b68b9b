import { describe, expect, it } from 'vitest';
import { day, days, type Instant, minutes, plus } from '../../../src/domain/instant.ts';
import { refOf } from '../../../src/domain/people.ts';
import { aPlaybook, logistics, people, quality } from '../../support/a-playbook.ts';
import { completeForms, press } from '../../support/case-commands.ts';
import {
  acknowledged,
  decisionMade,
  decisionRequested,
  filed,
  filedAt,
  held,
  later,
  masked,
  offered,
  ofTier,
  resumed,
  routedTo,
  started,
  toAcknowledged,
  toWorking,
} from '../../support/case-events.ts';
import { caseAfter, given } from '../../support/given.ts';
import { timePasses } from '../../support/time-passes.ts';

const hana = refOf(people.hana);
const urgent = [filed({ assessment: ofTier('S1') }), routedTo(), acknowledged(), started()];
const daysLater = (n: number) => plus(filedAt, days(n));
const awaited = { until: day('2026-11-30'), nextUpdate: day('2026-11-26'), by: hana, at: later(120) };
const deciding = [...toWorking, decisionRequested()];

describe('holding a case', () => {
  it('says what is awaited, until when, and when the customer hears next', () => {
    given(...toWorking)
      .when(press('HoldCase', people.hana, {}, later(30)))
      .then(held());
    given(...toWorking)
      .when(press('HoldCase', people.hana, { reason: null, until: null, nextUpdate: null }))
      .asksFor(['reason', { type: 'required' }], ['until', { type: 'required' }], ['nextUpdate', { type: 'required' }]);
  });

  it('lasts as many business days as the playbook allows, and no more', () => {
    given(...toWorking)
      .when(press('HoldCase', people.hana, { until: day('2026-12-07') }))
      .leaves({ status: 'held' });
    given(...toWorking)
      .when(press('HoldCase', people.hana, { until: day('2026-12-08') }))
      .asksFor(['until', { type: 'tooManyBusinessDays', most: 10 }]);
    // Four business days after Monday is Friday; the weekend after it costs nothing.
    const four = { ...aPlaybook, limits: { ...aPlaybook.limits, holdDays: 4 } };
    given(...toWorking)
      .when(press('HoldCase', people.hana, { until: day('2026-11-29') }), four)
      .leaves({ status: 'held' });
    given(...toWorking)
      .when(press('HoldCase', people.hana, { until: day('2026-11-30') }), four)
      .asksFor(['until', { type: 'tooManyBusinessDays', most: 4 }]);
  });

  it('days of all holds together count: past the limit only the department lead holds on', () => {
    const history = [...toWorking, held(), resumed(people.hana, daysLater(7))];
    given(...history)
      .when(press('HoldCase', people.hana, { until: day('2026-12-07'), nextUpdate: day('2026-12-03') }, daysLater(7)))
      .leaves({ status: 'held' });
    const beyond = { until: day('2026-12-08'), nextUpdate: day('2026-12-03') };
    given(...history)
      .when(press('HoldCase', people.hana, beyond, daysLater(7)))
      .refuses({ type: 'NotAllowed', needs: { type: 'lead', department: logistics } });
    given(...history)
      .when(press('HoldCase', people.sechan, beyond, daysLater(7)))
      .leaves({ status: 'held' });
  });

  it('remembers where it is the customer’s turn', () => {
    given(...toWorking)
      .when(press('HoldCase', people.hana, { reason: 'customer' }))
      .leaves({ status: 'held', hold: { ...awaited, reason: 'customer', forCustomer: true } });
    given(...toWorking)
      .when(press('HoldCase', people.hana, { reason: 'partner' }))
      .leaves({ status: 'held', hold: { ...awaited, reason: 'partner' } });
  });

  it('does not end before it begins', () => {
    given(...toWorking)
      .when(press('HoldCase', people.hana, { until: day('2026-11-22'), nextUpdate: day('2026-11-22') }))
      .asksFor(['until', { type: 'inThePast' }], ['nextUpdate', { type: 'inThePast' }]);
  });

  it('the customer hears before the hold ends', () => {
    given(...toWorking)
      .when(press('HoldCase', people.hana, { until: day('2026-11-26'), nextUpdate: day('2026-11-27') }))
      .asksFor(['nextUpdate', { type: 'tooLate', maxDays: 3 }]);
  });

  it('takes neither a word nor a day that does not exist', () => {
    given(...toWorking)
      .when(press('HoldCase', people.hana, { reason: 'mood', until: day('2026-11-31') }))
      .asksFor(['reason', { type: 'unknown' }], ['until', { type: 'unknown' }]);
  });

  it('is for the owner and the department lead; an S1 waits only when the lead says so', () => {
    for (const person of [people.jiho, people.dongmin, people.duri]) {
      given(...toWorking)
        .when(press('HoldCase', person))
        .refuses({ type: 'NotAllowed', needs: { type: 'owner', owner: hana } });
    }
    given(...toWorking)
      .when(press('HoldCase', people.sechan))
      .leaves({ status: 'held', owner: hana });
    given(...urgent)
      .when(press('HoldCase', people.hana))
      .refuses({ type: 'NotAllowed', needs: { type: 'lead', department: logistics } });
    given(...urgent)
      .when(press('HoldCase', people.dongmin))
      .refuses({ type: 'NotAllowed', needs: { type: 'lead', department: logistics } });
    given(...urgent)
      .when(press('HoldCase', people.sechan))
      .leaves({ status: 'held', owner: hana });
  });

  it('a case on offer does not rest before the other department has answered', () => {
    for (const command of ['HoldCase', 'RequestDecision'] as const) {
      given(...toWorking, offered())
        .when(press(command, people.hana))
        .refuses({ type: 'TransferPending', to: quality, by: hana, at: later(30) });
    }
  });

  it('only work that has begun can wait', () => {
    given(...toAcknowledged)
      .when(press('HoldCase', people.hana))
      .refuses({ type: 'NotNow', command: 'HoldCase', status: 'acknowledged', by: hana, at: later(10) });
    given(...toWorking, held())
      .when(press('HoldCase', people.hana))
      .refuses({ type: 'NotNow', command: 'HoldCase', status: 'held', by: hana, at: later(30) });
  });
});

describe('resuming', () => {
  it('the owner goes on, with the plan as it was', () => {
    given(...toWorking, held())
      .when(press('ResumeCase', people.hana))
      .leaves({ status: 'working', owner: hana, plan: masked('포장재 교체 후 재발송') });
  });

  it('time resumes it when people begin to work on the day that was named', () => {
    // Monday the 30th, nine o'clock.
    const opening = plus(daysLater(7), minutes(-60));
    const history = [...toWorking, held()];
    const types = (at: Instant) => timePasses(at, history).map((event) => event.type);
    expect(types(plus(opening, minutes(-1)))).not.toContain('CaseResumed');
    expect(types(opening)).toContain('CaseResumed');
    const after = caseAfter(...history, ...timePasses(opening, history));
    expect(after).toMatchObject({ status: 'working', owner: hana, plan: masked('포장재 교체 후 재발송') });
  });

  it('time takes no step of anybody', () => {
    for (const type of ['ResumeCase', 'CloseCase', 'FixCase', 'AcknowledgeCase', 'VoidCase'] as const) {
      given(...toWorking)
        .when(press(type, 'clock'))
        .refuses({ type: 'NotAllowed', needs: { type: 'involved' } });
    }
  });

  it('nobody speaks for time', () => {
    for (const type of ['RunTimer', 'RecountDues'] as const) {
      given(...toWorking, held())
        .when(press(type, people.gyuri))
        .refuses({ type: 'NotAllowed', needs: { type: 'involved' } });
    }
  });

  it('is not for colleagues, and a working case has nothing to resume', () => {
    given(...toWorking, held())
      .when(press('ResumeCase', people.jiho))
      .refuses({ type: 'NotAllowed', needs: { type: 'owner', owner: hana } });
    given(...toWorking)
      .when(press('ResumeCase', people.hana))
      .refuses({ type: 'NotNow', command: 'ResumeCase', status: 'working', by: null, at: null });
  });
});

describe('asking an executive', () => {
  it('S1-10 puts two or three options with a recommendation', () => {
    given(...toWorking)
      .when(press('RequestDecision', people.hana, {}, later(30)))
      .then(decisionRequested());
    const [first] = completeForms.RequestDecision.options;
    const options = first === undefined ? [] : [first];
    given(...toWorking)
      .when(press('RequestDecision', people.hana, { options, recommended: 0 }))
      .asksFor(['options', { type: 'optionCount' }]);
    given(...toWorking)
      .when(press('RequestDecision', people.hana, { options: [...options, ...options, ...options, ...options] }))
      .asksFor(['options', { type: 'optionCount' }]);
  });

  it('asks for everything an executive needs, at once', () => {
    const nameless = { label: masked(' '), cost: null, customerEffect: null };
    given(...toWorking)
      .when(
        press('RequestDecision', people.hana, {
          question: masked(''),
          options: [nameless, nameless],
          recommended: 2,
          neededBy: null,
        }),
      )
      .asksFor(
        ['question', { type: 'required' }],
        ['options', { type: 'required' }],
        ['recommended', { type: 'unknown' }],
        ['neededBy', { type: 'required' }],
      );
    given(...toWorking)
      .when(press('RequestDecision', people.hana, { neededBy: day('2026-11-20') }))
      .asksFor(['neededBy', { type: 'inThePast' }]);
  });

  it('the owner, the department lead and the VOC desk may ask', () => {
    for (const person of [people.hana, people.sechan, people.aram]) {
      given(...toWorking)
        .when(press('RequestDecision', person))
        .leaves({ status: 'deciding', owner: hana });
    }
    for (const person of [people.jiho, people.dongmin, people.duri]) {
      given(...toWorking)
        .when(press('RequestDecision', person))
        .refuses({ type: 'NotAllowed', needs: { type: 'owner', owner: hana } });
    }
  });
});

describe('deciding', () => {
  it('S1-10 an executive chooses with one line of why, and work goes on', () => {
    given(...deciding)
      .when(press('MakeDecision', people.dain, {}, later(40)))
      .then(decisionMade());
    expect(caseAfter(...deciding, decisionMade())).toMatchObject({
      status: 'working',
      decisions: [{ choice: '깨지기 쉬운 상품만', by: refOf(people.dain) }],
    });
  });

  it('is for executives, and never for the one who asked', () => {
    given(...deciding)
      .when(press('MakeDecision', people.sechan))
      .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: ['executive'] } });
    const both = { ...people.dain, roles: ['executive', 'vocDesk'] as const };
    given(...toWorking, decisionRequested(both))
      .when(press('MakeDecision', both))
      .refuses({ type: 'OwnRequest' });
    given(...toWorking, decisionRequested(both))
      .when(press('MakeDecision', people.hyunwoo))
      .leaves({ status: 'working' });
  });

  it('needs one of the options, and a reason', () => {
    given(...deciding)
      .when(press('MakeDecision', people.dain, { choice: null, reason: masked('') }))
      .asksFor(['choice', { type: 'required' }], ['reason', { type: 'required' }]);
    given(...deciding)
      .when(press('MakeDecision', people.dain, { choice: 2 }))
      .asksFor(['choice', { type: 'unknown' }]);
  });

  it('a decision that was taken is not taken again', () => {
    given(...deciding, decisionMade())
      .when(press('MakeDecision', people.hyunwoo))
      .refuses({ type: 'NotNow', command: 'MakeDecision', status: 'working', by: null, at: null });
  });
});
