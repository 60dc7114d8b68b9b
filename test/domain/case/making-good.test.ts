import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorityLeft } from '../../../src/domain/case/authority-limits.ts';
import type { FiledCase } from '../../../src/domain/case/case.ts';
import { paidIn, sumOf } from '../../../src/domain/case/remedies.ts';
import { isGiven } from '../../../src/domain/case/remedy.ts';
import { customerKey } from '../../../src/domain/ids.ts';
import { refOf } from '../../../src/domain/people.ts';
import type { PlaybookPerson } from '../../../src/domain/playbook.ts';
import { aPlaybook, people } from '../../support/a-playbook.ts';
import { nothingElsewhere, press } from '../../support/case-commands.ts';
import {
  acknowledged,
  aRemedy,
  filed,
  fixed,
  granted,
  later,
  masked,
  obstacleRaised,
  ofTier,
  refusedBy,
  remedyApproved,
  remedyAsked,
  remedyDeclined,
  remedyWithdrawn,
  replied,
  routedTo,
  started,
  toAcknowledged,
  toClosed,
  toFixed,
  toReplied,
  toRouted,
  toWorking,
} from '../../support/case-events.ts';
import { caseAfter, given } from '../../support/given.ts';
import { walks } from '../../support/walks.ts';

const ask = (who: PlaybookPerson, data: object = {}) => press('GrantRemedy', who, data, later(30));
const elsewhere = (amount: number, times = 1) => ({ sum: { ...nothingElsewhere, amount, times } });
/** The case of a customer we know by a pseudonym. */
const ofAnna = [filed({ customer: customerKey('anna') }), routedTo(), acknowledged(), started()];
const money = aPlaybook.authority.levels.map(({ role }) => role);

