import { describe, expect, it } from 'vitest';
import { accountable, awaits } from '../../../src/domain/case/accountable.ts';
import type { CustomerReply } from '../../../src/domain/case/case.ts';
import type { CaseEvent } from '../../../src/domain/case/events.ts';
import { minutes, plus } from '../../../src/domain/instant.ts';
import type { Tier } from '../../../src/domain/intake/severity.ts';
import { refOf } from '../../../src/domain/people.ts';
import { react } from '../../../src/domain/react.ts';
import { dueAt } from '../../../src/domain/sla/clock-times.ts';
import { nextDue } from '../../../src/domain/sla/next-due.ts';
import { runningClock } from '../../../src/domain/sla/sla-clock.ts';
import { aPlaybook, people } from '../../support/a-playbook.ts';
import { press } from '../../support/case-commands.ts';
import {
  acknowledged,
  closed,
  filed,
  fixed,
  happyCalled,
  later,
  masked,
  ofTier,
  replied,
  routedTo,
  started,
} from '../../support/case-events.ts';
import { caseAfter, given } from '../../support/given.ts';

const answered = (more: Partial<CustomerReply> = {}): CaseEvent => {
  const event = replied();
  if (event.type !== 'CustomerReplied') throw new Error('not replied');
  return { ...event, data: { reply: { ...event.data.reply, ...more } } };
};
const toReply = (tier: Tier, more: Partial<CustomerReply> = {}): readonly CaseEvent[] => [
  filed({ assessment: ofTier(tier) }),
  routedTo(),
  acknowledged(),
  started(),
  fixed(),
  answered(more),
];
const closedAs = (tier: Tier, more: Partial<CustomerReply> = {}): readonly CaseEvent[] => [
  ...toReply(tier, more),
  closed(),
];
const major = closedAs('S2');
const owed = (...history: readonly CaseEvent[]) => runningClock(caseAfter(...history).sla, 'happyCall');
const made = (event: CaseEvent) => {
  if (event.type !== 'HappyCallMade') throw new Error('no happy call');
  return event.data.call;
};

