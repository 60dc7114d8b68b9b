import type { CaseRecord, FiledCase } from '../domain/case/case.ts';
import type { Instant } from '../domain/instant.ts';
import { dueAt, hoursOf } from '../domain/sla/clock-times.ts';
import { goesBy, isOverdue, presentClock } from '../domain/sla/present-clock.ts';
import { isPaused, runningClock, type SlaClock } from '../domain/sla/sla-clock.ts';
import { workingTime } from '../domain/sla/working-hours.ts';
import { caseHead } from './labels.ts';
import type { Reading } from './reading.ts';
import { lengthText, momentText } from './time.ts';

/** `11/26(목) 18:00까지`, or the date its lead gave with the first beside it; null where no moment is in sight. */
export function clockUntil(clock: SlaClock | null, r: Reading): string | null {
  const by = clock === null ? null : goesBy(clock, r.playbook);
  if (clock === null || by === null) return null;
  const promised = dueAt(clock, r.playbook);
  const isNew = clock.newDues !== undefined && promised !== null;
  return isNew
    ? r.words.time.newDue(momentText(by, r), momentText(promised, r))
    : r.words.time.until(momentText(by, r));
}

/** The same, with what the owner expects where that is another moment; `eta` alone where nothing was promised. */
export function untilWithEta(clock: SlaClock | null, eta: Instant | null, r: Reading): string | null {
  const until = clockUntil(clock, r);
  if (eta === null) return until;
  if (until === null) return r.words.time.until(momentText(eta, r));
  const isSame = clock !== null && eta === goesBy(clock, r.playbook);
  return isSame ? until : r.words.time.expected(until, momentText(eta, r));
}

/** `▲ 기한 지남`: a shape and a word. The step that is due now says it, and so does a fix behind another step. */
export function overdueMark(c: FiledCase, r: Reading): string | null {
  const fix = runningClock(c.sla, 'fix');
  const present = presentClock(c);
  if (isOverdue(present, r.now, r.playbook)) return r.words.time.overdue;
  return isOverdue(fix, r.now, r.playbook) ? r.words.time.fixOverdue : null;
}

/** The head of a case, and whether it is late. */
export function timedHead(record: CaseRecord, r: Reading): string {
  const mark = overdueMark(record.state, r);
  return mark === null ? caseHead(record, r) : `${caseHead(record, r)} · ${mark}`;
}

/** The customer's turn: the time to the fix does not count. */
export const standsStill = (c: FiledCase): boolean => {
  const fix = runningClock(c.sla, 'fix');
  return c.status === 'held' && fix !== null && isPaused(fix);
};

/** `업무시간 2시간`: what is left of a clock in the time it counts; null once it is over, and while it stands still. */
export function leftText(clock: SlaClock, r: Reading): string | null {
  const by = goesBy(clock, r.playbook);
  if (by === null || by <= r.now || isPaused(clock)) return null;
  const left = workingTime(r.now, by, hoursOf(clock, r.playbook));
  const text = lengthText(left, r);
  // Where nothing is left out, the clock on the wall says the same.
  return left === by - r.now ? text : r.words.time.working(text);
}