describe('making good at once', () => {
  it('S4-09 exactly ₩30,000 by an agent is done at once, with its basis', () => {
    given(...toWorking)
      .when(ask(people.duri, { amount: 30_000 }))
      .then(granted());
  });

  it('S4-09 ₩30,001 asks, and the CS lead is the first who may say yes', () => {
    given(...toWorking)
      .when(ask(people.duri, { amount: 30_001 }))
      .then(remedyAsked(people.duri, { amount: 30_001 }));
  });

  it('S4-09 every level gives up to its own limit and asks the next one above it', () => {
    const cases = [
      [people.garam, 200_000, 'deptLead'],
      [people.sechan, 1_000_000, 'executive'],
    ] as const;
    for (const [who, limit, next] of cases) {
      given(...toWorking)
        .when(ask(who, { amount: limit }))
        .then(granted(who, { amount: limit }));
      const before = ['deptLead', 'executive'].slice(next === 'deptLead' ? 0 : 1) as ('deptLead' | 'executive')[];
      given(...toWorking)
        .when(ask(who, { amount: limit + 1 }))
        .then(remedyAsked(who, { amount: limit + 1, before }));
    }
    given(...toWorking)
      .when(ask(people.dain, { amount: 90_000_000 }))
      .then(granted(people.dain, { amount: 90_000_000 }));
  });

  it('a department lead gives in cases of their own department, and in no other', () => {
    given(...toWorking)
      .when(ask(people.dongmin))
      .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: money } });
  });

  it('S3-05 giving in parts gains nothing: what the case has had counts, whoever gave it', () => {
    const third = ask(people.sora, { amount: 10_000 });
    given(...toWorking, granted(people.duri, { amount: 20_000 }))
      .when(third)
      .then(granted(people.sora, { number: 2, amount: 10_000 }));
    given(...toWorking, granted(people.duri, { amount: 20_001 }))
      .when(third)
      .then(remedyAsked(people.sora, { number: 2, amount: 10_000 }));
  });

  it('S3-05 nor does spreading it over cases: what the customer has had in ninety days counts', () => {
    const inPart = { elsewhere: { ...nothingElsewhere, amount: 80_000, times: 3 } };
    given(...ofAnna)
      .when(ask(people.duri, { amount: 20_000, ...elsewhere(80_000, 3) }))
      .then(granted(people.duri, { amount: 20_000, ...inPart }));
    given(...ofAnna)
      .when(ask(people.duri, { amount: 20_001, ...elsewhere(80_000, 3) }))
      .then(remedyAsked(people.duri, { amount: 20_001, ...inPart }));
  });

  it('where nobody knows who the customer is only the case counts', () => {
    expect(authorityLeft(people.duri, caseAfter(...toWorking), nothingElsewhere, aPlaybook)).toEqual({
      inCase: 30_000,
      toCustomer: null,
    });
  });

  it('what is no money goes by the role alone', () => {
    const visit = { what: 'visit', amount: null };
    given(...toWorking)
      .when(ask(people.duri, { what: 'resend', amount: null }))
      .then(granted(people.duri, { what: 'resend', amount: null }));
    given(...toWorking)
      .when(ask(people.duri, visit))
      .then(remedyAsked(people.duri, { ...visit, before: ['deptLead', 'executive'] }));
    given(...toWorking)
      .when(ask(people.sechan, visit))
      .then(granted(people.sechan, visit));
  });

  it('S0-25 needs what it rests on, an amount where it is money, and none where it is not', () => {
    given(...toWorking)
      .when(ask(people.duri, { what: null, amount: null, basis: null }))
      .asksFor(['what', { type: 'required' }], ['basis', { type: 'required' }]);
    given(...toWorking)
      .when(ask(people.duri, { amount: null, basis: masked(' ') }))
      .asksFor(['amount', { type: 'required' }], ['basis', { type: 'required' }]);
    for (const amount of [0, -5, 1.5, Number.MAX_SAFE_INTEGER + 1]) {
      given(...toWorking)
        .when(ask(people.duri, { amount }))
        .asksFor(['amount', { type: 'unknown' }]);
    }
    given(...toWorking)
      .when(ask(people.duri, { what: 'visit', amount: 5 }))
      .asksFor(['amount', { type: 'unknown' }]);
    given(...toWorking)
      .when(ask(people.duri, { what: 'apology' }))
      .asksFor(['what', { type: 'unknown' }]);
  });

  it('is possible while somebody has the case in hand, from the acknowledgement until it is closed', () => {
    for (const history of [toAcknowledged, toWorking, toFixed, toReplied]) {
      given(...history)
        .when(press('GrantRemedy', people.duri))
        .leaves({ remedies: [aRemedy(people.duri, {}, later(120))] });
    }
    given(...toRouted)
      .when(press('GrantRemedy', people.duri))
      .refuses({ type: 'NotNow', command: 'GrantRemedy', status: 'routed', by: null, at: null });
    for (const history of [toClosed, [...toWorking, refusedBy()]]) {
      expect(() =>
        given(...history)
          .when(press('GrantRemedy', people.duri))
          .leaves({}),
      ).toThrow();
    }
  });

  it('whoever owns the case without any authority may ask, a bystander may not', () => {
    given(...toWorking)
      .when(ask(people.hana, { amount: 5_000 }))
      .then(remedyAsked(people.hana, { amount: 5_000 }));
    given(...toWorking)
      .when(ask(people.jiho))
      .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: money } });
  });
});

