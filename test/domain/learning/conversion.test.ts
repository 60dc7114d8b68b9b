import { describe, expect, it } from 'vitest';
import { clusterId } from '../../../src/domain/ids.ts';
import { type Instant, instant } from '../../../src/domain/instant.ts';
import { conversionOf } from '../../../src/domain/learning/conversion.ts';
import { quarterIn, spanOf } from '../../../src/domain/quarter.ts';
import { shippedAtWork } from '../../support/shipped-playbook.ts';
import { kst } from '../../support/through-time.ts';

const monday = kst('2026-11-23 10:00');
/** Twenty business days after it: Christmas is none. */
const due = kst('2026-12-21 18:00');
const warned = (...ids: readonly number[]) => ({ clusters: ids.map(clusterId), at: monday });
const accepted = (id: number, at: Instant) => ({ cluster: clusterId(id), at });
const figure = (
  problems: Parameters<typeof conversionOf>[0],
  acceptances: Parameters<typeof conversionOf>[1],
  now: Instant = kst('2026-12-31 18:00'),
) => conversionOf(problems, acceptances, now, shippedAtWork);

describe('complaints that became changes', () => {
  it('a warning became one where a change was accepted by the end of the twentieth business day', () => {
    expect(figure([warned(1)], [accepted(1, due)])).toMatchObject({ warned: 1, changed: 1, open: 0 });
    expect(figure([warned(1)], [accepted(1, instant(due + 1))])).toMatchObject({ warned: 1, changed: 0, open: 0 });
  });

  it('a change that was accepted before anybody was warned counts', () => {
    expect(figure([warned(1)], [accepted(1, kst('2026-11-02 10:00'))]).changed).toBe(1);
  });

  it('a change about anything that was found to be the same problem counts, once', () => {
    expect(figure([warned(1, 4)], [accepted(4, monday), accepted(1, monday)])).toMatchObject({ warned: 1, changed: 1 });
    expect(figure([warned(1, 4)], [accepted(9, monday)]).changed).toBe(0);
  });

  it('what has still time is counted like the rest, and named', () => {
    const now = kst('2026-12-01 10:00');
    expect(figure([warned(1), warned(2)], [accepted(2, monday)], now)).toMatchObject({
      warned: 2,
      changed: 1,
      open: 1,
    });
  });

  it('of fewer than five nobody speaks of percent', () => {
    const problems = [1, 2, 3, 4, 5].map((id) => warned(id));
    const some = [accepted(1, monday), accepted(2, monday)];
    expect(figure(problems.slice(0, 4), some).percent).toBeNull();
    expect(figure(problems, some).percent).toBe(40);
    expect(figure([], []).percent).toBeNull();
  });

  it('belongs to the quarter in which it is read, as the company’s clocks have it', () => {
    expect(figure([], [], kst('2027-01-01 00:00')).quarter).toEqual({ year: 2027, n: 1 });
    expect(figure([], [], instant(kst('2027-01-01 00:00') - 1)).quarter).toEqual({ year: 2026, n: 4 });
    expect(spanOf(quarterIn(monday, 'Asia/Seoul'), 'Asia/Seoul')).toEqual({
      from: kst('2026-10-01 00:00'),
      to: kst('2027-01-01 00:00'),
    });
  });
});
