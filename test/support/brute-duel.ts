import type { Case, FiledCase } from '../../src/domain/case/case.ts';
import { unfiled } from '../../src/domain/case/case.ts';
import type { CaseCommand } from '../../src/domain/case/commands.ts';
import { decide } from '../../src/domain/case/decide.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import { evolve } from '../../src/domain/case/evolve.ts';
import type { CaseRejection } from '../../src/domain/case/rejections.ts';
import { type Instant, instant } from '../../src/domain/instant.ts';
import { type Due, nextDue } from '../../src/domain/sla/next-due.ts';
import type { SlaClock } from '../../src/domain/sla/sla-clock.ts';
import { type Action, type BruteCase, bruteCase } from './brute-case.ts';
import { type BruteOffice, bruteOffice } from './brute-office.ts';
import { businessDay, endOfTime, momentShowing, shownAt } from './brute-time.ts';
import { press } from './case-commands.ts';
import { randomFiling, randomGap, randomStart, randomStep } from './random-history.ts';
import { randomOffice } from './random-office.ts';
import { type Chance, chance } from './seeded.ts';

/*
 * The engine and the slow simulator live through the same case: the same people do the same things at the same minutes.
 * What time does to it, each says for itself; then the two are compared.
 */

export type Mismatch = { readonly office: number; readonly seed: number; readonly what: string; readonly log: string };
export type Tally = { cases: number; firings: number; told: number; steps: number };

/** Cases that share an office: looking up its minutes takes longer than many of them. */
const casesPerOffice = 250;

/** So many random cases from a first one on; what did not agree. */
export function duel(first: number, count: number, tally: Tally, most = 5): readonly Mismatch[] {
  const mismatches: Mismatch[] = [];
  let office = { seed: Number.NaN, brute: bruteOffice(randomOffice(0)) };
  for (let seed = first; seed < first + count && mismatches.length < most; seed += 1) {
    const officeSeed = Math.floor(seed / casesPerOffice);
    if (office.seed !== officeSeed) office = { seed: officeSeed, brute: bruteOffice(randomOffice(officeSeed)) };
    const mismatch = liveThrough(seed, office.brute, tally);
    if (mismatch !== null) mismatches.push({ office: officeSeed, seed, ...mismatch });
  }
  return mismatches;
}

class Disagreement extends Error {}

type Life = {
  readonly office: BruteOffice;
  readonly brute: BruteCase;
  readonly log: CaseEvent[];
  readonly tally: Tally;
  engine: Case;
};

function liveThrough(seed: number, office: BruteOffice, tally: Tally): Pick<Mismatch, 'what' | 'log'> | null {
  const life: Life = { office, brute: bruteCase(office), log: [], tally, engine: unfiled };
  tally.cases += 1;
  try {
    live(life, chance(seed));
    return null;
  } catch (error) {
    const what = error instanceof Disagreement ? error.message : `${error instanceof Error ? error.stack : error}`;
    return { what, log: life.log.map(line).join('\n') };
  }
}

function live(life: Life, c: Chance): void {
  // Two in three live with a punctual sweep; the others with one that looks only now and then.
  const isPunctual = c.percent(67);
  let at = randomStart(c);
  act(life, randomFiling(c, at));
  for (let left = c.between(1, 20); left > 0 && life.engine.status !== 'unfiled'; left -= 1) {
    const until = instant(at + (left === 1 ? 10 * 1440 * 60_000 : randomGap(c)));
    at = isPunctual ? punctually(life, at, until) : nowAndThen(life, c, at, until);
    if (at > endOfTime - 90 * 86_400_000) return;
    act(life, randomStep(life.engine as FiledCase, c, at));
  }
}

/** Every timer at its very moment, until then; but somebody acts when too many have gone by. */
function punctually(life: Life, from: Instant, until: Instant): Instant {
  for (let fired = 0; fired < 12; fired += 1) {
    const due = compareDue(life);
    if (due === null || due.at > until) return until;
    from = instant(Math.max(from, due.at));
    fire(life, due, from);
  }
  // People act on whole minutes.
  return instant(Math.ceil(from / 60_000) * 60_000);
}

