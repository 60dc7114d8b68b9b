import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/instant.ts';
import type { Playbook } from '../../../src/domain/playbook.ts';
import { aPlaybook, logistics, people, quality } from '../../support/a-playbook.ts';
import { masked } from '../../support/case-events.ts';
import { rung, slaRules } from '../../support/sla-rules.ts';
import { kst, throughTime } from '../../support/through-time.ts';

const reason = masked('사정이 바뀜');

/** An S4 of logistics, filed on Monday 2026-11-23 at 10:00. */
function aCase(playbook: Playbook = aPlaybook) {
  const life = throughTime(playbook);
  life.press('2026-11-23 10:00', 'FileCase', people.duri);
  return life;
}
function inWork(playbook: Playbook = aPlaybook) {
  const life = aCase(playbook);
  life.press('2026-11-23 10:10', 'AcknowledgeCase', people.hana);
  life.press('2026-11-23 10:20', 'StartWork', people.hana, { eta: kst('2026-11-25 18:00') });
  return life;
}
const reassessed = (life: ReturnType<typeof aCase>, at: string, signals: readonly string[]): void =>
  life.press(at, 'ReassessSeverity', people.garam, { signals, reason });
const offered = (life: ReturnType<typeof aCase>, at: string): void =>
  life.press(at, 'OfferTransfer', people.hana, { department: quality });

describe('promises', () => {
  it('a fix takes back the offer, and nobody is asked any more to take the case', () => {
    const life = inWork();
    offered(life, '2026-11-23 10:30');
    life.press('2026-11-23 11:00', 'FixCase', people.hana);
    expect(life.running()).toEqual(['contact', 'reply']);
  });

  it('a department that was offered a case has the time of its new severity', () => {
    const life = aCase();
    life.press('2026-11-23 10:10', 'AcknowledgeCase', people.hana);
    offered(life, '2026-11-23 10:30');
    reassessed(life, '2026-11-23 10:35', ['C2', 'B2', 'F2']);
    life.runsUntil('2026-11-23 11:00');
    expect(life.told('accept')).toEqual(['50 % 2026-11-23 10:45', '100 % 2026-11-23 11:00']);
  });

  it('what a lower severity took back is promised again by a higher one', () => {
    const life = throughTime();
    life.press('2026-11-23 10:00', 'FileCase', people.duri, { signals: ['B2', 'F2'], department: logistics });
    reassessed(life, '2026-11-23 10:10', []);
    expect(life.running()).not.toContain('containment');
    reassessed(life, '2026-11-23 10:20', ['B2', 'F2']);
    expect(life.running()).toContain('containment');
    life.runsUntil('2026-11-24 18:00');
    expect(life.due('containment')).toEqual(['2026-11-24 18:00']);
  });

  it('what was kept is not promised again', () => {
    const life = inWork();
    reassessed(life, '2026-11-23 10:30', ['D2']);
    life.press('2026-11-23 10:40', 'ContainCase', people.hana);
    reassessed(life, '2026-11-23 10:50', []);
    reassessed(life, '2026-11-23 11:00', ['D2']);
    expect(life.running()).not.toContain('containment');
  });

  it.each([
    [
      'raises an obstacle',
      (life: ReturnType<typeof aCase>) => life.press('2026-11-24 17:00', 'RaiseObstacle', people.hana),
    ],
    ['offers the case to another department', (life: ReturnType<typeof aCase>) => offered(life, '2026-11-24 17:00')],
  ])('an owner who %s is not silent', (_, act) => {
    const life = inWork();
    act(life);
    life.runsUntil('2026-11-27 17:59');
    expect(life.told('silence')).toEqual([]);
    life.runsUntil('2026-11-27 18:00');
    expect(life.told('silence')).toEqual(['100 % 2026-11-27 18:00']);
  });
});