describe('asking for more', () => {
  const asked = [...toWorking, remedyAsked()];

  it('is put before those whose limit suffices, and an S1 is answered in two hours', () => {
    const emergency = [filed({ assessment: ofTier('S1') }), routedTo(), acknowledged(), started()];
    expect(caseAfter(...asked).sla.clocks.find((c) => c.name === 'approve')?.target).toEqual({ unit: 'days', days: 1 });
    const target = aPlaybook.authority.answer.urgent;
    const remedy = aRemedy(people.duri, { amount: 50_000, before: ['csLead', 'deptLead', 'executive'] });
    given(...emergency)
      .when(ask(people.duri, { amount: 50_000 }))
      .then({ type: 'RemedyRequested', data: { remedy, target }, at: later(30), by: refOf(people.duri) });
  });

  it('one request waits at a time; what is within the limit is given all the same', () => {
    given(...asked)
      .when(ask(people.sora, { amount: 40_000 }))
      .refuses({ type: 'RequestPending', by: refOf(people.duri), at: later(30) });
    given(...asked)
      .when(ask(people.sora, { amount: 20_000 }))
      .then(granted(people.sora, { number: 2, amount: 20_000 }));
  });

  it('a yes gives it, a changed amount needs a reason, a no needs one too', () => {
    given(...asked)
      .when(press('ApproveRemedy', people.garam, {}, later(40)))
      .then(remedyApproved());
    const change = { amount: 35_000, reason: masked('약관의 한도') };
    given(...asked)
      .when(press('ApproveRemedy', people.garam, { change }, later(40)))
      .then(remedyApproved(people.garam, change));
    given(...asked)
      .when(press('ApproveRemedy', people.garam, { change: { amount: null, reason: masked('') } }))
      .asksFor(['amount', { type: 'required' }], ['reason', { type: 'required' }]);
    given(...asked)
      .when(press('DeclineRemedy', people.garam, {}, later(40)))
      .then(remedyDeclined());
    given(...asked)
      .when(press('DeclineRemedy', people.garam, { reason: masked(' ') }))
      .asksFor(['reason', { type: 'required' }]);
    expect(paidIn(caseAfter(...asked, remedyApproved(people.garam, { amount: 35_000 })))).toBe(35_000);
    expect(paidIn(caseAfter(...asked, remedyDeclined()))).toBe(0);
  });

  it('who asked does not approve, whatever their role; nor does an agent, nor a lead whose limit does not reach', () => {
    const byLead = [...toWorking, remedyAsked(people.garam, { amount: 300_000, before: ['deptLead', 'executive'] })];
    given(...asked)
      .when(press('ApproveRemedy', people.sora))
      .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: ['csLead', 'deptLead', 'executive'] } });
    const both = { ...people.sechan, roles: ['deptLead', 'csLead'] as const };
    const byBoth = [...toWorking, remedyAsked(both)];
    for (const command of [press('ApproveRemedy', both), press('DeclineRemedy', both)]) {
      given(...byBoth)
        .when(command)
        .refuses({ type: 'OwnRequest' });
    }
    given(...byLead)
      .when(press('ApproveRemedy', people.mirae))
      .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: ['deptLead', 'executive'] } });
    given(...byLead)
      .when(press('ApproveRemedy', people.sechan, {}, later(40)))
      .then(remedyApproved(people.sechan, { amount: 300_000 }));
    given(...byLead)
      .when(press('ApproveRemedy', people.dongmin))
      .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: ['deptLead', 'executive'] } });
  });

  it('an approver’s own limit holds at the moment of the yes, with all that was given meanwhile', () => {
    const meanwhile = granted(people.sora, { number: 2, amount: 30_000 });
    given(...ofAnna, remedyAsked(people.duri, { amount: 180_000 }), meanwhile)
      .when(press('ApproveRemedy', people.garam))
      .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: ['deptLead', 'executive'] } });
    given(...ofAnna, remedyAsked(people.duri, { amount: 100_000 }))
      .when(press('ApproveRemedy', people.garam, elsewhere(100_001)))
      .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: ['deptLead', 'executive'] } });
  });

  it('is answered once, and a late press hears by whom', () => {
    const answered = { type: 'RemedyAnswered', by: refOf(people.garam), at: later(40) } as const;
    for (const event of [remedyApproved(), remedyDeclined()]) {
      given(...asked, event)
        .when(press('ApproveRemedy', people.mirae))
        .refuses(answered);
      given(...asked, event)
        .when(press('DeclineRemedy', people.mirae))
        .refuses(answered);
    }
    given(...asked)
      .when(press('ApproveRemedy', people.garam, { number: 7 }))
      .refuses({ type: 'NoSuchRemedy' });
  });

  it('where the playbook has nobody who may say yes, whoever asks is told so', () => {
    const flat = { ...aPlaybook, people: aPlaybook.people.filter((p) => p.roles.every((role) => role === 'csAgent')) };
    given(...toWorking)
      .when(ask(people.duri, { amount: 50_000 }), flat)
      .refuses({ type: 'NobodyApproves' });
  });

  it('the case goes on meanwhile: it is worked on, fixed and answered', () => {
    given(...asked)
      .when(press('FixCase', people.hana, {}, later(60)))
      .then(fixed());
    given(...asked)
      .when(press('RaiseObstacle', people.hana, {}, later(25)))
      .then(obstacleRaised());
  });
});

