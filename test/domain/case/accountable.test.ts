import { describe, expect, it } from 'vitest';
import { accountable, awaits } from '../../../src/domain/case/accountable.ts';
import { decide } from '../../../src/domain/case/decide.ts';
import { customerKey, type DepartmentCode } from '../../../src/domain/ids.ts';
import type { Party, Role } from '../../../src/domain/people.ts';
import { refOf } from '../../../src/domain/people.ts';
import { aPlaybook, logistics, people, product, quality } from '../../support/a-playbook.ts';
import { press } from '../../support/case-commands.ts';
import {
  adjudicationOpened,
  countersigned,
  decisionRequested,
  filed,
  held,
  obstacleAnswered,
  obstacleRaised,
  offered,
  refusedBy,
  routedTo,
  toAcknowledged,
  toClosed,
  toFixed,
  toReplied,
  toRouted,
  toWorking,
  voidProposed,
} from '../../support/case-events.ts';
import { caseAfter } from '../../support/given.ts';

const role = (of: Role, department: DepartmentCode | null = null): Party => ({ type: 'role', role: of, department });
const hana: Party = { type: 'person', person: refOf(people.hana) };

describe('who is accountable', () => {
  it('is the VOC desk while no department is', () => {
    expect(accountable(caseAfter(filed()))).toEqual(role('vocDesk'));
    const disputed = caseAfter(...toAcknowledged, adjudicationOpened(logistics, [quality, product], people.hana));
    expect(accountable(disputed)).toEqual(role('vocDesk'));
  });

  it('is the department until somebody in it says "we have it", and then that person', () => {
    expect(accountable(caseAfter(...toRouted))).toEqual({ type: 'department', department: logistics });
    for (const history of [
      toAcknowledged,
      toWorking,
      [...toWorking, held()],
      [...toWorking, decisionRequested()],
      [...toWorking, offered()],
    ]) {
      expect(accountable(caseAfter(...history))).toEqual(hana);
    }
  });

  it('S3-08 is the customer owner until the customer has been told, and then the CS lead', () => {
    expect(accountable(caseAfter(...toFixed))).toEqual({ type: 'person', person: refOf(people.duri) });
    expect(accountable(caseAfter(...toReplied))).toEqual(role('csLead'));
  });

  it('is the VOC desk until a refusal is countersigned', () => {
    expect(accountable(caseAfter(...toWorking, refusedBy()))).toEqual(role('vocDesk'));
    expect(accountable(caseAfter(...toWorking, refusedBy(), countersigned()))).toBeNull();
  });

  it('is nobody once the case is closed', () => {
    expect(accountable(caseAfter(...toClosed))).toBeNull();
    expect(awaits(caseAfter(...toClosed))).toEqual([]);
  });
});

describe('whose next step it is', () => {
  it('an offer waits for the other department as well', () => {
    expect(awaits(caseAfter(...toWorking, offered()))).toEqual([hana, { type: 'department', department: quality }]);
  });

  it('S4-06 a question to the executives waits for them', () => {
    expect(awaits(caseAfter(...toWorking, decisionRequested()))).toEqual([role('executive')]);
  });

  it('a case proposed for voiding waits for a second person: the VOC desk or a CS lead', () => {
    const proposed = caseAfter(filed({ customer: customerKey('anna') }), voidProposed());
    expect(awaits(proposed)).toEqual([role('vocDesk'), role('csLead')]);
  });

  it('S4-07 an obstacle waits for the lead of the department as well, until it is answered', () => {
    const stuck = [...toWorking, obstacleRaised(), obstacleRaised(people.jiho, 2)];
    expect(awaits(caseAfter(...stuck))).toEqual([hana, role('deptLead', logistics)]);
    expect(awaits(caseAfter(...toWorking, obstacleRaised(), obstacleAnswered()))).toEqual([hana]);
  });

  it('S4-07 an obstacle waits for the VOC desk while no department holds the case, and moves with the case', () => {
    const stuck = [filed(), obstacleRaised(people.duri)];
    expect(awaits(caseAfter(...stuck))).toEqual([role('vocDesk')]);
    const routed = { type: 'department', department: logistics };
    expect(awaits(caseAfter(...stuck, routedTo()))).toEqual([routed, role('deptLead', logistics)]);
  });

  it('S4-07 what blocks a lead waits for the executives', () => {
    const raised = decide(press('RaiseObstacle', people.sechan), caseAfter(...toWorking), aPlaybook);
    expect(awaits(caseAfter(...toWorking, ...(raised.ok ? raised.value : [])))).toEqual([hana, role('executive')]);
  });

  it('an obstacle nobody answered waits for nobody once the case has ended', () => {
    expect(awaits(caseAfter(...toClosed, obstacleRaised()))).toEqual([]);
  });
});
