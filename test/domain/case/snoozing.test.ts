import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../src/domain/case/events.ts';
import { day, days, type Instant, minutes, plus } from '../../../src/domain/instant.ts';
import { refOf } from '../../../src/domain/people.ts';
import { dueAt } from '../../../src/domain/sla/clock-times.ts';
import { runningClock } from '../../../src/domain/sla/sla-clock.ts';
import { momentAt } from '../../../src/domain/zone.ts';
import { aPlaybook, people } from '../../support/a-playbook.ts';
import { press } from '../../support/case-commands.ts';
import {
  filed,
  filedAt,
  later,
  masked,
  ofTier,
  routedTo,
  rungReached,
  snoozed,
  toClosed,
  toFixed,
  toWorking,
} from '../../support/case-events.ts';
import { caseAfter, given } from '../../support/given.ts';
import { timePasses } from '../../support/time-passes.ts';

const seoul = (date: string, hour: number, minute = 0): Instant => momentAt(day(date), hour, minute, 'Asia/Seoul');
/** Fix due Thursday 18:00. */
const major = [filed({ assessment: ofTier('S2') }), ...toWorking.slice(1)];
const urgent = [filed({ assessment: ofTier('S1') }), ...toWorking.slice(1)];
const fixDue = seoul('2026-11-26', 18);
const ofFix = (events: readonly CaseEvent[]) =>
  events.filter((e) => (e.type === 'CaseNudged' || e.type === 'CaseEscalated') && e.data.clock === 'fix');

describe('putting a reminder off', () => {
  it('until an hour from now, today’s last bundle, or the first of the next business day', () => {
    given(...major)
      .when(press('SnoozeNudges', people.hana, { until: 'hour' }, later(120)))
      .then(snoozed(later(180), later(120)));
    given(...major)
      .when(press('SnoozeNudges', people.hana, { until: 'today' }, later(120)))
      .then(snoozed(seoul('2026-11-23', 16, 30), later(120)));
    given(...major)
      .when(press('SnoozeNudges', people.hana, { until: 'tomorrow' }, later(120)))
      .then(snoozed(seoul('2026-11-24', 9, 30), later(120)));
  });

  it('on a Friday tomorrow is Monday', () => {
    const friday = seoul('2026-11-27', 11);
    given(...toWorking)
      .when(press('SnoozeNudges', people.hana, { until: 'tomorrow' }, friday))
      .then(snoozed(seoul('2026-11-30', 9, 30), friday));
  });

  it('never past the moment it is due', () => {
    const routed = [filed({ assessment: ofTier('S2') }), routedTo()];
    given(...routed)
      .when(press('SnoozeNudges', people.hana, { clock: 'acknowledge', until: 'hour' }, later(90)))
      .refuses({ type: 'SnoozePastDue', dueAt: later(120) });
    given(...routed)
      .when(press('SnoozeNudges', people.hana, { clock: 'acknowledge', until: 'hour' }, later(60)))
      .then(snoozed(later(120), later(60), 'acknowledge'));
    const late = plus(fixDue, minutes(1));
    given(...major)
      .when(press('SnoozeNudges', people.hana, {}, late))
      .refuses({ type: 'SnoozePastDue', dueAt: fixDue });
  });

  it('stops no clock: it is due when it was due', () => {
    const clock = runningClock(caseAfter(...major, snoozed(later(180), later(120))).sla, 'fix');
    expect(clock && dueAt(clock, aPlaybook)).toBe(fixDue);
  });

  it('the same reminder comes again when the time is over, and not before', () => {
    const eighty = seoul('2026-11-26', 10, 48);
    const until = plus(eighty, minutes(60));
    const history = [...major, rungReached('fix', 80, ['owner'], eighty), snoozed(until, plus(eighty, minutes(1)))];
    expect(ofFix(timePasses(plus(until, minutes(-1)), history))).toEqual([]);
    expect(ofFix(timePasses(until, history))).toMatchObject([
      { type: 'CaseNudged', at: until, data: { rung: 80, to: ['owner'], dueAt: fixDue } },
    ]);
  });

  it('a snooze hides nothing that is due', () => {
    const history = [...major, snoozed(fixDue, seoul('2026-11-26', 9))];
    expect(ofFix(timePasses(plus(fixDue, minutes(-1)), history))).toEqual([]);
    expect(ofFix(timePasses(fixDue, history))).toMatchObject([{ type: 'CaseEscalated', data: { rung: 100 } }]);
  });

  it('twice for each clock, and then the reminders stay', () => {
    const twice = [snoozed(later(180), later(120)), snoozed(later(260), later(200))];
    given(...major, ...twice)
      .when(press('SnoozeNudges', people.hana, {}, later(300)))
      .refuses({ type: 'SnoozedEnough', most: 2 });
    given(...major, ...twice)
      .when(press('SnoozeNudges', people.hana, { clock: 'silence' }, later(300)))
      .then(snoozed(later(360), later(300), 'silence'));
  });

  it('an S1 once, for a quarter of an hour, whatever is chosen', () => {
    for (const until of ['hour', 'today', 'tomorrow'] as const) {
      given(...urgent)
        .when(press('SnoozeNudges', people.hana, { until }, later(60)))
        .then(snoozed(later(75), later(60)));
    }
    given(...urgent, snoozed(later(75), later(60)))
      .when(press('SnoozeNudges', people.hana, {}, later(100)))
      .refuses({ type: 'SnoozedEnough', most: 1 });
  });

  it('is for whoever owes the step, and their lead; the lead sees how often', () => {
    for (const person of [people.hana, people.sechan]) {
      given(...major)
        .when(press('SnoozeNudges', person))
        .leaves({ status: 'working' });
    }
    for (const person of [people.jiho, people.duri, people.dain, people.mirae]) {
      given(...major)
        .when(press('SnoozeNudges', person))
        .refuses({ type: 'NotAllowed', needs: { type: 'involved' } });
    }
    given(...major)
      .when(press('SnoozeNudges', people.duri, { clock: 'contact' }))
      .leaves({ status: 'working' });
    const clock = runningClock(caseAfter(...major, snoozed(later(180), later(120))).sla, 'fix');
    expect(clock?.snoozes).toEqual([
      { until: later(180), at: later(120), by: refOf(people.hana), reason: masked('협력사 답을 기다리는 중') },
    ]);
  });

  it('asks until when, and why', () => {
    given(...major)
      .when(press('SnoozeNudges', people.hana, { until: null, reason: masked('') }))
      .asksFor(['until', { type: 'required' }], ['reason', { type: 'required' }]);
  });

  it('only what runs can wait', () => {
    given(...toFixed)
      .when(press('SnoozeNudges', people.hana))
      .refuses({ type: 'ClockNotRunning', clock: 'fix' });
    given(...major)
      .when(press('SnoozeNudges', people.hana, { clock: 'obstacle:1' }))
      .refuses({ type: 'ClockNotRunning', clock: 'obstacle:1' });
    given(...toClosed)
      .when(press('SnoozeNudges', people.hana, {}, plus(filedAt, days(1))))
      .refuses({ type: 'NotNow', command: 'SnoozeNudges', status: 'closed', by: refOf(people.garam), at: later(120) });
  });
});
