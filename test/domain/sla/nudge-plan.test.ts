import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Instant, instant } from '../../../src/domain/instant.ts';
import { leavesAt, leavesToReach, nextBundle, planNudges, type Waiting } from '../../../src/domain/sla/nudge-plan.ts';
import { isWorked } from '../../../src/domain/sla/working-hours.ts';
import { dayIn } from '../../../src/domain/zone.ts';
import { aPlaybook, hq } from '../../support/a-playbook.ts';

const { sla } = aPlaybook;
const staff = { hours: hq, isExecutive: false };
const kst = (text: string): Instant => instant(Date.parse(`${text}:00+09:00`));
const nudge = { clock: 'fix', rung: 80, urgent: false, safety: false } as const;
const waiting = (id: number, owedAt: Instant, leaves: Instant = owedAt): Waiting<number> => ({
  id,
  nudge,
  owedAt,
  leavesAt: leaves,
});

describe('reminders of one person', () => {
  const ten = kst('2026-11-23T10:00');

  it('leave alone while the day has room for them', () => {
    expect(planNudges([waiting(1, ten)], ten, staff, 2, sla)).toEqual({
      urgent: [],
      together: { ids: [1], counts: true },
      wait: null,
    });
  });

  it('wait for the next bundle once three have come', () => {
    expect(planNudges([waiting(1, ten)], ten, staff, 3, sla)).toEqual({
      urgent: [],
      together: null,
      wait: { ids: [1], until: kst('2026-11-23T14:00') },
    });
    const late = kst('2026-11-23T17:00');
    expect(planNudges([waiting(1, late)], late, staff, 3, sla).wait?.until).toBe(kst('2026-11-24T09:05'));
  });

  it('that waited for the morning or a bundle leave together and count for nothing', () => {
    const morning = kst('2026-11-24T09:05');
    const night = kst('2026-11-23T18:00');
    const due = [waiting(1, night, morning), waiting(2, night, morning), waiting(3, morning)];
    expect(planNudges(due, morning, staff, 3, sla).together).toEqual({ ids: [1, 2, 3], counts: false });
  });

  it('found at night wait for the morning, but for an S1', () => {
    const night = kst('2026-11-23T22:00');
    const s1 = { ...waiting(2, night), nudge: { ...nudge, urgent: true } };
    expect(planNudges([waiting(1, night), s1], night, staff, 0, sla)).toEqual({
      urgent: [2],
      together: null,
      wait: { ids: [1], until: kst('2026-11-24T09:05') },
    });
  });

  it('the next bundle never falls on a day off or into the lunch break', () => {
    expect(nextBundle(kst('2026-12-24T16:30'), hq, sla)).toBe(kst('2026-12-28T09:05'));
    const lunching = { ...sla, nudges: { ...sla.nudges, bundles: [12 * 60 + 30, 14 * 60] } };
    expect(nextBundle(kst('2026-11-23T10:00'), hq, lunching)).toBe(kst('2026-11-23T14:00'));
  });

  it('of a night shift wait for the next night, not for midnight', () => {
    const night = [{ from: 22 * 60, to: 30 * 60 }];
    const hours = { zone: 'Asia/Seoul', week: [[], night, night, night, night, night, []], days: new Map() };
    expect(nextBundle(kst('2026-11-23T22:30'), hours, sla)).toBe(kst('2026-11-24T22:05'));
    expect(nextBundle(kst('2026-11-24T02:00'), hours, sla)).toBe(kst('2026-11-24T22:05'));
    expect(nextBundle(kst('2026-11-28T02:00'), hours, sla)).toBe(kst('2026-11-30T22:05'));
  });

  it('whatever comes in a day, at most three singles leave, all in working hours, and nothing is lost', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 4 * 1440 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(minutes, (offsets) => {
        const start = kst('2026-11-23T00:00');
        let list = offsets
          .sort((a, b) => a - b)
          .map((offset, id) => {
            const owedAt = instant(start + offset * 60_000);
            return waiting(id, owedAt, leavesAt(nudge, owedAt, staff, sla));
          });
        const singles = new Map<string, number>();
        const left = new Set<number>();
        for (let minute = 0; minute < 12 * 1440 && list.length > 0; minute += 1) {
          const at = instant(start + minute * 60_000);
          const due = list.filter((w) => w.leavesAt <= at && w.owedAt <= at);
          if (due.length === 0) continue;
          const today = dayIn(at, hq.zone);
          const plan = planNudges(due, at, staff, singles.get(today) ?? 0, sla);
          const { together, wait } = plan;
          if (together !== null) {
            expect(isWorked(at, hq)).toBe(true);
            if (together.counts) singles.set(today, (singles.get(today) ?? 0) + 1);
            for (const id of together.ids) left.add(id);
          }
          if (wait !== null) expect(wait.until).toBeGreaterThan(at);
          list = list
            .filter(({ id }) => together === null || !together.ids.includes(id))
            .map((w) => (wait?.ids.includes(w.id) ? { ...w, leavesAt: wait.until } : w));
        }
        expect(left.size).toBe(offsets.length);
        expect(Math.max(0, ...singles.values())).toBeLessThanOrEqual(sla.nudges.perDay);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a reminder to talk to a customer', () => {
  const zone = 'Asia/Seoul';
  const toCustomer = (from: number, to: number, dueAt: Instant) =>
    ({ ...nudge, clock: 'reply', reach: { hours: { span: { from: from * 60, to: to * 60 } }, dueAt } }) as const;
  const nine = kst('2026-11-23T09:30');
  const leaves = (wanted: ReturnType<typeof toCustomer>, at: Instant, urgent = false): Instant =>
    leavesToReach({ ...wanted, urgent }, at, staff, sla, zone);

  it('S3-07 waits for the hours in which they can be reached, as long as those begin before it is due', () => {
    expect(leaves(toCustomer(10, 12, kst('2026-11-23T18:00')), nine)).toBe(kst('2026-11-23T10:00'));
    expect(leaves(toCustomer(10, 12, kst('2026-11-24T18:00')), kst('2026-11-23T15:00'))).toBe(kst('2026-11-24T10:00'));
    expect(leaves(toCustomer(10, 12, kst('2026-11-23T09:50')), nine)).toBe(nine);
    expect(leaves(toCustomer(10, 12, kst('2026-11-23T18:00')), kst('2026-11-23T11:00'))).toBe(kst('2026-11-23T11:00'));
  });

  it('S3-07 waits for nobody whose hours are never ours, nor where it is overdue or urgent', () => {
    expect(leaves(toCustomer(20, 22, kst('2026-11-25T18:00')), nine)).toBe(nine);
    expect(leaves(toCustomer(10, 12, kst('2026-11-23T09:00')), nine)).toBe(nine);
    expect(leaves(toCustomer(10, 12, kst('2026-11-23T18:00')), nine, true)).toBe(nine);
  });

  it('S3-07 never leaves earlier than it would, and never past its due moment for the customer’s sake', () => {
    fc.assert(
      fc.property(
        fc.nat(7 * 1440),
        fc.nat(3 * 1440),
        fc.nat(22),
        fc.integer({ min: 1, max: 24 }),
        (n, left, from, long) => {
          const at = instant(nine + n * 60_000);
          const dueAt = instant(at + left * 60_000);
          const wanted = toCustomer(from, Math.min(24, from + long), dueAt);
          const usual = leavesAt(wanted, at, staff, sla);
          const then = leaves(wanted, at);
          expect(then).toBeGreaterThanOrEqual(usual);
          if (then !== usual) expect(then).toBeLessThan(dueAt);
        },
      ),
    );
  });
});
