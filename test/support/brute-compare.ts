import type { Case } from '../../src/domain/case/case.ts';
import type { CaseCommand } from '../../src/domain/case/commands.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import type { CaseRejection } from '../../src/domain/case/rejections.ts';
import { type Due, nextDue } from '../../src/domain/sla/next-due.ts';
import type { SlaClock } from '../../src/domain/sla/sla-clock.ts';
import type { Action, BruteCase } from './brute-case.ts';
import type { BruteOffice } from './brute-office.ts';
import { businessDay, endOfTime, momentShowing, shownAt } from './brute-time.ts';

/*
 * What the engine says of a case, beside what the minutes say.
 */

export class Disagreement extends Error {}

export type Life = {
  readonly office: BruteOffice;
  readonly brute: BruteCase;
  readonly log: CaseEvent[];
  engine: Case;
};

/** The next due moment of both. */
export function compareDue(life: Life): Due | null {
  const { engine, brute, office } = life;
  if (engine.status === 'unfiled') return null;
  const due = nextDue(engine, office.playbook);
  const next = brute.next();
  if ((due === null || due.at >= endOfTime) && (next === null || next.at >= endOfTime)) return null;
  const isSame = due !== null && next !== null && due.at === next.at && next.kinds.includes(due.kind);
  if (isSame) return due;
  const theirs = due === null ? 'nothing' : `${due.kind} ${when(due.at)}`;
  const ours = next === null ? 'nothing' : `${next.kinds.join(', ')} ${when(next.at)}`;
  throw new Disagreement(`next due: the engine says ${theirs}, the minutes say ${ours}`);
}

/** The clocks that run, since when, and how far their ladders are climbed. */
export function compareClocks({ engine, brute }: Life): void {
  if (engine.status === 'unfiled') return;
  const running = engine.sla.clocks.filter((clock) => clock.ended === undefined);
  const isSame = ({ name, of, from, reached }: SlaClock): boolean => {
    const ours = brute.running.get(of === undefined ? name : `${name}:${of}`)?.clock;
    return ours?.from === from && ours.reached === reached;
  };
  if (running.length === brute.running.size && running.every(isSame)) return;
  const theirs = running.map(({ name, of, from, reached }) => `${name} ${of ?? ''} ${when(from)} ${reached} %`);
  const ours = [...brute.running].map(([key, { clock }]) => `${key} ${when(clock.from)} ${clock.reached} %`);
  same('clocks', theirs.sort(), ours.sort());
}

/** A refusal that names a due moment names the right one. */
export function compareRefusal({ brute }: Life, command: CaseCommand, rejection: CaseRejection): void {
  if (rejection.type !== 'NotYetDue' || command.type !== 'SetNewDue') return;
  same(`when ${command.data.clock} is due`, when(rejection.dueAt), when(brute.dueOf(command.data.clock)));
}

/** In an hour, today at the last bundle, on the next business day at the first; an S1 in a quarter of an hour. */
export function compareSnooze({ engine, office }: Life, command: CaseCommand, event: CaseEvent): void {
  if (event.type !== 'NudgesSnoozed' || command.type !== 'SnoozeNudges' || engine.status === 'unfiled') return;
  const { actor, at } = command.meta;
  const department = actor.type === 'person' ? actor.person.department : null;
  if (department === null) return;
  const hours = office.department(department);
  const today = shownAt(at, hours).day;
  const tomorrow = businessDay(today, 1, hours) ?? Number.NaN;
  const until = {
    hour: at + 3_600_000,
    today: momentShowing(today, 990, hours),
    tomorrow: momentShowing(tomorrow, 570, hours),
  };
  const expected = engine.assessment.tier === 'S1' ? at + 900_000 : until[command.data.until ?? 'hour'];
  same('snoozed until', when(event.data.until), when(expected));
}

export function same(what: string, theirs: unknown, ours: unknown): void {
  const [a, b] = [JSON.stringify(theirs), JSON.stringify(ours)];
  if (a !== b) throw new Disagreement(`${what}: the engine says ${a}, the minutes say ${b}`);
}

export function sayingOf(event: CaseEvent): string {
  if (event.type !== 'CaseNudged' && event.type !== 'CaseEscalated') return event.type;
  const { clock, of, rung, dueAt, to, skipped } = event.data;
  const key = of === undefined ? clock : `${clock}:${of}`;
  return `${event.type} ${key} ${rung} % to ${to.join('+')}, due ${when(dueAt)}, skipped ${skipped.join(' ')}`;
}

const belowThem = ['thread', 'owner', 'asker'];

export function expectedOf(action: Action): string {
  if (typeof action === 'string') return action;
  const type = action.to.every((target) => belowThem.includes(target)) ? 'CaseNudged' : 'CaseEscalated';
  const { clock, rung, dueAt, to, skipped } = action;
  return `${type} ${clock} ${rung} % to ${to.join('+')}, due ${when(dueAt)}, skipped ${skipped.join(' ')}`;
}

export const when = (at: number | null): string =>
  at === null ? '–' : new Date(at).toISOString().replace(':00.000Z', 'Z');
export const line = (event: CaseEvent): string => {
  const terms = JSON.stringify(event.data, (key, value) => (key === 'voice' || key === 'ladders' ? undefined : value));
  return `${when(event.at)} ${event.type} ${event.by?.name ?? '–'} ${terms}`;
};
