import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../src/domain/case/events.ts';
import { day, type Instant, minutes, plus } from '../../../src/domain/instant.ts';
import { refOf } from '../../../src/domain/people.ts';
import { dueAt } from '../../../src/domain/sla/clock-times.ts';
import { runningClock } from '../../../src/domain/sla/sla-clock.ts';
import { momentAt } from '../../../src/domain/zone.ts';
import { aPlaybook, logistics, people, quality } from '../../support/a-playbook.ts';
import { press } from '../../support/case-commands.ts';
import {
  adjudicationOpened,
  filed,
  later,
  masked,
  newDueSet,
  ofTier,
  rungReached,
  toAcknowledged,
  toClosed,
  toFixed,
  toWorking,
} from '../../support/case-events.ts';
import { caseAfter, given } from '../../support/given.ts';
import { timePasses } from '../../support/time-passes.ts';

const seoul = (date: string, hour: number): Instant => momentAt(day(date), hour, 0, 'Asia/Seoul');
/** Fix due Thursday the 26th, 18:00. */
const major = [filed({ assessment: ofTier('S2') }), ...toWorking.slice(1)];
const fixDue = seoul('2026-11-26', 18);
const friday = seoul('2026-11-27', 10);
const wednesday = seoul('2026-12-02', 18);
const ofFix = (events: readonly CaseEvent[]) =>
  events.filter((e) => (e.type === 'CaseNudged' || e.type === 'CaseEscalated') && e.data.clock === 'fix');

describe('a new date', () => {
  it('is given by the lead once the first has passed', () => {
    given(...major)
      .when(press('SetNewDue', people.sechan, { until: wednesday }, friday))
      .then(newDueSet(wednesday, friday));
    given(...major)
      .when(press('SetNewDue', people.sechan, { until: wednesday }, plus(fixDue, minutes(-1))))
      .refuses({ type: 'NotYetDue', dueAt: fixDue });
    given(...major)
      .when(press('SetNewDue', people.sechan, { until: wednesday }, fixDue))
      .then(newDueSet(wednesday, fixDue));
  });

  it('the first stays what was promised', () => {
    const clock = runningClock(caseAfter(...major, newDueSet(wednesday, friday)).sla, 'fix');
    expect(clock && dueAt(clock, aPlaybook)).toBe(fixDue);
    expect(clock?.newDues).toEqual([
      { until: wednesday, at: friday, by: refOf(people.sechan), reason: masked('완충재가 다음 주에 들어옴') },
    ]);
  });

  it('nobody is reminded before it; when it passes too, the next rung is reached', () => {
    const history = [...major, rungReached('fix', 100, ['owner', 'lead'], fixDue), newDueSet(wednesday, friday)];
    expect(ofFix(timePasses(plus(wednesday, minutes(-1)), history))).toEqual([]);
    const reached = ofFix(timePasses(wednesday, history));
    expect(reached).toHaveLength(1);
    expect(reached[0]).toMatchObject({ type: 'CaseEscalated', at: wednesday });
  });

  it('is the department lead’s to give; the VOC desk’s while no department has the case', () => {
    for (const person of [people.hana, people.dongmin, people.duri, people.aram]) {
      given(...major)
        .when(press('SetNewDue', person, { until: wednesday }, friday))
        .refuses({ type: 'NotAllowed', needs: { type: 'lead', department: logistics } });
    }
    const unrouted = [filed({ assessment: ofTier('S2') })];
    given(...unrouted)
      .when(press('SetNewDue', people.sechan, { until: wednesday }, friday))
      .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: ['vocDesk'] } });
    given(...unrouted)
      .when(press('SetNewDue', people.aram, { until: wednesday }, friday))
      .leaves({ status: 'new' });
  });

  it('lies ahead, within as many business days as a hold may last, and says why', () => {
    given(...major)
      .when(press('SetNewDue', people.sechan, { until: null, reason: masked(' ') }, friday))
      .asksFor(['until', { type: 'required' }], ['reason', { type: 'required' }]);
    given(...major)
      .when(press('SetNewDue', people.sechan, { until: friday }, friday))
      .asksFor(['until', { type: 'inThePast' }]);
    given(...major)
      .when(press('SetNewDue', people.sechan, { until: seoul('2026-12-11', 18) }, friday))
      .leaves({ status: 'working' });
    given(...major)
      .when(press('SetNewDue', people.sechan, { until: seoul('2026-12-14', 9) }, friday))
      .asksFor(['until', { type: 'tooManyBusinessDays', most: 10 }]);
  });

  it('is for any promise that runs, and for nothing else', () => {
    const late = seoul('2026-12-01', 10);
    const open = [...toAcknowledged, adjudicationOpened(logistics, [quality], people.hana)];
    given(...open)
      .when(press('SetNewDue', people.sechan, { clock: 'adjudicate', until: wednesday }, late))
      .leaves({ status: 'adjudication' });
    given(...toFixed)
      .when(press('SetNewDue', people.sechan, { until: wednesday }, friday))
      .refuses({ type: 'ClockNotRunning', clock: 'fix' });
    given(...toClosed)
      .when(press('SetNewDue', people.sechan, { until: wednesday }, friday))
      .refuses({ type: 'NotNow', command: 'SetNewDue', status: 'closed', by: refOf(people.garam), at: later(120) });
  });
});
