import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/domain/case/decide.ts';
import { refOf } from '../../../src/domain/people.ts';
import { aPlaybook, logistics, people } from '../../support/a-playbook.ts';
import { press } from '../../support/case-commands.ts';
import {
  filed,
  later,
  masked,
  obstacleAnswered,
  obstacleRaised,
  toClosed,
  toWorking,
} from '../../support/case-events.ts';
import { caseAfter, given } from '../../support/given.ts';

const blank = masked(' ');

describe('obstacles', () => {
  it('S4-07 anybody on the case may say what it is stuck on; the case moves nowhere', () => {
    given(...toWorking)
      .when(press('RaiseObstacle', people.hana, {}, later(25)))
      .then(obstacleRaised());
    for (const person of [people.duri, people.jiho, people.sechan, people.aram]) {
      given(...toWorking)
        .when(press('RaiseObstacle', person))
        .leaves({ status: 'working' });
    }
    given(...toWorking)
      .when(press('RaiseObstacle', people.hana, { text: blank }))
      .asksFor(['text', { type: 'required' }]);
  });

  it('the filer and the customer owner are on the case, each of them', () => {
    const byBada = [filed({ filer: people.bada }), ...toWorking.slice(1)];
    for (const person of [people.bada, people.duri]) {
      given(...byBada)
        .when(press('RaiseObstacle', person))
        .leaves({ status: 'working' });
    }
  });

  it('strangers to the case do not, and not after its end', () => {
    for (const person of [people.sora, people.yuna, people.gyuri]) {
      given(...toWorking)
        .when(press('RaiseObstacle', person))
        .refuses({ type: 'NotAllowed', needs: { type: 'involved' } });
    }
    given(...toClosed)
      .when(press('RaiseObstacle', people.hana))
      .refuses({ type: 'NotNow', command: 'RaiseObstacle', status: 'closed', by: refOf(people.garam), at: later(120) });
  });

  it('are numbered', () => {
    given(...toWorking, obstacleRaised())
      .when(press('RaiseObstacle', people.hana, {}, later(25)))
      .then(obstacleRaised(people.hana, 2));
  });

  it('S4-07 the department lead answers, or an executive', () => {
    given(...toWorking, obstacleRaised())
      .when(press('AnswerObstacle', people.sechan, {}, later(35)))
      .then(obstacleAnswered());
    given(...toWorking, obstacleRaised())
      .when(press('AnswerObstacle', people.dain, {}, later(35)))
      .then(obstacleAnswered(people.dain));
    for (const person of [people.hana, people.dongmin, people.duri]) {
      given(...toWorking, obstacleRaised())
        .when(press('AnswerObstacle', person))
        .refuses({ type: 'NotAllowed', needs: { type: 'lead', department: logistics } });
    }
    given(...toWorking, obstacleRaised())
      .when(press('AnswerObstacle', people.sechan, { text: blank }))
      .asksFor(['text', { type: 'required' }]);
  });

  it('while no department holds the case the VOC desk answers, or an executive', () => {
    const stuck = [filed(), obstacleRaised(people.duri)];
    given(...stuck)
      .when(press('AnswerObstacle', people.sechan))
      .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: ['vocDesk', 'executive'] } });
    given(...stuck)
      .when(press('AnswerObstacle', people.aram))
      .leaves({ status: 'new' });
    given(...stuck)
      .when(press('AnswerObstacle', people.dain))
      .leaves({ status: 'new' });
  });

  it('S4-07 where the lead is stuck an executive is asked, and nobody answers their own', () => {
    for (const [history, who] of [
      [toWorking, people.sechan],
      [[filed()], people.aram],
    ] as const) {
      const raised = decide(press('RaiseObstacle', who), caseAfter(...history), aPlaybook);
      const events = raised.ok ? raised.value : [];
      expect(events[0]).toMatchObject({ type: 'ObstacleRaised', data: { obstacle: { forExecutive: true } } });
      given(...history, ...events)
        .when(press('AnswerObstacle', who))
        .refuses({ type: 'OwnRequest' });
      given(...history, ...events)
        .when(press('AnswerObstacle', people.dain))
        .leaves({ status: caseAfter(...history).status });
    }
  });

  it('are answered once', () => {
    given(...toWorking, obstacleRaised(), obstacleAnswered())
      .when(press('AnswerObstacle', people.dain))
      .refuses({ type: 'ObstacleAnswered', by: refOf(people.sechan), at: later(35) });
    given(...toWorking, obstacleRaised())
      .when(press('AnswerObstacle', people.sechan, { number: 2 }))
      .refuses({ type: 'NoSuchObstacle' });
  });
});

describe('notes', () => {
  it('anybody adds what they know, also after the end', () => {
    for (const person of [people.duri, people.yuna, people.gyuri]) {
      given(...toClosed)
        .when(press('AddNote', person))
        .leaves({ status: 'closed', notes: 1 });
    }
    given(...toClosed)
      .when(press('AddNote', people.duri, { text: blank }))
      .asksFor(['text', { type: 'required' }]);
  });
});

describe('the words before masking', () => {
  it('are for the CS lead, the VOC desk and the privacy officer, with a reason that stays in the log', () => {
    for (const person of [people.mirae, people.aram, people.eunsol]) {
      given(...toWorking)
        .when(press('ViewOriginal', person))
        .then({ type: 'OriginalViewed', at: later(120), by: refOf(person), data: { reason: masked('연락처 확인') } });
    }
    given(...toWorking)
      .when(press('ViewOriginal', people.mirae, { reason: blank }))
      .asksFor(['reason', { type: 'required' }]);
  });

  it('are for nobody else: not the owner, not an executive, not the administrator', () => {
    for (const person of [people.hana, people.duri, people.dain, people.gyuri]) {
      given(...toWorking)
        .when(press('ViewOriginal', person))
        .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: ['csLead', 'vocDesk', 'privacyOfficer'] } });
    }
  });
});
