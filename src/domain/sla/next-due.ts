import { departmentHolding, type FiledCase, hasEnded } from '../case/case.ts';
import { isChangeAnswered } from '../case/change-answer.ts';
import { isPaidRightly } from '../case/remedies.ts';
import { isFinal } from '../case/request-verdict.ts';
import type { Instant } from '../instant.ts';
import type { Playbook } from '../playbook.ts';
import { calendarHolding, momentOf, openingOn } from './clock-times.ts';
import { type ClockKey, isPaused, isRunning, keyOf, type SlaClock } from './sla-clock.ts';
import { ladderOf, type Rung, type Terms, termsOf } from './terms.ts';

/** `resume`: a hold is over; `close`: nobody objected; `lift`: a flag falls; otherwise a clock's next rung is reached. */
export type DueKind = 'resume' | 'close' | 'lift' | `rung ${ClockKey}`;
/** Something that is owed at a moment. */
export type Due = { readonly kind: DueKind; readonly at: Instant };

/**
 * The one next moment at which a case owes something to somebody, or null. A function of the case and the calendars:
 * there is no timer anywhere that could be lost or would have to be cancelled.
 */
export function nextDue(c: FiledCase, playbook: Playbook): Due | null {
  const all = [resumption(c, playbook), lifting(c), ...c.sla.clocks.map((clock) => rungDue(clock, c, playbook))];
  return all.reduce<Due | null>(
    (first, due) => (due !== null && (first === null || due.at < first.at) ? due : first),
    null,
  );
}

/** A hold ends when people begin to work on its last day. */
function resumption(c: FiledCase, playbook: Playbook): Due | null {
  if (c.status !== 'held') return null;
  const at = openingOn(c.hold.until, calendarHolding(departmentHolding(c), playbook));
  return at === null ? null : { kind: 'resume', at };
}

/** No flag outlives its time. On an ended case nothing is drawn that would have to change. */
const lifting = (c: FiledCase): Due | null =>
  c.conduct === undefined || hasEnded(c) ? null : { kind: 'lift', at: c.conduct.until };

function rungDue(clock: SlaClock, c: FiledCase, playbook: Playbook): Due | null {
  const terms = termsOf(clock.name, c.sla.terms, playbook.sla);
  if (terms === null || !isRunning(clock)) return null;
  const closes = clock.name === 'close' && mayCloseItself(c);
  // Whatever rungs its ladder has: nobody need be told of what happens by itself.
  const at = closes ? momentOf(clock, 100, playbook) : rungMoment(clock, terms, playbook);
  if (at === null) return null;
  return { kind: closes ? 'close' : `rung ${keyOf(clock)}`, at };
}

/** The customer is content, and nothing is left to say: only then a case closes by itself. */
export const mayCloseItself = (c: FiledCase): boolean =>
  c.status === 'replied' &&
  c.reply.verdict === 'accepted' &&
  (c.voice.kind !== 'requirement' || isFinal(c.verdict)) &&
  // Who expects it again has not been helped: a CS lead looks at that.
  c.reply.again !== true &&
  c.obstacles.every((o) => o.answer !== null) &&
  isPaidRightly(c) &&
  isChangeAnswered(c) &&
  (c.protections ?? []).every((p) => p.answer !== null) &&
  c.sla.clocks.every((clock) => clock.name !== 'statutory' || !isRunning(clock));

/** When the clock next has something to say; a silence puts that off, but a snooze only what comes before the due moment. */
export function rungMoment(clock: SlaClock, terms: Terms, playbook: Playbook): Instant | null {
  const { silence } = clock;
  const next = rungAt(clock, 0, terms, playbook);
  if (silence === undefined) return next;
  const due = silence.by === 'snooze' ? rungAt(clock, 100, terms, playbook) : null;
  const loud = due === null || silence.until < due ? silence.until : due;
  // While it stands still nothing is said again; what was reached before waits for the end of the silence.
  if (isPaused(clock)) return next === null || next > loud ? next : loud;
  return loud;
}

/** When the lowest rung that is left is reached, of those at so many percent or above. */
function rungAt(clock: SlaClock, atLeast: number, terms: Terms, playbook: Playbook): Instant | null {
  let rung = nextRung(clock, terms);
  while (rung !== null && rung.at < atLeast) rung = nextRung({ name: clock.name, reached: rung.at }, terms);
  return rung === null ? null : momentOf(clock, rung.at, playbook);
}

/** The rung after the highest one reached; null: the ladder is climbed. */
export function nextRung({ name, reached }: Pick<SlaClock, 'name' | 'reached'>, terms: Terms): Rung | null {
  const ladder = ladderOf(name, terms);
  const next = ladder.find((rung) => rung.at > reached);
  if (next !== undefined) return next;
  const last = ladder.at(-1);
  const repeats = terms.repeat !== null && (name === 'acknowledge' || name === 'accept');
  return last === undefined || !repeats || terms.repeat === null ? null : { ...last, at: reached + terms.repeat };
}

/**
 * What a clock owes at a moment: the highest rung that time has reached. Lower ones that nobody could send are passed
 * over, and named. Where a silence ends, somebody hears of it: after a snooze the same again, after a new due date the
 * next rung up, or the highest once more.
 */
export function owedRung(
  clock: SlaClock,
  at: Instant,
  terms: Terms,
  playbook: Playbook,
): { readonly rung: Rung; readonly skipped: readonly number[] } | null {
  const skipped: Rung[] = [];
  let step: SlaClock = clock;
  for (;;) {
    const rung = nextRung(step, terms);
    const moment = rung === null ? null : momentOf(clock, rung.at, playbook);
    if (rung === null || moment === null || moment > at) break;
    skipped.push(rung);
    step = { ...step, reached: rung.at };
  }
  const highest = skipped.pop();
  if (highest !== undefined) return { rung: highest, skipped: skipped.map((rung) => rung.at) };
  if (clock.silence === undefined || clock.silence.until > at) return null;
  const ladder = ladderOf(clock.name, terms);
  const same = ladder.find((rung) => rung.at === clock.reached);
  const rung = clock.silence.by === 'newDue' ? (nextRung(clock, terms) ?? ladder.at(-1)) : same;
  return { rung: rung ?? { at: clock.reached, to: ['owner'] }, skipped: [] };
}
