import { describe, expect, it } from 'vitest';
import { awaits } from '../../../src/domain/case/accountable.ts';
import type { CaseEvent } from '../../../src/domain/case/events.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { refOf } from '../../../src/domain/people.ts';
import { react } from '../../../src/domain/react.ts';
import { nextDue } from '../../../src/domain/sla/next-due.ts';
import { aPlaybook, people } from '../../support/a-playbook.ts';
import { press } from '../../support/case-commands.ts';
import { filed, later, routedTo, toClosed, toWorking } from '../../support/case-events.ts';
import { caseAfter, given } from '../../support/given.ts';

const asked = (at: Instant, by = people.duri): CaseEvent => ({
  type: 'ProtectionAsked',
  at,
  by: refOf(by),
  data: {
    request: { number: 1, by: refOf(by), at, answer: null },
    target: { unit: 'wall', minutes: 5 },
  },
});
/** Saturday night. */
const night = later(60 * 24 * 5 + 60 * 12);

describe('a request for protection', () => {
  it('S4-10 takes one press and no reason, by anybody on the case, in any status', () => {
    given(...toWorking)
      .when(press('AskProtection', people.duri, {}, night))
      .then(asked(night));
    given(...toWorking)
      .when(press('AskProtection', people.hana, {}, night))
      .then(asked(night, people.hana));
    given(...toClosed)
      .when(press('AskProtection', people.sora, {}, night))
      .then(asked(night, people.sora));
    given(...toWorking)
      .when(press('AskProtection', people.yuna))
      .refuses({ type: 'NotAllowed', needs: { type: 'involved' } });
  });

  it('S4-10 reaches the CS leads in private at once, and stands in no thread and on no card', () => {
    const event = asked(night);
    expect(react(event, caseAfter(...toWorking, event))).toEqual([
      { type: 'word', audience: { to: 'role', role: 'csLead', department: null }, event },
    ]);
    expect(awaits(caseAfter(...toWorking, event))).toContainEqual({ type: 'role', role: 'csLead', department: null });
  });

  it('unanswered, it goes on to the VOC desk within minutes, by night too, and then to an executive', () => {
    const first = caseAfter(filed(), routedTo(), asked(night));
    const only = { ...first, sla: { ...first.sla, clocks: first.sla.clocks.filter((c) => c.name === 'protection') } };
    const at = (night + 5 * 60_000) as Instant;
    expect(nextDue(only, aPlaybook)).toEqual({ kind: 'rung protection:1', at });
    const rung: CaseEvent = {
      type: 'CaseEscalated',
      at,
      by: null,
      data: { clock: 'protection', of: '1', rung: 100, dueAt: at, to: ['owner', 'lead'], skipped: [] },
    };
    const told = react(rung, only).flatMap((n) => (n.type === 'nudge' ? [[n.audience, n.nudge.urgent]] : []));
    expect(told).toEqual([
      [{ to: 'role', role: 'csLead', department: null }, true],
      [{ to: 'role', role: 'vocDesk', department: null }, true],
    ]);
    expect(react(rung, only).some(({ type }) => type === 'story')).toBe(false);
  });

  it('runs its minutes on a case that is not timed, and on one older than the rule', () => {
    const praise = filed({ voice: { kind: 'praise' } });
    const untimed = { ...praise, data: { ...praise.data, terms: null } } as CaseEvent;
    expect(nextDue(caseAfter(untimed, routedTo(), asked(night)), aPlaybook)?.kind).toBe('rung protection:1');
  });

  it('a CS lead or the VOC desk takes over, once, and the asker hears it', () => {
    const answered: CaseEvent = {
      type: 'ProtectionAnswered',
      at: later(130),
      by: refOf(people.garam),
      data: { number: 1 },
    };
    given(...toWorking, asked(later(120)))
      .when(press('AnswerProtection', people.garam, {}, later(130)))
      .then(answered);
    const after = caseAfter(...toWorking, asked(later(120)), answered);
    expect(after.sla.clocks.some((c) => c.name === 'protection' && c.ended === undefined)).toBe(false);
    expect(react(answered, after)).toEqual([
      { type: 'word', audience: { to: 'person', person: people.duri.id }, event: answered },
    ]);
    given(...toWorking, asked(later(120)), answered)
      .when(press('AnswerProtection', people.aram))
      .refuses({ type: 'ProtectionAnswered', by: refOf(people.garam), at: later(130) });
    given(...toWorking, asked(later(120)))
      .when(press('AnswerProtection', people.hana))
      .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: ['csLead', 'vocDesk'] } });
    given(...toWorking, asked(later(120), people.garam))
      .when(press('AnswerProtection', people.garam))
      .refuses({ type: 'OwnRequest' });
  });

  it('a second press says that they may stop, and since when it is known', () => {
    given(...toWorking, asked(later(120)))
      .when(press('AskProtection', people.duri, {}, later(121)))
      .refuses({ type: 'ProtectionStands', at: later(120) });
  });
});