describe('taking it back', () => {
  it('who gave it says why, and it is no longer counted', () => {
    given(...toWorking, granted())
      .when(press('WithdrawRemedy', people.duri, {}, later(45)))
      .then(remedyWithdrawn());
    expect(paidIn(caseAfter(...toWorking, granted(), remedyWithdrawn()))).toBe(0);
  });

  it('is for who gave or approved it, the CS lead and the lead of the department; for nobody else', () => {
    const approved = [...toWorking, remedyAsked(), remedyApproved(people.dain)];
    for (const who of [people.duri, people.dain, people.garam, people.sechan]) {
      given(...approved)
        .when(press('WithdrawRemedy', who, {}, later(45)))
        .then(remedyWithdrawn(who, 50_000));
    }
    given(...approved)
      .when(press('WithdrawRemedy', people.sora))
      .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: ['csLead', 'deptLead'] } });
  });

  it('needs something that is there, and happens once', () => {
    given(...toWorking)
      .when(press('WithdrawRemedy', people.garam))
      .refuses({ type: 'NoSuchRemedy' });
    given(...toWorking, remedyAsked(), remedyDeclined())
      .when(press('WithdrawRemedy', people.garam))
      .refuses({ type: 'NoSuchRemedy' });
    given(...toWorking, granted(), remedyWithdrawn())
      .when(press('WithdrawRemedy', people.garam))
      .refuses({ type: 'RemedyAnswered', by: refOf(people.duri), at: later(45) });
  });

  it('a request that is taken back asks nobody any more', () => {
    const c = caseAfter(...toWorking, remedyAsked(), remedyWithdrawn());
    expect(c.sla.clocks.some((clock) => clock.name === 'approve' && clock.ended === undefined)).toBe(false);
  });
});

describe('a fix that pays', () => {
  const pays = (amount: number) => ({ fixType: 'compensated', amount, basis: masked('약관 12조') });
  const told = (amount: number) => ({
    fixType: 'compensated',
    compensation: { amount, basis: masked('약관 12조') },
  });

  it('S3-05 tells of what has been given or approved, and of no more', () => {
    given(...toWorking, granted())
      .when(press('FixCase', people.hana, pays(30_001)))
      .asksFor(['amount', { type: 'overAuthority', left: 30_000 }]);
    given(...toWorking, remedyAsked())
      .when(press('FixCase', people.hana, pays(50_000)))
      .asksFor(['amount', { type: 'overAuthority', left: 0 }]);
    given(...toWorking, remedyAsked(), remedyApproved())
      .when(press('FixCase', people.hana, pays(50_000), later(60)))
      .then(fixed(people.hana, told(50_000)));
  });

  it('an owner with authority gives the rest in the same breath, and it counts', () => {
    const ownedByLead = [filed(), routedTo(), acknowledged(people.sechan), started(people.sechan)];
    given(...ownedByLead, granted())
      .when(press('FixCase', people.sechan, pays(130_000), later(60)))
      .then(granted(people.sechan, { number: 2, amount: 100_000 }, later(60)), fixed(people.sechan, told(130_000)));
    given(...ownedByLead, granted())
      .when(press('FixCase', people.sechan, pays(1_000_001)))
      .asksFor(['amount', { type: 'overAuthority', left: 1_000_000 }]);
  });

  it('what one fix has told of, the next one cannot rest on again', () => {
    const again = [...toWorking, granted(), fixed(people.hana, told(30_000)), replied('dissatisfied')];
    const reopened = { type: 'CaseReopened', at: later(95), by: refOf(people.duri) } as const;
    given(...again, { ...reopened, data: { reason: masked('또'), cause: 'dissatisfied' } })
      .when(press('FixCase', people.hana, pays(30_000)))
      .asksFor(['amount', { type: 'overAuthority', left: 0 }]);
  });
});

