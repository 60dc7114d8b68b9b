import { describe, expect, it } from 'vitest';
import { departmentCode } from '../../../src/domain/ids.ts';
import { days, minutes, plus } from '../../../src/domain/instant.ts';
import { refOf } from '../../../src/domain/people.ts';
import { dueAt } from '../../../src/domain/sla/clock-times.ts';
import { runningClock } from '../../../src/domain/sla/sla-clock.ts';
import { aPlaybook, people } from '../../support/a-playbook.ts';
import { press } from '../../support/case-commands.ts';
import {
  filed,
  filedAt,
  later,
  masked,
  statutoryAttached,
  statutoryDischarged,
  toClosed,
  toReplied,
  toWorking,
} from '../../support/case-events.ts';
import { caseAfter, given } from '../../support/given.ts';
import { timePasses } from '../../support/time-passes.ts';

const legal = departmentCode('legal');
const inLegal = { ...people.jiho, department: legal };
const withLegal = {
  ...aPlaybook,
  departments: [
    ...aPlaybook.departments,
    { ...aPlaybook.departments[0], code: legal } as (typeof aPlaybook.departments)[0],
  ],
};
const types = (history: Parameters<typeof timePasses>[1], at = plus(filedAt, days(30))) =>
  timePasses(at, history).map((event) => event.type);

describe('attaching a duty set by law', () => {
  it('starts its clock from when it became known, at any hour of any day', () => {
    given(...toWorking)
      .when(press('AttachStatutory', people.duri, {}, later(15)))
      .then(statutoryAttached());
    const clock = runningClock(caseAfter(...toWorking, statutoryAttached()).sla, 'statutory:privacy_leak');
    expect(clock && dueAt(clock, aPlaybook)).toBe(plus(filedAt, days(3)));
  });

  it('is for CS, the VOC desk, the privacy officer and legal', () => {
    for (const person of [people.duri, people.mirae, people.aram, people.eunsol]) {
      given(...toWorking)
        .when(press('AttachStatutory', person))
        .leaves({ status: 'working' });
    }
    given(...toWorking)
      .when(press('AttachStatutory', inLegal), withLegal)
      .leaves({ status: 'working' });
    for (const person of [people.hana, people.sechan, people.dain]) {
      given(...toWorking)
        .when(press('AttachStatutory', person))
        .refuses({
          type: 'NotAllowed',
          needs: { type: 'roles', roles: ['csAgent', 'csLead', 'privacyOfficer', 'vocDesk'] },
        });
    }
  });

  it('asks which and since when; not in the future, and not longer ago than a year', () => {
    given(...toWorking)
      .when(press('AttachStatutory', people.duri, { code: null, since: null }))
      .asksFor(['code', { type: 'required' }], ['since', { type: 'required' }]);
    given(...toWorking)
      .when(press('AttachStatutory', people.duri, { code: 'good_manners', since: later(121) }))
      .asksFor(['code', { type: 'unknown' }], ['since', { type: 'inTheFuture' }]);
    given(...toWorking)
      .when(press('AttachStatutory', people.duri, { since: plus(filedAt, days(-400)) }))
      .asksFor(['since', { type: 'unknown' }]);
  });

  it('the same duty does not run twice, another one may', () => {
    given(...toWorking, statutoryAttached())
      .when(press('AttachStatutory', people.duri))
      .refuses({ type: 'NothingChanged' });
    given(...toWorking, statutoryAttached())
      .when(press('AttachStatutory', people.duri, { code: 'ftc_many_petitions' }, later(15)))
      .then(statutoryAttached(people.duri, 'ftc_many_petitions'));
  });

  it('not after the end of the case', () => {
    given(...toClosed)
      .when(press('AttachStatutory', people.duri))
      .refuses({
        type: 'NotNow',
        command: 'AttachStatutory',
        status: 'closed',
        by: refOf(people.garam),
        at: later(120),
      });
  });
});

describe('a duty that runs', () => {
  it('keeps the case open until somebody says how it was met', () => {
    given(...toReplied, statutoryAttached())
      .when(press('CloseCase', people.garam))
      .refuses({ type: 'ClosingGatesOpen', gates: ['statutory'] });
    given(...toReplied, statutoryAttached(), statutoryDischarged())
      .when(press('CloseCase', people.garam))
      .leaves({ status: 'closed' });
  });

  it('time does not close the case over it', () => {
    expect(types(toReplied)).toContain('CaseClosed');
    expect(types([...toReplied, statutoryAttached()])).not.toContain('CaseClosed');
    expect(types([...toReplied, statutoryAttached(), statutoryDischarged()])).toContain('CaseClosed');
  });

  it('reminds on a Sunday night as well', () => {
    const sunday = plus(filedAt, days(-1));
    const [, ...rest] = toWorking;
    const attached = statutoryAttached();
    if (attached.type !== 'StatutoryAttached') throw new Error('not attached');
    const history = [filed(), ...rest, { ...attached, data: { ...attached.data, since: sunday } }];
    const half = plus(sunday, minutes(36 * 60));
    expect(timePasses(half, history)).toMatchObject([
      { type: 'CaseNudged', data: { clock: 'statutory', of: 'privacy_leak', rung: 50 } },
    ]);
  });
});

describe('meeting it', () => {
  it('is said by the CS lead, the privacy officer or legal, with what was done', () => {
    given(...toWorking, statutoryAttached())
      .when(press('DischargeStatutory', people.mirae, {}, later(100)))
      .then(statutoryDischarged());
    given(...toWorking, statutoryAttached())
      .when(press('DischargeStatutory', people.eunsol, {}, later(100)))
      .then(statutoryDischarged(people.eunsol));
    given(...toWorking, statutoryAttached())
      .when(press('DischargeStatutory', inLegal), withLegal)
      .leaves({ status: 'working' });
    for (const person of [people.duri, people.hana, people.aram]) {
      given(...toWorking, statutoryAttached())
        .when(press('DischargeStatutory', person))
        .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: ['csLead', 'privacyOfficer'] } });
    }
    given(...toWorking, statutoryAttached())
      .when(press('DischargeStatutory', people.mirae, { note: masked(' ') }))
      .asksFor(['note', { type: 'required' }]);
  });

  it('ends its reminders, and is done once', () => {
    const met = caseAfter(...toWorking, statutoryAttached(), statutoryDischarged());
    expect(met.sla.clocks.find((clock) => clock.name === 'statutory')?.ended).toEqual({ at: later(100), met: true });
    given(...toWorking, statutoryAttached(), statutoryDischarged())
      .when(press('DischargeStatutory', people.mirae))
      .refuses({ type: 'ClockNotRunning', clock: 'statutory:privacy_leak' });
  });
});