describe('a silence', () => {
  const awaiting = { reason: 'customer', until: day('2026-12-09'), nextUpdate: day('2026-12-08') };

  it('of a clock that stands still ends no earlier than it was asked for', () => {
    const life = inWork();
    life.runsUntil('2026-12-03 15:00');
    life.press('2026-12-03 15:00', 'SnoozeNudges', people.hana, { clock: 'fix', until: 'tomorrow' });
    // 80 % are reached at 16:36.
    life.press('2026-12-03 17:50', 'HoldCase', people.hana, awaiting);
    life.runsUntil('2026-12-04 09:30');
    expect(life.told('fix')).toEqual(['50 % 2026-11-30 14:30', '80 % 2026-12-04 09:30']);
  });

  it('says nothing again while the customer is awaited', () => {
    const life = inWork();
    life.runsUntil('2026-11-30 15:00');
    life.press('2026-11-30 15:00', 'SnoozeNudges', people.hana, { clock: 'fix', until: 'hour' });
    life.press('2026-11-30 15:10', 'HoldCase', people.hana, awaiting);
    life.runsUntil('2026-12-08 23:00');
    expect(life.told('fix')).toEqual(['50 % 2026-11-30 14:30']);
    life.runsUntil('2026-12-09 09:00');
    expect(life.told('fix')).toEqual(['50 % 2026-11-30 14:30', '50 % 2026-12-09 09:00']);
  });

  it('that a higher severity finds past the due moment lasts where no rung stands there', () => {
    // The ladder of the interim news has rungs at 80 and 150 %.
    const life = inWork();
    life.press('2026-11-23 11:00', 'ContactCustomer', people.duri, { contactedAt: kst('2026-11-23 11:00') });
    life.runsUntil('2026-11-27 17:00');
    life.press('2026-11-27 17:00', 'SnoozeNudges', people.duri, { clock: 'interim', until: 'tomorrow' });
    reassessed(life, '2026-11-27 17:10', ['B1']);
    life.runsUntil('2026-11-30 18:00');
    expect(life.told('interim')).toEqual(['80 % 2026-11-27 16:48', '80 % 2026-11-30 09:30', '150 % 2026-11-30 17:00']);
  });
});

describe('a case that closes by itself', () => {
  const ladders = { ...slaRules.ladders, close: [rung(50, 'owner'), rung(200, 'lead')] };
  const halfway: Playbook = { ...aPlaybook, sla: { ...slaRules, ladders } };
  const replied = (playbook: Playbook) => {
    const life = inWork(playbook);
    life.press('2026-11-23 11:00', 'FixCase', people.hana);
    return life;
  };

  it('does so when its time is over, whatever rungs the company gave it, and reminds nobody', () => {
    const life = replied(halfway);
    life.press('2026-11-23 14:00', 'ReplyToCustomer', people.duri, { toldAt: kst('2026-11-23 14:00') });
    life.runsUntil('2026-11-26 17:59');
    expect(life.now().status).toBe('replied');
    life.runsUntil('2026-11-26 18:00');
    expect(life.now().status).toBe('closed');
    expect(life.told('close')).toEqual([]);
  });

  it('does so at once when the last obstacle is answered after that time', () => {
    const life = inWork();
    life.press('2026-11-23 10:30', 'RaiseObstacle', people.hana);
    life.press('2026-11-23 11:00', 'FixCase', people.hana);
    life.press('2026-11-23 14:00', 'ReplyToCustomer', people.duri, { toldAt: kst('2026-11-23 14:00') });
    life.runsUntil('2026-11-26 18:00');
    expect(life.told('close')).toEqual(['100 % 2026-11-26 18:00']);
    life.press('2026-11-27 10:00', 'AnswerObstacle', people.sechan);
    life.looksAt('2026-11-27 10:00');
    expect(life.now().status).toBe('closed');
  });
});

describe('after a downtime', () => {
  it('a clock that stands still names the earliest moment at which it can be due, not that of its rung', () => {
    const life = inWork();
    life.press('2026-12-03 17:50', 'HoldCase', people.hana, {
      reason: 'customer',
      until: day('2026-12-09'),
      nextUpdate: day('2026-12-08'),
    });
    life.looksAt('2026-12-04 09:00');
    expect(life.told('fix')).toEqual(['80 % 2026-12-04 09:00']);
    // Ten minutes of Thursday had not been counted.
    expect(life.due('fix')).toEqual(['2026-12-08 09:10']);
  });
});
