import { describe, expect, it } from 'vitest';
import { departmentCode } from '../../../src/domain/ids.ts';
import { type Day, instant } from '../../../src/domain/instant.ts';
import { touchpoints, voiceKinds } from '../../../src/domain/intake/voice.ts';
import { refOf } from '../../../src/domain/people.ts';
import { aPlaybook, it as itDepartment, logistics, people, quality } from '../../support/a-playbook.ts';
import { press } from '../../support/case-commands.ts';
import { filed, filedAt, later, masked, routedTo, toClosed } from '../../support/case-events.ts';
import { caseAfter, given } from '../../support/given.ts';

describe('filing a case', () => {
  it('is one step, into the department the filer confirmed', () => {
    given()
      .when(press('FileCase', people.duri, {}, filedAt))
      .then(filed(), routedTo(logistics));
  });

  it('S3-12 a case nobody could place goes to the VOC desk and to no department', () => {
    given()
      .when(press('FileCase', people.duri, { department: null }, filedAt))
      .then(filed());
  });

  it('spam goes to the VOC desk even when a department was picked', () => {
    given()
      .when(press('FileCase', people.duri, { kind: 'void' }))
      .leaves({ status: 'new', seenBy: [] });
  });

  it('S0-20 S0-13 asks for five things at most, and for all of them at once', () => {
    const empty = { kind: null, channel: null, words: masked(' \n'), experience: masked(''), wants: [] };
    given()
      .when(press('FileCase', people.duri, { ...empty, touchpoint: null, department: null }))
      .asksFor(
        ['kind', { type: 'required' }],
        ['channel', { type: 'required' }],
        ['words', { type: 'required' }],
        ['experience', { type: 'required' }],
        ['wants', { type: 'required' }],
      );
  });

  it('the day on which it happened may be given: not one to come, and the day of filing goes without saying', () => {
    const on = (day: string) => press('FileCase', people.duri, { particulars: { experienced: day as Day } }, filedAt);
    const threeDaysBefore = instant(Date.UTC(2026, 10, 19, 15));
    given()
      .when(on('2026-11-20'))
      .then(filed({ voice: { experiencedAt: threeDaysBefore } }), routedTo(logistics));
    given().when(on('2026-11-23')).then(filed(), routedTo(logistics));
    given()
      .when(on('2026-11-24'))
      .asksFor(['experienced', { type: 'inTheFuture' }]);
    given()
      .when(on('2026-02-30'))
      .asksFor(['experienced', { type: 'unknown' }]);
  });

  it('takes no word the playbook does not know', () => {
    const nowhere = departmentCode('nowhere');
    given()
      .when(
        press('FileCase', people.duri, { channel: 'pigeon', wants: ['moon'], signals: ['Z9'], department: nowhere }),
      )
      .asksFor(
        ['channel', { type: 'unknown' }],
        ['wants', { type: 'unknown' }],
        ['signals', { type: 'unknown' }],
        ['department', { type: 'unknown' }],
      );
  });

  it('S2-10 every touchpoint and every kind can be chosen, and no other', () => {
    for (const touchpoint of touchpoints) {
      given()
        .when(press('FileCase', people.duri, { touchpoint }))
        .leaves({ status: 'routed' });
    }
    for (const kind of voiceKinds) {
      given()
        .when(press('FileCase', people.duri, { kind, department: null }))
        .leaves({ status: 'new' });
    }
    given()
      .when(press('FileCase', people.duri, { touchpoint: 'middle' as 'core' }))
      .asksFor(['touchpoint', { type: 'unknown' }]);
    given()
      .when(press('FileCase', people.duri, { kind: 'gossip' as 'voe' }))
      .asksFor(['kind', { type: 'unknown' }]);
  });

  it('S3-10 keeps slang, emoji and four thousand characters as they came', () => {
    const words = masked(`배송 실화냐 ㅋㅋ 😡 ${'길다 '.repeat(1400)}`);
    given()
      .when(press('FileCase', people.duri, { words }))
      .leaves({ voice: { ...caseAfter(filed()).voice, words } });
  });

  it('S0-23 explains its severity from the ticks, and says when a human must call', () => {
    given()
      .when(press('FileCase', people.duri, { signals: ['B1', 'C2', 'F1'] }))
      .leaves({
        assessment: expect.objectContaining({ score: 60, tier: 'S2', needsHuman: ['money', 'urgent', 'empathy'] }),
      });
  });

  it('nobody ticks what only the machine sets', () => {
    given()
      .when(press('FileCase', people.duri, { signals: ['I1'] }))
      .asksFor(['signals', { type: 'unknown' }]);
  });

  it('the CS person who filed talks to the customer', () => {
    given()
      .when(press('FileCase', people.sora))
      .leaves({ customerOwner: refOf(people.sora) });
    given()
      .when(press('FileCase', people.garam))
      .leaves({ customerOwner: refOf(people.garam) });
  });

  it('when somebody outside CS files, the first CS lead talks to the customer', () => {
    given()
      .when(press('FileCase', people.hana))
      .leaves({ filer: refOf(people.hana), customerOwner: refOf(people.mirae) });
  });

  it('without a CS lead an agent talks to the customer, and without CS the filer', () => {
    const agents = { ...aPlaybook, people: [people.hana, people.sora] };
    given()
      .when(press('FileCase', people.hana), agents)
      .leaves({ customerOwner: refOf(people.sora) });
    const nobody = { ...aPlaybook, people: [people.hana] };
    given()
      .when(press('FileCase', people.hana), nobody)
      .leaves({ customerOwner: refOf(people.hana) });
  });

  it('S3-01 a case remembers the version of the words it was filed under', () => {
    given().when(press('FileCase', people.duri)).leaves({ taxonomy: 'words-1' });
  });

  it('a case is filed once', () => {
    given(filed(), routedTo())
      .when(press('FileCase', people.duri))
      .refuses({ type: 'NotNow', command: 'FileCase', status: 'routed', by: null, at: null });
  });

  it('the clock files nothing', () => {
    given().when(press('FileCase', 'clock')).refuses({ type: 'NoSuchCase' });
    given(filed())
      .when(press('FileCase', 'clock'))
      .refuses({ type: 'NotAllowed', needs: { type: 'involved' } });
  });

  it('nothing can be done to a case that was never filed', () => {
    given().when(press('AcknowledgeCase', people.hana)).refuses({ type: 'NoSuchCase' });
    given().when(press('ResumeCase', 'clock')).refuses({ type: 'NoSuchCase' });
  });
});

describe('routing', () => {
  it('S0-09 the VOC desk names exactly one department', () => {
    given(filed())
      .when(press('RouteCase', people.aram, { department: itDepartment }, later(15)))
      .then(routedTo(itDepartment, people.aram, later(15)));
  });

  it('S0-09 nobody else routes', () => {
    for (const person of [people.duri, people.mirae, people.sechan, people.dain, people.gyuri]) {
      given(filed())
        .when(press('RouteCase', person))
        .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: ['vocDesk'] } });
    }
  });

  it('needs a department that exists', () => {
    given(filed())
      .when(press('RouteCase', people.aram, { department: null }))
      .asksFor(['department', { type: 'required' }]);
    given(filed())
      .when(press('RouteCase', people.aram, { department: departmentCode('nowhere') }))
      .asksFor(['department', { type: 'unknown' }]);
  });

  it('a closed case is not routed again: the answer says who closed it, and when', () => {
    given(...toClosed)
      .when(press('RouteCase', people.aram, { department: quality }))
      .refuses({ type: 'NotNow', command: 'RouteCase', status: 'closed', by: refOf(people.garam), at: later(120) });
  });
});
