import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../src/domain/case/events.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { assess } from '../../../src/domain/intake/triage.ts';
import { effortOf } from '../../../src/domain/learning/effort.ts';
import { type Struggles, struggles } from '../../../src/domain/learning/struggles.ts';
import { refOf } from '../../../src/domain/people.ts';
import { aPlaybook, people } from '../../support/a-playbook.ts';
import { press } from '../../support/case-commands.ts';
import {
  acknowledged,
  contacted,
  filed,
  fixed,
  later,
  replied,
  routedTo,
  started,
  toRouted,
  toWorking,
} from '../../support/case-events.ts';
import { caseAfter, given } from '../../support/given.ts';

const pointsOf = (at: Instant, ...history: readonly CaseEvent[]): number =>
  effortOf(caseAfter(...history), at, aPlaybook).points;

/** Filed with these signals and these struggles told. */
const filedWith = (signals: readonly string[], told: Struggles = {}): CaseEvent => {
  const event = filed({ assessment: assess('complaint', signals, aPlaybook.severity) });
  return { ...event, data: { ...event.data, struggles: told } } as CaseEvent;
};
const toldOf = (event: CaseEvent, told: Struggles): CaseEvent =>
  ({ ...event, data: { ...event.data, struggles: told } }) as CaseEvent;
/** Acknowledged with a call promised so many minutes after filing. */
const calling = (minute: number, at = later(10)): CaseEvent => {
  const event = acknowledged(people.hana, undefined, at);
  if (event.type !== 'CaseAcknowledged') throw new Error('not acknowledged');
  return { ...event, data: { ...event.data, callback: { caller: refOf(people.duri), at: later(minute) } } };
};

describe('customer effort', () => {
  it('S0-08 three contacts, a hand-over that was noticed and explaining it again are 5 points', () => {
    const history = [filedWith(['F2'], { contact: 2, handover: 1, explained: 1 }), routedTo()];
    const effort = effortOf(caseAfter(...history), later(5), aPlaybook);
    expect(effort.points).toBe(5);
    expect(effort.parts).toEqual([
      { of: 'contact', times: 2, points: 2 },
      { of: 'handover', times: 1, points: 1 },
      { of: 'explained', times: 1, points: 2 },
    ]);
  });

  it('S0-08 a second contact in which it was explained again is 3 points, a six-week saga stops at 10', () => {
    expect(pointsOf(later(5), filedWith(['F1'], { contact: 1, explained: 1 }))).toBe(3);
    const saga = { contact: 5, channel: 1, handover: 3, explained: 3, broken: 3 };
    expect(pointsOf(later(5), filedWith(['F2'], saga))).toBe(10);
  });

  it('S1-07 explaining it again at any later contact adds two', () => {
    const before = pointsOf(later(90), ...toWorking);
    expect(pointsOf(later(90), ...toWorking, toldOf(contacted(), { explained: 1 }))).toBe(before + 2);
    given(...toWorking)
      .when(press('ContactCustomer', people.duri, { struggled: ['explained'] }, later(80)))
      .then(toldOf(contacted(), { explained: 1 }));
    expect(pointsOf(later(90), ...toWorking, fixed(), toldOf(replied(), { explained: 1 }))).toBe(before + 2);
  });

  it('S4-15 waiting longer than ten minutes is one point; ten minutes are none', () => {
    const effortFiled = (waited: number | null) => {
      const { when } = given();
      let points = -1;
      const decided = when(press('FileCase', people.duri, { waited }, later(0)));
      decided.leaves({});
      const event = filed();
      const told: Struggles = waited !== null && waited > 10 ? { waited: 1 } : {};
      points = pointsOf(later(1), toldOf(event, told));
      decided.leaves(waited !== null && waited > 10 ? { struggles: { waited: 1 } } : {});
      return points;
    };
    expect([effortFiled(12), effortFiled(10), effortFiled(null)]).toEqual([1, 0, 0]);
  });

  it('a signal that says "third contact" stands for two contacts before this one, whether ticked at once or later', () => {
    given()
      .when(press('FileCase', people.duri, { signals: ['F2'] }, later(0)))
      .leaves({ struggles: { contact: 2 } });
    expect(pointsOf(later(5), filedWith(['F2']))).toBe(2);
    expect(pointsOf(later(90), filedWith(['F1'], { contact: 1 }), routedTo())).toBe(1);
  });

  it('a call promised and made is no broken promise; one that is missed is one, whoever notices', () => {
    const promised = [filed(), routedTo(), calling(60)];
    expect(pointsOf(later(60), ...promised)).toBe(0);
    expect(pointsOf(later(70), ...promised)).toBe(0);
    expect(pointsOf(later(71), ...promised)).toBe(1);
    expect(pointsOf(later(500), ...promised, contacted(people.duri, later(59)))).toBe(0);
    expect(pointsOf(later(500), ...promised, contacted(people.duri, later(200)))).toBe(1);
  });

  it('a day that passed before it was fixed is a broken promise; a new day named in time is none', () => {
    const promised = [...toRouted, acknowledged(), started()];
    expect(pointsOf(later(599), ...promised)).toBe(0);
    expect(pointsOf(later(601), ...promised)).toBe(1);
    expect(pointsOf(later(900), ...promised, fixed(people.hana, {}, later(500)))).toBe(0);
    expect(pointsOf(later(900), ...promised, fixed(people.hana, {}, later(700)))).toBe(1);
  });

  it('is never below nothing nor above the cap, grows with what is told, and is the sum of its parts below it', () => {
    const told = fc.record(Object.fromEntries(struggles.map((of) => [of, fc.nat(6)])));
    fc.assert(
      fc.property(told, fc.constantFrom(...struggles), (some, more) => {
        const effort = effortOf(caseAfter(filedWith([], some)), later(1), aPlaybook);
        expect(effort.points).toBe(Math.min(10, effort.sum));
        expect(effort.sum).toBe(effort.parts.reduce((total, part) => total + part.points, 0));
        const again = { ...some, [more]: (some[more] ?? 0) + 1 };
        expect(pointsOf(later(1), filedWith([], again))).toBeGreaterThanOrEqual(effort.points);
      }),
    );
  });
});
