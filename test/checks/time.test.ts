import { describe, expect, it } from 'vitest';
import { awaits } from '../../src/domain/case/accountable.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import { instant, day as theDay } from '../../src/domain/instant.ts';
import { assess } from '../../src/domain/intake/triage.ts';
import { react } from '../../src/domain/react.ts';
import { dueAt } from '../../src/domain/sla/clock-times.ts';
import { nextDue } from '../../src/domain/sla/next-due.ts';
import { runningClock } from '../../src/domain/sla/sla-clock.ts';
import { termsFor } from '../../src/domain/sla/terms.ts';
import { aPlaybook, people } from '../support/a-playbook.ts';
import {
  decisionRequested,
  fixed,
  held,
  later,
  obstacleRaised,
  remedyAsked,
  replied,
  toFixed,
  toReplied,
  toWorking,
} from '../support/case-events.ts';
import { caseAfter } from '../support/given.ts';
import { timePasses } from '../support/time-passes.ts';

const day = 24 * 3_600_000;

/** Whoever is reminded of a clock while nobody does anything, in the order of its rungs: `at %: who`. */
function remindedOf(clock: string, history: readonly CaseEvent[], days = 60): readonly string[] {
  let all = history;
  const told: string[] = [];
  for (;;) {
    const due = nextDue(caseAfter(...all), aPlaybook);
    if (due === null || due.at > later(0) + days * day) return told;
    const events = timePasses(due.at, all);
    all = [...all, ...events];
    for (const event of events) {
      if ((event.type !== 'CaseNudged' && event.type !== 'CaseEscalated') || event.data.clock !== clock) continue;
      const who = react(event, caseAfter(...all)).flatMap((notice) =>
        notice.type === 'nudge' ? [notice.audience] : [],
      );
      told.push(
        `${event.data.rung}: ${who.map((a) => (a.to === 'person' ? a.person : a.to === 'role' ? a.role : a.to)).join(' ')}`,
      );
    }
  }
}

describe('who is reminded of what they owe', () => {
  it('S1-10 S4-06 an executive who is asked for a decision, like anybody; who asked and the others when the day has passed', () => {
    expect(remindedOf('decide', [...toWorking, decisionRequested()])).toEqual([
      '80: executive',
      '100: executive hana',
      '200: executive',
    ]);
  });

  it('S4-09 a request to give more climbs one level each time the answer does not come: CS lead, department lead, executive', () => {
    expect(remindedOf('approve', [...toWorking, remedyAsked()])).toEqual([
      '80: csLead',
      '100: deptLead',
      '200: executive',
    ]);
    const beforeExecutives = remedyAsked(people.sechan, { amount: 2_000_000, before: ['executive'] });
    expect(remindedOf('approve', [...toWorking, beforeExecutives])).toEqual([
      '80: executive',
      '100: executive',
      '200: executive',
    ]);
  });

  it('S4-09 whoever it has climbed to finds it among what waits for them, and the first does still', () => {
    const history = [...toWorking, remedyAsked()];
    const asked = (n: number) => awaits(caseAfter(...history, ...timePasses(later(n), history)));
    const roles = (n: number) => asked(n).flatMap((party) => (party.type === 'role' ? [party.role] : []));
    expect(roles(60)).toEqual(['csLead']);
    // Asked on Monday, due by the end of Tuesday.
    expect(roles(60 * 35)).toEqual(['csLead', 'deptLead']);
  });

  it('S4-07 the lead is reminded of an obstacle, and an executive when a business day brought no answer', () => {
    expect(remindedOf('obstacle', [...toWorking, obstacleRaised()])).toEqual(['80: deptLead', '100: executive']);
  });

  it('S3-08 fixed is not closed: whoever talks to the customer is reminded until the customer has been told', () => {
    expect(remindedOf('reply', toFixed)).toEqual([
      '50: ',
      '80: duri',
      '100: duri csLead',
      '150: csLead',
      '200: executive',
    ]);
  });

  it('a customer who is awaited is asked after on the third and the seventh day', () => {
    const waiting = held();
    if (waiting.type !== 'CaseHeld') throw new Error('a hold');
    const hold = { ...waiting.data.hold, until: theDay('2026-12-04'), forCustomer: true as const };
    const history = [...toWorking, { ...waiting, data: { hold } }];
    expect(remindedOf('customerSilence', history)).toEqual(['43: duri', '100: duri']);
  });

  it('three business days after a customer was content the case closes by itself; one who was not reached, a CS lead closes', () => {
    const end = instant(later(0) + 20 * day);
    const passing = (history: readonly CaseEvent[]) => timePasses(end, history).map(({ type }) => type);
    expect(passing(toReplied)).toEqual(['CaseClosed']);
    expect(passing([...toFixed, replied('unreachable')])).not.toContain('CaseClosed');
    expect(remindedOf('close', [...toFixed, replied('unreachable')])[0]).toBe('100: csLead');
  });
});

describe('what a clock counts', () => {
  it('S4-03 a fix that is recorded afterwards was in time when it was done in time', () => {
    const [doneAt, recordedAt] = [later(30), instant(later(0) + 30 * day)];
    const c = caseAfter(...toWorking, fixed(undefined, { doneAt }, recordedAt));
    const clock = c.sla.clocks.findLast(({ name }) => name === 'fix');
    expect(clock?.ended).toEqual({ at: doneAt, met: true });
  });

  it('S2-15 a VIP has the due times of anybody', () => {
    const { severity, sla } = aPlaybook;
    const vip = severity.signals.filter(({ outsideTier }) => outsideTier).map(({ code }) => code);
    const terms = (signals: readonly string[]) => termsFor('complaint', assess('complaint', signals, severity), sla);
    expect(vip.length).toBeGreaterThan(0);
    expect(terms(['B1', ...vip])).toEqual(terms(['B1']));
  });

  it('waiting for the customer stops the time to the fix, waiting for parts does not', () => {
    const waiting = held();
    if (waiting.type !== 'CaseHeld') throw new Error('a hold');
    const running = (forCustomer: boolean) => {
      const { forCustomer: _, ...hold } = waiting.data.hold;
      const c = caseAfter(...toWorking, {
        ...waiting,
        data: { hold: forCustomer ? { ...hold, forCustomer: true } : hold },
      });
      const clock = runningClock(c.sla, 'fix');
      return clock === null ? null : dueAt(clock, aPlaybook);
    };
    expect(running(true)).toBeNull();
    expect(running(false)).not.toBeNull();
  });
});
