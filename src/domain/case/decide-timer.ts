import type { Instant } from '../instant.ts';
import type { Playbook } from '../playbook.ts';
import { dueAt, dueAtEarliest } from '../sla/clock-times.ts';
import { type Due, nextDue, owedRung } from '../sla/next-due.ts';
import { type ClockKey, keyOf, runningClock } from '../sla/sla-clock.ts';
import type { FiledCase } from './case.ts';
import type { DataOf, Decision } from './decision.ts';
import { happened, refused } from './decision.ts';
import type { CaseEvent, DueMove } from './events.ts';
import { evolve } from './evolve.ts';

/** More than a case can owe at one moment; past it something turns in circles. */
const mostAtOnce = 100;

/**
 * Time has passed. What was expected must still be what is due: otherwise somebody was faster, and nothing happens. Then
 * everything that is due by now follows at once, so that afterwards the next due moment lies ahead.
 */
export function runTimer({ expected }: DataOf<'RunTimer'>, c: FiledCase, at: Instant, playbook: Playbook): Decision {
  const first = nextDue(c, playbook);
  if (first === null || first.kind !== expected.kind || first.at !== expected.at || first.at > at) {
    return refused({ type: 'StaleTimer' });
  }
  const events: CaseEvent[] = [];
  let now = c;
  for (let due: Due | null = first; due !== null && due.at <= at; due = nextDue(now, playbook)) {
    const event = passed(due, now, at, playbook);
    const next = evolve(now, event);
    if (next.status === 'unfiled' || events.length >= mostAtOnce) throw new Error(`${due.kind} never comes to an end`);
    events.push(event);
    now = next;
  }
  return happened(...events);
}

function passed(due: Due, c: FiledCase, at: Instant, playbook: Playbook): CaseEvent {
  if (due.kind === 'resume') return { type: 'CaseResumed', at, by: null, data: {} };
  if (due.kind === 'close') return { type: 'CaseClosed', at, by: null, data: {} };
  const clock = runningClock(c.sla, due.kind.slice('rung '.length));
  const owed = clock === null || c.sla.terms === null ? null : owedRung(clock, at, c.sla.terms, playbook);
  if (clock === null || owed === null) throw new Error(`${due.kind} is due and owes nothing`);
  const { rung, skipped } = owed;
  const climbs = rung.to.some((target) => target !== 'thread' && target !== 'owner' && target !== 'asker');
  return {
    type: climbs ? 'CaseEscalated' : 'CaseNudged',
    at,
    by: null,
    data: {
      clock: clock.name,
      ...(clock.of === undefined ? {} : { of: clock.of }),
      rung: rung.at,
      dueAt: dueAtEarliest(clock, at, playbook) ?? due.at,
      to: rung.to,
      skipped,
    },
  };
}

/** A calendar was changed. Whoever was told a moment that is no longer true is told the new one. */
export function recountDues({ told }: DataOf<'RecountDues'>, c: FiledCase, at: Instant, playbook: Playbook): Decision {
  const moves = movedDues(told, c, playbook);
  return moves.length === 0
    ? refused({ type: 'NothingChanged' })
    : happened({ type: 'DuesMoved', at, by: null, data: { moves } });
}

function movedDues(told: Readonly<Record<ClockKey, Instant>>, c: FiledCase, playbook: Playbook): readonly DueMove[] {
  return c.sla.clocks.flatMap((clock) => {
    const from = told[keyOf(clock)];
    const to = clock.ended === undefined ? dueAt(clock, playbook) : null;
    return from === undefined || to === null || from === to ? [] : [{ clock: keyOf(clock), from, to }];
  });
}
