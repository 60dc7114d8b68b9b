import type { CaseRecord, FiledCase } from '../../src/domain/case/case.ts';
import { type Instant, instant } from '../../src/domain/instant.ts';
import type { Nudge } from '../../src/domain/notices.ts';
import { keyOf, type SlaClock } from '../../src/domain/sla/sla-clock.ts';
import type { Reading } from '../../src/render/reading.ts';
import { recordOf } from './cases-of-every-status.ts';

/** `2026-11-26 16:00` in Seoul. */
export const seoul = (when: string): Instant => instant(Date.parse(`${when.replace(' ', 'T')}:00+09:00`));
export const readAt = (r: Reading, when: string): Reading => ({ ...r, now: seoul(when) });

/** The case with one of its clocks changed, or with another one beside. */
export function withClock<C extends FiledCase>(c: C, key: string, how: Partial<SlaClock>): C {
  const clocks = c.sla.clocks.map((clock) => (keyOf(clock) === key ? { ...clock, ...how } : clock));
  return { ...c, sla: { ...c.sla, clocks } };
}
export const withAnother = <C extends FiledCase>(c: C, clock: SlaClock): C => ({
  ...c,
  sla: { ...c.sla, clocks: [...c.sla.clocks, clock] },
});

export const nudgeOf = (clock: SlaClock['name'], rung: number, of?: string): Nudge => ({
  clock,
  rung,
  urgent: false,
  safety: false,
  ...(of === undefined ? {} : { of }),
});
export const item = (c: FiledCase, nudge: Nudge, id = 413): { readonly record: CaseRecord; readonly nudge: Nudge } => ({
  record: recordOf(c, id),
  nudge,
});
