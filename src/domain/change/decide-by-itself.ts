import type { Instant } from '../instant.ts';
import type { Playbook } from '../playbook.ts';
import { dueAtEarliest } from '../sla/clock-times.ts';
import { owedRung } from '../sla/next-due.ts';
import { runningClock } from '../sla/sla-clock.ts';
import { type Change, type ChangeState, isOver } from './change.ts';
import { type DataOf, type Decision, happened, notNow, refused } from './decision.ts';
import type { ChangeEvent } from './events.ts';
import { evolveChange } from './evolve.ts';
import { type ChangeDue, nextChangeDue } from './next-due.ts';
import { termsOfChanges } from './terms.ts';
import { allowedOver, returnsOf } from './watch.ts';

/** A pile of look-alikes asks for a change, or for an explained refusal. */
export function demandChange(data: DataOf<'DemandChange'>, c: ChangeState, at: Instant, playbook: Playbook): Decision {
  if (c.status !== 'unbegun') return notNow('DemandChange', c);
  const { cluster, from, department, level, customers } = data;
  const beginning = { cluster, from, department, terms: termsOfChanges(playbook) };
  const within = playbook.learning.change.clocks.propose;
  return happened({ type: 'ChangeDemanded', at, by: null, data: { ...beginning, level, customers, within } });
}

/** The row is walked to its end: an executive is asked, once for each change. */
export function askDirection(
  { level, customers }: DataOf<'AskDirection'>,
  c: Change,
  at: Instant,
  playbook: Playbook,
): Decision {
  if (isOver(c) || c.direction !== null) return refused({ type: 'NothingChanged' });
  const within = playbook.learning.change.clocks.direct;
  return happened({ type: 'DirectionAsked', at, by: null, data: { level, customers, within } });
}

/** Somebody complained since: a relapse reopens the change by itself, a single severe one is told to its owner. */
export function readReturns(
  { members, tell }: DataOf<'ReadReturns'>,
  c: Change,
  at: Instant,
  playbook: Playbook,
): Decision {
  const { deployment } = c;
  const isWatched = c.status === 'deployed' || c.status === 'effective';
  if (!isWatched || deployment === null) return refused({ type: 'NothingChanged' });
  const { watch, clocks } = playbook.learning.change;
  const { relapse, single } = returnsOf(members, deployment, at, watch);
  if (relapse !== null) {
    const data = { why: relapse.why, cases: relapse.cases, tell, within: clocks.deploy };
    return happened({ type: 'ChangeRelapsed', at, by: null, data });
  }
  const news = single.filter((id) => !c.warned.includes(id));
  if (news.length === 0) return refused({ type: 'NothingChanged' });
  return happened(...news.map((caseId): ChangeEvent => ({ type: 'SevereReturned', at, by: null, data: { caseId } })));
}

/** Everything that is due by now follows at once, so that afterwards the next due moment lies ahead. */
export function runTimer(
  { expected, members }: DataOf<'RunTimer'>,
  c: Change,
  at: Instant,
  playbook: Playbook,
): Decision {
  const first = nextChangeDue(c, playbook);
  if (first === null || first.kind !== expected.kind || first.at !== expected.at || first.at > at) {
    return refused({ type: 'StaleTimer' });
  }
  const events: ChangeEvent[] = [];
  let now: Change = c;
  for (let due: ChangeDue | null = first; due !== null && due.at <= at; due = nextChangeDue(now, playbook)) {
    for (const event of passed(due, now, at, members, playbook)) {
      const next = evolveChange(now, event);
      if (next.status === 'unbegun' || events.length >= 100) throw new Error(`${due.kind} never comes to an end`);
      events.push(event);
      now = next;
    }
  }
  return happened(...events);
}

function passed(
  due: ChangeDue,
  c: Change,
  at: Instant,
  members: DataOf<'RunTimer'>['members'],
  playbook: Playbook,
): readonly ChangeEvent[] {
  if (due.kind === 'mark') return marked(c, at, members, playbook);
  if (due.kind === 'review') return [{ type: 'ReviewAsked', at, by: null, data: {} }];
  const clock = runningClock(c.sla, due.kind.slice('rung '.length));
  const owed = clock === null || c.sla.terms === null ? null : owedRung(clock, at, c.sla.terms, playbook);
  if (clock === null || owed === null) throw new Error(`${due.kind} is due and owes nothing`);
  const { rung, skipped } = owed;
  const climbs = rung.to.some((target) => target !== 'thread' && target !== 'owner');
  return [
    {
      type: climbs ? 'ChangeEscalated' : 'ChangeNudged',
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
    },
  ];
}

/** A day of the watch: how many before, how many since; on the last one, whether it held is asked. */
function marked(
  c: Change,
  at: Instant,
  members: DataOf<'RunTimer'>['members'],
  playbook: Playbook,
): readonly ChangeEvent[] {
  const { deployment } = c;
  if (deployment === null) return [];
  const { watch, clocks } = playbook.learning.change;
  const day = deployment.marks[deployment.told] ?? 0;
  const { recent, total } = returnsOf(members, deployment, at, watch);
  const read: ChangeEvent = {
    type: 'WatchRead',
    at,
    by: null,
    data: { day, before: deployment.baseline, since: recent },
  };
  if (deployment.told + 1 < deployment.marks.length) return [read];
  const asked = { within: clocks.verify, total, allowed: allowedOver(deployment, watch) };
  return [read, { type: 'VerificationAsked', at, by: null, data: asked }];
}
