import type { Instant } from '../instant.ts';
import { type ClockKey, isPaused, isRunning, keyOf, type Sla, type SlaClock } from './sla-clock.ts';
import {
  type ClockHours,
  type ClockName,
  type CommonClock,
  commonClocks,
  type Terms,
  type TieredClock,
  tieredClocks,
} from './terms.ts';

export type Begin = { readonly from: Instant; readonly hours: ClockHours; readonly of?: string };
/** Steps are chained: `after(sla).meet('plan').start('silence', …)`. */
export type Steps = {
  readonly sla: Sla;
  /** Begins to run, unless nothing was promised; one that runs already begins anew. */
  readonly start: (name: ClockName, begin: Begin, target?: SlaClock['target'] | null) => Steps;
  readonly meet: (...keys: readonly ClockKey[]) => Steps;
  /** Kept earlier than it was recorded: what counts is when it was done. */
  readonly metAt: (when: Instant, ...keys: readonly ClockKey[]) => Steps;
  readonly drop: (...keys: readonly ClockKey[]) => Steps;
  readonly change: (key: ClockKey, how: (clock: SlaClock) => SlaClock) => Steps;
};

/** These come again and again: only the one that runs is kept. */
const recurring: readonly ClockName[] = ['interim', 'silence', 'customerSilence', 'accept'];

/** The clocks as they are, to take steps from: what follows happens at `at`. */
export function after(sla: Sla, at: Instant): Steps {
  const end = (keys: readonly ClockKey[], met: boolean, when: Instant = at): Steps =>
    after(
      {
        ...sla,
        clocks: sla.clocks.flatMap((clock) => {
          if (!isRunning(clock) || !keys.includes(keyOf(clock))) return [clock];
          const ended = { at: Math.max(clock.from, Math.min(when, at)) as Instant, met };
          return recurring.includes(clock.name) ? [] : [{ ...resumed(clock, at), ended }];
        }),
      },
      at,
    );
  return {
    sla,
    start: (name, { from, hours, of }, target = promised(name, sla.terms)) => {
      if (target === null || sla.terms === null) return after(sla, at);
      const clock: SlaClock = { name, ...(of === undefined ? {} : { of }), from, target, hours, reached: 0 };
      const others = sla.clocks.filter((other) => !isRunning(other) || keyOf(other) !== keyOf(clock));
      return after({ ...sla, clocks: [...others, clock] }, at);
    },
    meet: (...keys) => end(keys, true),
    metAt: (when, ...keys) => end(keys, true, when),
    drop: (...keys) => end(keys, false),
    change: (key, how) =>
      after(
        { ...sla, clocks: sla.clocks.map((clock) => (isRunning(clock) && keyOf(clock) === key ? how(clock) : clock)) },
        at,
      ),
  };
}

/** The others run until a day that somebody named, or for as long as the rules of changes say. */
const isPromisedByTerms = (name: ClockName): name is TieredClock | CommonClock | 'accept' =>
  name === 'accept' || [...tieredClocks, ...commonClocks].some((known) => known === name);

/** What the terms allow; a department that is offered a case has the time of an acknowledgement. */
export function promised(name: ClockName, terms: Terms | null): SlaClock['target'] | null {
  if (terms === null || !isPromisedByTerms(name)) return null;
  return terms.targets[name === 'accept' ? 'acknowledge' : name] ?? null;
}

export const paused = (clock: SlaClock, at: Instant): SlaClock =>
  isPaused(clock) ? clock : { ...clock, pauses: [...(clock.pauses ?? []), { from: at, to: null }] };

export const resumed = (clock: SlaClock, at: Instant): SlaClock =>
  isPaused(clock)
    ? { ...clock, pauses: (clock.pauses ?? []).map((p) => (p.to === null ? { ...p, to: at } : p)) }
    : clock;

export const runningKeys = (sla: Sla): readonly ClockKey[] => sla.clocks.filter(isRunning).map(keyOf);
