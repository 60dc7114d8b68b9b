import { days, type Instant, plus } from '../instant.ts';
import type { Playbook } from '../playbook.ts';
import { calendarHolding, openingOn } from '../sla/clock-times.ts';
import { rungMoment } from '../sla/next-due.ts';
import { type ClockKey, isRunning, keyOf } from '../sla/sla-clock.ts';
import { dayIn } from '../zone.ts';
import type { Change } from './change.ts';

/**
 * `mark`: the figures of the watch are told, and at its last day somebody is asked whether the change held. `review`: long
 * after it held, somebody is asked whether it still delights.
 */
export type ChangeDue = { readonly kind: 'mark' | 'review' | `rung ${ClockKey}`; readonly at: Instant };

/** The one next moment at which a change owes something to somebody, or null: a function of the change and the calendars. */
export function nextChangeDue(c: Change, playbook: Playbook): ChangeDue | null {
  const { terms, clocks } = c.sla;
  const rungs = clocks.flatMap((clock): readonly ChangeDue[] => {
    const at = terms === null || !isRunning(clock) ? null : rungMoment(clock, terms, playbook);
    return at === null ? [] : [{ kind: `rung ${keyOf(clock)}`, at }];
  });
  const dueAs = (kind: 'mark' | 'review', at: Instant | null): readonly ChangeDue[] =>
    at === null ? [] : [{ kind, at }];
  const all = [...dueAs('mark', nextMark(c, playbook)), ...dueAs('review', reviewDue(c, playbook)), ...rungs];
  return all.reduce<ChangeDue | null>((first, due) => (first === null || due.at < first.at ? due : first), null);
}

/** People are told when they are at work: a mark that falls on a day off is read on the first working morning after it. */
export function nextMark({ status, deployment }: Change, playbook: Playbook): Instant | null {
  const day = deployment?.marks[deployment.told];
  if (status !== 'deployed' || deployment === null || day === undefined) return null;
  return workingDayAfter(deployment.deployedAt, day, playbook);
}

function reviewDue({ status, deployment, review }: Change, playbook: Playbook): Instant | null {
  if (status !== 'effective' || deployment === null || review !== undefined) return null;
  return workingDayAfter(deployment.deployedAt, playbook.learning.change.watch.review, playbook);
}

function workingDayAfter(from: Instant, so: number, playbook: Playbook): Instant | null {
  const calendar = calendarHolding(null, playbook);
  return openingOn(dayIn(plus(from, days(so)), calendar.zone), calendar);
}
