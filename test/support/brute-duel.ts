import type { FiledCase } from '../../src/domain/case/case.ts';
import { unfiled } from '../../src/domain/case/case.ts';
import type { CaseCommand } from '../../src/domain/case/commands.ts';
import { decide } from '../../src/domain/case/decide.ts';
import { evolve } from '../../src/domain/case/evolve.ts';
import { type Instant, instant } from '../../src/domain/instant.ts';
import { type Due, nextDue } from '../../src/domain/sla/next-due.ts';
import { bruteCase } from './brute-case.ts';
import {
  type Life as Compared,
  compareClocks,
  compareDue,
  compareRefusal,
  compareSnooze,
  Disagreement,
  expectedOf,
  line,
  same,
  sayingOf,
  when,
} from './brute-compare.ts';
import { type BruteOffice, bruteOffice } from './brute-office.ts';
import { endOfTime } from './brute-time.ts';
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

type Life = Compared & { readonly tally: Tally };

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
    const until = left === 1 ? instant(at + 10 * 1440 * 60_000) : randomMoment(life, c, at);
    at = isPunctual ? punctually(life, at, until) : nowAndThen(life, c, at, until);
    if (at > endOfTime - 90 * 86_400_000) return;
    act(life, randomStep(life.engine as FiledCase, c, at));
  }
}

/** Some time later; now and then in the very minute in which something falls due. */
function randomMoment({ engine, office }: Life, c: Chance, at: Instant): Instant {
  const due = c.percent(15) && engine.status !== 'unfiled' ? nextDue(engine, office.playbook) : null;
  const isNear = due !== null && due.at > at && due.at < at + 7 * 86_400_000;
  return isNear ? wholeMinute(due.at) : instant(at + randomGap(c));
}

/** People act on whole minutes. */
const wholeMinute = (at: Instant): Instant => instant(Math.ceil(at / 60_000) * 60_000);

/** Every timer at its very moment, until then; but somebody acts when too many have gone by. */
function punctually(life: Life, from: Instant, until: Instant): Instant {
  for (let fired = 0; fired < 12; fired += 1) {
    const due = compareDue(life);
    if (due === null || due.at > until) return until;
    from = instant(Math.max(from, due.at));
    fire(life, due, from);
  }
  return wholeMinute(from);
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
