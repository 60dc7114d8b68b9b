import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FiledCase, hasEnded } from '../../../src/domain/case/case.ts';
import { decide } from '../../../src/domain/case/decide.ts';
import { evolve } from '../../../src/domain/case/evolve.ts';
import { owesHappyCall } from '../../../src/domain/case/happy-call.ts';
import { causationId } from '../../../src/domain/ids.ts';
import { type Instant, instant } from '../../../src/domain/instant.ts';
import { dueAt } from '../../../src/domain/sla/clock-times.ts';
import { type Due, nextDue } from '../../../src/domain/sla/next-due.ts';
import { runningClock } from '../../../src/domain/sla/sla-clock.ts';
import { aPlaybook } from '../../support/a-playbook.ts';
import { walks } from '../../support/walks.ts';

const numRuns = 150;
const downtime = fc.integer({ min: 0, max: 40 * 24 * 60 }).map((minutes) => minutes * 60_000);

function timer(expected: Due, c: FiledCase, at: Instant) {
  const meta = { actor: { type: 'system' }, at, causationId: causationId('timer') } as const;
  return decide({ type: 'RunTimer', data: { expected }, meta }, c, aPlaybook);
}

const fold = (c: FiledCase, events: readonly Parameters<typeof evolve>[1][]): FiledCase => {
  const after = events.reduce<ReturnType<typeof evolve>>(evolve, c);
  if (after.status === 'unfiled') throw new Error('a filed case stays filed');
  return after;
};

describe('laws of time', () => {
  it('a fired timer moves the next due moment later or clears it, however late it fires', () => {
    fc.assert(
      fc.property(walks, downtime, (steps, late) => {
        for (const { after } of steps) {
          if (after.status === 'unfiled') continue;
          const due = nextDue(after, aPlaybook);
          if (due === null) continue;
          const at = instant(due.at + late);
          const decided = timer(due, after, at);
          if (!decided.ok) throw new Error(decided.error.type);
          expect(decided.value.length).toBeGreaterThan(0);
          const next = nextDue(fold(after, decided.value), aPlaybook);
          if (next !== null) expect(next.at).toBeGreaterThan(at);
        }
      }),
      { numRuns },
    );
  });

  it('a timer that expects something else, or fires early, changes nothing', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        for (const { after } of steps) {
          if (after.status === 'unfiled') continue;
          const due = nextDue(after, aPlaybook);
          if (due === null) continue;
          const stale = { ok: false, error: { type: 'StaleTimer' } };
          expect(timer(due, after, instant(due.at - 1))).toEqual(stale);
          expect(timer({ ...due, at: instant(due.at - 60_000) }, after, due.at)).toEqual(stale);
          expect(timer({ ...due, kind: 'rung nobody' }, after, due.at)).toEqual(stale);
        }
      }),
      { numRuns },
    );
  });

  it('a handed-over case is due when it was: no transfer lengthens the time to the fix', () => {
    const handing = [
      'TransferOffered',
      'TransferAccepted',
      'TransferDeclined',
      'AdjudicationOpened',
      'CaseAdjudicated',
    ];
    fc.assert(
      fc.property(walks, (steps) => {
        for (const { before, after, events } of steps) {
          if (before.status === 'unfiled' || after.status === 'unfiled') continue;
          if (!events.some((event) => handing.includes(event.type))) continue;
          const [was, is] = [runningClock(before.sla, 'fix'), runningClock(after.sla, 'fix')];
          expect(is === null).toBe(was === null);
          if (was !== null && is !== null) expect(dueAt(is, aPlaybook)).toBe(dueAt(was, aPlaybook));
        }
      }),
      { numRuns },
    );
  });

  it('an ended case owes nobody anything but a call to its customer, and one that is timed and open always has a moment ahead or a ladder climbed', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        for (const { after } of steps) {
          if (after.status === 'unfiled') continue;
          if (hasEnded(after)) {
            const due = nextDue(after, aPlaybook);
            if (due !== null) expect([due.kind, owesHappyCall(after)]).toEqual(['rung happyCall', true]);
          } else if (after.sla.terms !== null && after.status !== 'replied') {
            const climbed = after.sla.clocks.some((clock) => clock.reached >= 100);
            expect(nextDue(after, aPlaybook) !== null || climbed).toBe(true);
          }
        }
      }),
      { numRuns },
    );
  });

  it('left alone for a year, a case is escalated to the top and then quiet; nothing is told twice', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const last = steps.at(-1)?.after;
        if (last === undefined || last.status === 'unfiled') return;
        let c: FiledCase = last;
        const told: string[] = [];
        for (let i = 0; i < 400; i += 1) {
          const due = nextDue(c, aPlaybook);
          if (due === null) break;
          const decided = timer(due, c, due.at);
          if (!decided.ok) throw new Error(decided.error.type);
          for (const event of decided.value) {
            if (event.type !== 'CaseNudged' && event.type !== 'CaseEscalated') continue;
            const { clock, of, rung } = event.data;
            told.push(
              `${clock}:${of}:${rung}:${c.sla.clocks.find((k) => k.name === clock && k.of === of && !k.ended)?.from}`,
            );
          }
          c = fold(c, decided.value);
        }
        const repeated = told.filter((t, i) => told.indexOf(t) !== i);
        expect(repeated).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
