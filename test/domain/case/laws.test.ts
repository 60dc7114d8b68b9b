import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountable, awaits } from '../../../src/domain/case/accountable.ts';
import {
  type Case,
  departmentHolding,
  type FiledCase,
  hasEnded,
  ownerOf,
  type Status,
  unfiled,
} from '../../../src/domain/case/case.ts';
import { decide } from '../../../src/domain/case/decide.ts';
import type { CaseEvent } from '../../../src/domain/case/events.ts';
import { evolve } from '../../../src/domain/case/evolve.ts';
import { owesHappyCall } from '../../../src/domain/case/happy-call.ts';
import { aPlaybook } from '../../support/a-playbook.ts';
import { replay } from '../../support/given.ts';
import { type Step, walks } from '../../support/walks.ts';

const numRuns = 150;
const filedStates = (steps: readonly Step[]): readonly FiledCase[] =>
  steps.flatMap(({ after }) => (after.status === 'unfiled' ? [] : [after]));
const eventsOf = (steps: readonly Step[]): readonly CaseEvent[] => steps.flatMap((step) => step.events);
const isCase = (c: Case): boolean => c === unfiled || ('filedAt' in c && typeof c.status === 'string');

describe('laws of a case', () => {
  it('whatever is pressed, an open case has exactly one accountable party, and an ended one has none: at most its customer is still called', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        for (const c of filedStates(steps)) {
          expect(accountable(c) === null).toBe(hasEnded(c));
          const called = owesHappyCall(c) ? [{ type: 'person', person: c.customerOwner }] : [];
          if (hasEnded(c)) expect(awaits(c)).toEqual(called);
          else expect(awaits(c).length).toBeGreaterThan(0);
        }
      }),
      { numRuns },
    );
  });

  it('replaying the log gives the case as it came about step by step, also after a trip through the store', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const events = eventsOf(steps);
        const last = steps.at(-1)?.after ?? unfiled;
        expect(replay(events)).toEqual(last);
        const stored: unknown = JSON.parse(JSON.stringify(last));
        expect(stored).toStrictEqual(last);
        expect(replay(JSON.parse(JSON.stringify(events)))).toStrictEqual(stored);
      }),
      { numRuns },
    );
  });

  it('every event of a decision fits the case it was decided on', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        for (const { before, events } of steps) {
          let c = before;
          for (const event of events) {
            const next = evolve(c, event);
            // Looking at the original changes nothing but the log.
            if (event.type !== 'OriginalViewed') expect(next).not.toBe(c);
            c = next;
          }
        }
      }),
      { numRuns },
    );
  });

  it('a refused command changes nothing, and is refused again in the same words', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        for (const { command, before, after, events, rejection } of steps) {
          expect(events.length === 0).toBe(rejection !== null);
          if (rejection === null) continue;
          expect(after).toBe(before);
          expect(decide(command, before, aPlaybook)).toEqual({ ok: false, error: rejection });
        }
      }),
      { numRuns },
    );
  });

  it('S0-12 handing over never passes the limit, never changes who talks to the customer and loses no words', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const states = filedStates(steps);
        const first = states[0];
        let binding = false;
        for (const c of states) {
          expect(c.hops).toBeLessThanOrEqual(aPlaybook.limits.hops);
          expect(c.customerOwner).toEqual(first?.customerOwner);
          expect(c.filer).toEqual(first?.filer);
          expect(c.voice).toEqual(first?.voice);
          expect(binding && !c.binding).toBe(false);
          binding = c.binding;
        }
        for (const { events, after } of steps) {
          const declined = events.some((event) => event.type === 'TransferDeclined');
          if (declined && after.status !== 'unfiled' && after.hops >= aPlaybook.limits.hops) {
            expect(after.status).toBe('adjudication');
          }
        }
      }),
      { numRuns },
    );
  });

  it('S0-22 a case never reaches its closing without a customer’s verdict, nor without a CS lead where it was not acceptance', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        for (const c of filedStates(steps)) {
          if (c.status !== 'closed') continue;
          expect(c.reply.verdict).not.toBe('dissatisfied');
          expect([c.owner.id, c.fix.by.id]).not.toContain(c.closedBy?.id);
          if (c.closedBy === null) expect(c.reply.verdict).toBe('accepted');
          else expect(['garam', 'mirae']).toContain(c.closedBy.id);
        }
      }),
      { numRuns },
    );
  });

  it('a department that has shown the case is remembered, and so is the one that holds it', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        for (const { before, after } of steps) {
          if (before.status === 'unfiled' || after.status === 'unfiled') continue;
          expect(after.seenBy.slice(0, before.seenBy.length)).toEqual(before.seenBy);
          expect(new Set(after.seenBy).size).toBe(after.seenBy.length);
          if ('department' in after && after.department !== null) expect(after.seenBy).toContain(after.department);
          if ('offer' in after && after.offer !== null) expect(after.seenBy).toContain(after.offer.to);
        }
      }),
      { numRuns },
    );
  });
});