/** The sweep was down: it looks at moments of its own, or not at all. */
function nowAndThen(life: Life, c: Chance, from: Instant, until: Instant): Instant {
  for (let looks = c.below(3); looks > 0; looks -= 1) {
    from = instant(from + c.below((until - from) / 60_000 + 1) * 60_000);
    const due = compareDue(life);
    if (due !== null && due.at <= from) fire(life, due, from);
  }
  compareDue(life);
  return until;
}

/** Somebody does something; what is refused changes nothing. */
function act(life: Life, command: CaseCommand): void {
  const decided = decide(command, life.engine, life.office.playbook);
  life.tally.steps += 1;
  if (!decided.ok) {
    compareRefusal(life, command, decided.error);
    return;
  }
  for (const event of decided.value) {
    life.log.push(event);
    compareSnooze(life, command, event);
    life.engine = evolve(life.engine, event);
    life.brute.happened(event);
  }
  compareClocks(life);
}

function fire(life: Life, due: Due, at: Instant): void {
  const decided = decide(press('RunTimer', 'clock', { expected: due }, at), life.engine, life.office.playbook);
  if (!decided.ok) throw new Disagreement(`the engine refuses ${due.kind} at ${when(at)}: ${JSON.stringify(decided)}`);
  life.tally.firings += 1;
  const said = decided.value.map((event) => {
    life.log.push(event);
    life.engine = evolve(life.engine, event);
    if (event.at !== at) throw new Disagreement(`${event.type} says ${when(event.at)} at ${when(at)}`);
    return sayingOf(event);
  });
  life.tally.told += said.length;
  const expected = life.brute.passed(at).map(expectedOf);
  same(`what follows at ${when(at)}`, [...said].sort(), [...expected].sort());
  compareClocks(life);
}

/** The next due moment of both. */
function compareDue(life: Life): Due | null {
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
function compareClocks({ engine, brute }: Life): void {
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
function compareRefusal({ brute }: Life, command: CaseCommand, rejection: CaseRejection): void {
  if (rejection.type !== 'NotYetDue' || command.type !== 'SetNewDue') return;
  same(`when ${command.data.clock} is due`, when(rejection.dueAt), when(brute.dueOf(command.data.clock)));
}

/** In an hour, today at the last bundle, on the next business day at the first; an S1 in a quarter of an hour. */
function compareSnooze({ engine, office }: Life, command: CaseCommand, event: CaseEvent): void {
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

function same(what: string, theirs: unknown, ours: unknown): void {
  const [a, b] = [JSON.stringify(theirs), JSON.stringify(ours)];
  if (a !== b) throw new Disagreement(`${what}: the engine says ${a}, the minutes say ${b}`);
}

function sayingOf(event: CaseEvent): string {
  if (event.type !== 'CaseNudged' && event.type !== 'CaseEscalated') return event.type;
  const { clock, of, rung, dueAt, to, skipped } = event.data;
  const key = of === undefined ? clock : `${clock}:${of}`;
  return `${event.type} ${key} ${rung} % to ${to.join('+')}, due ${when(dueAt)}, skipped ${skipped.join(' ')}`;
}

const belowThem = ['thread', 'owner'];

function expectedOf(action: Action): string {
  if (typeof action === 'string') return action;
  const type = action.to.every((target) => belowThem.includes(target)) ? 'CaseNudged' : 'CaseEscalated';
  const { clock, rung, dueAt, to, skipped } = action;
  return `${type} ${clock} ${rung} % to ${to.join('+')}, due ${when(dueAt)}, skipped ${skipped.join(' ')}`;
}

const when = (at: number | null): string => (at === null ? '–' : new Date(at).toISOString().replace(':00.000Z', 'Z'));
const line = (event: CaseEvent): string => {
  const terms = JSON.stringify(event.data, (key, value) => (key === 'voice' || key === 'ladders' ? undefined : value));
  return `${when(event.at)} ${event.type} ${event.by?.name ?? '–'} ${terms}`;
};
