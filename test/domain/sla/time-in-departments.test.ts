import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasEnded } from '../../../src/domain/case/case.ts';
import { instant, minutes } from '../../../src/domain/instant.ts';
import { fixCalendar, timeInDepartments } from '../../../src/domain/sla/time-in-departments.ts';
import { workingTime } from '../../../src/domain/sla/working-hours.ts';
import { aPlaybook, logistics, people, quality } from '../../support/a-playbook.ts';
import {
  accepted,
  acknowledged,
  adjudicated,
  adjudicationOpened,
  filed,
  later,
  offered,
  routedTo,
  toClosed,
} from '../../support/case-events.ts';
import { caseAfter } from '../../support/given.ts';
import { walks } from '../../support/walks.ts';

const numRuns = 150;

describe('where the time went', () => {
  it('is business time of each department that had the case, in the order in which they had it', () => {
    const c = caseAfter(
      filed(),
      routedTo(logistics),
      acknowledged(people.hana, logistics, later(10)),
      offered(quality, people.hana, logistics, 1, later(30)),
      accepted(people.yuna, quality, logistics, later(60)),
    );
    // 10:00 to 11:00, then to 14:00 without the hour for lunch.
    expect(timeInDepartments(c, later(240), aPlaybook)).toEqual([
      { department: logistics, time: minutes(60) },
      { department: quality, time: minutes(120) },
    ]);
  });

  it('counts the time with the VOC desk as its own, and a department that has it twice once', () => {
    const c = caseAfter(
      filed(),
      routedTo(logistics),
      adjudicationOpened(logistics, [quality], people.yuna, later(60)),
      adjudicated(logistics, people.aram, later(90)),
    );
    expect(timeInDepartments(c, later(120), aPlaybook)).toEqual([
      { department: logistics, time: minutes(90) },
      { department: null, time: minutes(30) },
    ]);
  });

  it('stops when the case has ended', () => {
    const c = caseAfter(...toClosed);
    expect(timeInDepartments(c, later(100_000), aPlaybook)).toEqual(timeInDepartments(c, later(120), aPlaybook));
  });

  it('together is the business time from filing to now, or to the end', () => {
    const wait = fc.integer({ min: 0, max: 60 * 24 * 60 });
    fc.assert(
      fc.property(walks, wait, (steps, n) => {
        const ended = steps.findIndex(({ after }) => after.status !== 'unfiled' && hasEnded(after));
        for (const [i, { after, command }] of steps.entries()) {
          if (after.status === 'unfiled') continue;
          const at = instant(command.meta.at + n * 60_000);
          const parts = timeInDepartments(after, at, aPlaybook);
          const sum = parts.reduce((all, { time }) => all + time, 0);
          for (const { time } of parts) expect(time).toBeGreaterThanOrEqual(0);
          if (hasEnded(after)) {
            expect(sum).toBeLessThanOrEqual(workingTime(after.filedAt, at, fixCalendar(after, aPlaybook)));
            if (i !== ended) continue;
          }
          const end = hasEnded(after) ? command.meta.at : at;
          expect(sum).toBe(workingTime(after.filedAt, end, fixCalendar(after, aPlaybook)));
        }
      }),
      { numRuns },
    );
  });
});