describe('evolve', () => {
  it('is total: any events in any order leave a case, and what does not fit leaves it as it was', () => {
    const pool = fc.array(walks, { minLength: 2, maxLength: 4 }).map((all) => all.flatMap(eventsOf));
    const shuffled = pool.chain((events) => fc.shuffledSubarray(events, { minLength: 0 }));
    fc.assert(
      fc.property(shuffled, (events) => {
        let c: Case = unfiled;
        for (const event of events) {
          const next = evolve(c, event);
          expect(isCase(next)).toBe(true);
          if (c.status === 'unfiled' && event.type !== 'CaseFiled') expect(next).toBe(c);
          if (c.status !== 'unfiled' && event.type === 'CaseFiled') expect(next).toBe(c);
          if (next.status !== 'unfiled') expect(accountable(next) === null).toBe(hasEnded(next));
          c = next;
        }
      }),
      { numRuns },
    );
  });
});

it('an ended case keeps who owned it, whatever is told of it afterwards', () => {
  fc.assert(
    fc.property(walks, walks, (life, other) => {
      for (const ended of filedStates(life).filter(hasEnded)) {
        for (const event of eventsOf(other)) {
          const next = evolve(ended, event);
          if (next.status !== 'unfiled' && hasEnded(next)) expect(ownerOf(next)).toEqual(ownerOf(ended));
        }
      }
    }),
    { numRuns },
  );
});

it('the random lives are worth something: they reach every status', () => {
  const lives = fc.sample(walks, { numRuns: 500, seed: 20261123 });
  const shareReaching = (status: Status): number =>
    lives.filter((steps) => filedStates(steps).some((c) => c.status === status)).length / lives.length;
  expect(shareReaching('fixed')).toBeGreaterThan(0.3);
  expect(shareReaching('closed')).toBeGreaterThan(0.07);
  expect(shareReaching('adjudication')).toBeGreaterThan(0.1);
  const rarer: readonly Status[] = ['held', 'deciding', 'replied', 'refused', 'merged', 'withdrawn', 'void'];
  for (const status of rarer) expect(shareReaching(status), status).toBeGreaterThan(0.02);
});

it('whoever is accountable exists: somebody of the department that holds it, the customer owner, or a manned role', () => {
  const of = (id: string) => aPlaybook.people.find((p) => p.id === id);
  fc.assert(
    fc.property(walks, (steps) => {
      for (const c of filedStates(steps)) {
        const party = accountable(c);
        if (party?.type === 'department') expect(departmentHolding(c)).toBe(party.department);
        if (party?.type === 'role') expect(aPlaybook.people.some((p) => p.roles.includes(party.role))).toBe(true);
        if (party?.type !== 'person') continue;
        const holds = of(party.person.id)?.department === departmentHolding(c);
        expect(holds || party.person.id === c.customerOwner.id).toBe(true);
      }
    }),
    { numRuns },
  );
});