describe('the happy call', () => {
  it('is owed by the customer owner within five business days of closing an S1 or S2, and of no other', () => {
    for (const tier of ['S1', 'S2'] as const) {
      const clock = owed(...closedAs(tier));
      // Closed on Monday the 23rd: the fifth business day after it ends on Monday the 30th.
      expect(clock === null ? null : dueAt(clock, aPlaybook)).toBe(Date.parse('2026-11-30T18:00+09:00'));
      expect(awaits(caseAfter(...closedAs(tier)))).toEqual([{ type: 'person', person: refOf(people.duri) }]);
      expect(accountable(caseAfter(...closedAs(tier)))).toBeNull();
    }
    for (const tier of ['S3', 'S4'] as const) {
      expect(owed(...closedAs(tier))).toBeNull();
      expect(nextDue(caseAfter(...closedAs(tier)), aPlaybook)).toBeNull();
    }
    expect(owed(...closedAs('S2', { verdict: 'notDue' }))).toBeNull();
    expect(owed(...closedAs('S2', { verdict: 'unreachable' }))).not.toBeNull();
  });

  it('is reminded of in working hours, of an S1 too: first whoever owes it, then the CS lead', () => {
    const c = caseAfter(...closedAs('S1'));
    const due = nextDue(c, aPlaybook);
    expect(due?.kind).toBe('rung happyCall');
    const at = due?.at ?? later(0);
    given(...closedAs('S1'))
      .when(press('RunTimer', 'clock', due === null ? {} : { expected: due }, at))
      .leaves({ status: 'closed' });
    const dueMoment = plus(at, minutes(60 * 24));
    const nudge: CaseEvent = {
      type: 'CaseNudged',
      at,
      by: null,
      data: { clock: 'happyCall', rung: 60, dueAt: dueMoment, to: ['owner'], skipped: [] },
    };
    expect(react(nudge, c).filter((n) => n.type === 'nudge')).toMatchObject([
      { audience: { to: 'person', person: people.duri.id }, nudge: { urgent: false } },
    ]);
  });

  it('asks three things; CS records it, and then nothing is owed any more', () => {
    given(...major)
      .when(press('RecordHappyCall', people.duri, { calledAt: later(3_000) }, later(3_000)))
      .then(happyCalled());
    expect(owed(...major, happyCalled())).toBeNull();
    expect(awaits(caseAfter(...major, happyCalled()))).toEqual([]);
    given(...major)
      .when(press('RecordHappyCall', people.hana))
      .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: ['csAgent', 'csLead'] } });
    given(...major, happyCalled())
      .when(press('RecordHappyCall', people.duri))
      .refuses({ type: 'ClockNotRunning', clock: 'happyCall' });
    given(...toReply('S2'))
      .when(press('RecordHappyCall', people.duri))
      .refuses({
        type: 'NotNow',
        command: 'RecordHappyCall',
        status: 'replied',
        by: refOf(people.duri),
        at: later(90),
      });
  });

  it('"not solved" opens the case again, with what the customer said as the reason', () => {
    const note = masked('아직도 깨져서 온다고 하심');
    const call = { answer: 'unsolved' as const, again: true, note };
    given(...major)
      .when(press('RecordHappyCall', people.duri, { ...call, calledAt: later(3_000) }, later(3_000)))
      .then(happyCalled(call), {
        type: 'CaseReopened',
        at: later(3_000),
        by: refOf(people.duri),
        data: { reason: note, cause: 'asked' },
      });
    given(...major)
      .when(press('RecordHappyCall', people.duri, { ...call, note: null }))
      .asksFor(['note', { type: 'required' }]);
  });

  it('S1-05 who believes that it will happen again is told to the CS lead', () => {
    const told = (again: boolean) =>
      react(happyCalled({ again }), caseAfter(...major, happyCalled({ again }))).filter((n) => n.type === 'word');
    expect(told(true)).toMatchObject([{ audience: { to: 'role', role: 'csLead' } }]);
    expect(told(false)).toEqual([]);
  });

  it('who is not reached is tried again, and after three tries left in peace', () => {
    const missed = { answer: 'unreachable' as const, effort: null, again: null };
    let history = major;
    for (const tries of [1, 2, 3]) {
      expect(owed(...history)).not.toBeNull();
      const event = happyCalled({ ...missed, tries });
      const { over: _over, ...once } = made(event);
      const expected = tries < 3 ? ({ ...event, data: { call: once } } as CaseEvent) : event;
      given(...history)
        .when(press('RecordHappyCall', people.duri, { answer: 'unreachable', calledAt: later(3_000) }, later(3_000)))
        .then(expected);
      history = [...history, expected];
    }
    expect(owed(...history)).toBeNull();
    expect(caseAfter(...history).sla.clocks.findLast((clock) => clock.name === 'happyCall')?.ended?.met).toBe(false);
  });

  it('asks for what was left open, all at once', () => {
    given(...major)
      .when(press('RecordHappyCall', people.duri, { answer: null, calledAt: later(9_000) }))
      .asksFor(['answer', { type: 'required' }], ['calledAt', { type: 'inTheFuture' }]);
    given(...major)
      .when(press('RecordHappyCall', people.duri, { again: null, effort: 8 }))
      .asksFor(['again', { type: 'required' }], ['effort', { type: 'unknown' }]);
  });

  it('a case that is opened again owes none until it is closed again', () => {
    const again: CaseEvent = {
      type: 'CaseReopened',
      at: later(200),
      by: refOf(people.duri),
      data: { reason: masked('또'), cause: 'asked' },
    };
    expect(owed(...major, again)).toBeNull();
    const closedAgain = [
      fixed(people.hana, {}, later(300)),
      replied('accepted', people.duri, later(310)),
      closed(people.garam, later(320)),
    ];
    expect(owed(...major, again, ...closedAgain)).toMatchObject({ from: later(320) });
  });
});

describe('a belief at the answer', () => {
  it('S1-05 a customer who expects it again keeps the case from closing by itself: the CS lead is reminded', () => {
    const content = caseAfter(...toReply('S3', { again: false }));
    expect(nextDue(content, aPlaybook)?.kind).toBe('close');
    const doubtful = caseAfter(...toReply('S3', { again: true }));
    expect(nextDue(doubtful, aPlaybook)?.kind).toBe('rung close');
    given(...toReply('S3').slice(0, -1))
      .when(press('ReplyToCustomer', people.duri, { again: true }, later(90)))
      .then(answered({ again: true }));
    given(...toReply('S3', { again: true }))
      .when(press('CloseCase', people.garam))
      .leaves({ status: 'closed' });
  });
});