describe('closing', () => {
  const gates = { type: 'ClosingGatesOpen', gates: ['compensation'] } as const;

  it('waits for the answer to a request', () => {
    given(...toReplied, remedyAsked())
      .when(press('CloseCase', people.garam))
      .refuses(gates);
    given(...toReplied, remedyAsked(), remedyDeclined())
      .when(press('CloseCase', people.garam))
      .leaves({ status: 'closed' });
  });

  it('wants the fix to tell of what was really given', () => {
    const compensation = { amount: 30_000, basis: masked('약관 12조') };
    const paid = [...toWorking, granted(), fixed(people.hana, { compensation }), replied()];
    given(...paid)
      .when(press('CloseCase', people.garam))
      .leaves({ status: 'closed' });
    given(...paid, remedyWithdrawn())
      .when(press('CloseCase', people.garam))
      .refuses(gates);
  });

  it('a fix recorded before there was any authority to look at is taken as it was', () => {
    const compensation = { amount: 900_000, basis: masked('약관 12조') };
    given(...toWorking, fixed(people.hana, { compensation }), replied())
      .when(press('CloseCase', people.garam))
      .leaves({ status: 'closed' });
  });
});

describe('what a customer has had', () => {
  it('is the sum over cases of what was given in the days that count, and how often', () => {
    const old = granted(people.duri, { amount: 70_000 }, later(-200));
    const cases = [
      caseAfter(...toWorking, granted(people.duri, { amount: 10_000 })),
      caseAfter(...toWorking, old),
      caseAfter(...toWorking, remedyAsked()),
      caseAfter(...toWorking, granted(people.duri, { what: 'visit', amount: null })),
      caseAfter(...toWorking, fixed(people.hana, { compensation: { amount: 5_000, basis: masked('약관') } })),
    ];
    expect(sumOf(cases, later(-100))).toEqual({ since: later(-100), amount: 15_000, times: 2 });
  });
});

describe('laws of authority', () => {
  const limitOf = (id: string): number => {
    const person = aPlaybook.people.find((p) => p.id === id);
    const levels = aPlaybook.authority.levels.filter(({ role }) => person?.roles.includes(role));
    return Math.max(0, ...levels.map(({ perCase }) => perCase ?? Number.POSITIVE_INFINITY));
  };

  it('S4-09 whatever is pressed, nobody has given more at once than their authority holds, and nobody has approved their own', () => {
    let seen = 0;
    fc.assert(
      fc.property(walks, (steps) => {
        for (const { after, events } of steps) {
          if (after.status === 'unfiled') continue;
          for (const event of events) {
            if (event.type === 'RemedyGranted' && event.data.remedy.amount !== null) {
              seen += 1;
              expect(paidIn(after)).toBeLessThanOrEqual(limitOf(event.by?.id ?? ''));
            }
            if (event.type !== 'RemedyApproved') continue;
            seen += 1;
            const remedy = after.remedies?.find(({ number }) => number === event.data.number);
            expect(remedy?.by.id).not.toBe(event.by?.id);
            if (event.data.amount !== null) expect(paidIn(after)).toBeLessThanOrEqual(limitOf(event.by?.id ?? ''));
          }
          expect(after.remedies?.filter(isGiven).every(({ basis }) => basis.trim() !== '') ?? true).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
    expect(seen).toBeGreaterThan(40);
  });

  it('what is left is never negative, and giving it all leaves nothing', () => {
    const sums = fc.record({
      amount: fc.nat(300_000),
      given: fc.array(fc.integer({ min: 1, max: 60_000 }), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(sums, ({ amount, given: amounts }) => {
        const history = amounts.map((won, i) => granted(people.dain, { number: i + 1, amount: won }));
        const c: FiledCase = caseAfter(...ofAnna, ...history);
        const sum = { ...nothingElsewhere, amount, times: 1 };
        const left = authorityLeft(people.duri, c, sum, aPlaybook);
        const most = Math.min(left?.inCase ?? 0, left?.toCustomer ?? 0);
        expect(most).toBeGreaterThanOrEqual(0);
        if (most === 0) return;
        const all = granted(people.duri, { number: amounts.length + 1, amount: most });
        given(...ofAnna, ...history)
          .when(ask(people.duri, { amount: most, sum }))
          .then({
            ...all,
            data: { remedy: { ...(all as never as { data: { remedy: object } }).data.remedy, elsewhere: sum } },
          } as never);
        const after = authorityLeft(people.duri, caseAfter(...ofAnna, ...history, all), sum, aPlaybook);
        expect(Math.min(after?.inCase ?? 1, after?.toCustomer ?? 1)).toBe(0);
      }),
    );
  });
});
