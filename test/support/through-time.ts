import { type Case, type FiledCase, unfiled } from '../../src/domain/case/case.ts';
import type { CaseCommand, CaseCommandOf, CaseCommandType } from '../../src/domain/case/commands.ts';
import { decide } from '../../src/domain/case/decide.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import { evolve } from '../../src/domain/case/evolve.ts';
import { type Instant, instant } from '../../src/domain/instant.ts';
import type { Person } from '../../src/domain/people.ts';
import type { Playbook } from '../../src/domain/playbook.ts';
import { nextDue } from '../../src/domain/sla/next-due.ts';
import { aPlaybook } from './a-playbook.ts';
import { press } from './case-commands.ts';

/** `2026-11-23 10:00` on a clock in Seoul. */
export const kst = (text: string): Instant => instant(Date.parse(`${text.replace(' ', 'T')}:00+09:00`));
/** The other way round: the minute in Seoul. */
export const inSeoul = (at: number): string =>
  new Date(at + 9 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** A case that lives through time: people press, and every timer runs at its very moment. */
export function throughTime(playbook: Playbook = aPlaybook) {
  let state: Case = unfiled;
  const log: CaseEvent[] = [];
  const take = (command: CaseCommand): void => {
    const decided = decide(command, state, playbook);
    if (!decided.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(decided.error)}`);
    log.push(...decided.value);
    state = decided.value.reduce(evolve, state);
  };
  const now = (): FiledCase => {
    if (state.status === 'unfiled') throw new Error('nothing was filed');
    return state;
  };
  return {
    now,
    press: <T extends CaseCommandType>(
      at: string,
      type: T,
      who: Person,
      data: Partial<CaseCommandOf<T>['data']> = {},
    ): void => take(press(type, who, data, kst(at))),
    /** The sweep looks once, late: everything that is due by then follows. */
    looksAt: (at: string): void => {
      const due = nextDue(now(), playbook);
      if (due !== null && due.at <= kst(at)) take(press('RunTimer', 'clock', { expected: due }, kst(at)));
    },
    runsUntil: (at: string): void => {
      for (let due = nextDue(now(), playbook); due !== null && due.at <= kst(at); due = nextDue(now(), playbook)) {
        take(press('RunTimer', 'clock', { expected: due }, due.at));
      }
    },
    /** Rungs told of a clock: percent, and the minute in Seoul. */
    told: (clock: string): readonly string[] =>
      log.flatMap(({ type, data, at }) =>
        (type === 'CaseNudged' || type === 'CaseEscalated') && data.clock === clock
          ? [`${data.rung} % ${inSeoul(at)}`]
          : [],
      ),
    /** What the reminders of a clock name as its due moment. */
    due: (clock: string): readonly string[] => [
      ...new Set(
        log.flatMap(({ type, data }) =>
          (type === 'CaseNudged' || type === 'CaseEscalated') && data.clock === clock ? [inSeoul(data.dueAt)] : [],
        ),
      ),
    ],
    running: (): readonly string[] =>
      now()
        .sla.clocks.filter((clock) => clock.ended === undefined)
        .map((clock) => clock.name)
        .sort(),
    log: (): readonly CaseEvent[] => log,
  };
}
