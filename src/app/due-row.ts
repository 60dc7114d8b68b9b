import type { FiledCase } from '../domain/case/case.ts';
import type { Playbook } from '../domain/playbook.ts';
import { dueAt } from '../domain/sla/clock-times.ts';
import { nextDue } from '../domain/sla/next-due.ts';
import { keyOf } from '../domain/sla/sla-clock.ts';
import type { DueRow } from '../ports/due-list.ts';

/** What the due list is to say about a case, by the calendars of now. */
export function dueRowOf(c: FiledCase, playbook: Playbook, calendars: number): DueRow {
  const dues = c.sla.clocks.flatMap((clock) => {
    const due = dueAt(clock, playbook);
    return due === null ? [] : [[keyOf(clock), due] as const];
  });
  return { due: nextDue(c, playbook), dues: Object.fromEntries(dues), calendars };
}
