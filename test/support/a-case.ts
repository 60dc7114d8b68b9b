import { type Case, type FiledCase, unfiled } from '../../src/domain/case/case.ts';
import type { CaseCommand } from '../../src/domain/case/commands.ts';
import { decide } from '../../src/domain/case/decide.ts';
import { evolve } from '../../src/domain/case/evolve.ts';
import { causationId, type MaskedText } from '../../src/domain/ids.ts';
import { type Instant, instant } from '../../src/domain/instant.ts';
import type { PlaybookPerson } from '../../src/domain/playbook.ts';
import { aPlaybook, logistics, people } from './a-playbook.ts';

/** Mon 2026-11-23 10:00 in Seoul. */
export const monday: Instant = instant(Date.UTC(2026, 10, 23, 1, 0));
export const masked = (text: string): MaskedText => text as MaskedText;

let presses = 0;

/** A command as if this person had just given it. */
export function by<T extends Pick<CaseCommand, 'type' | 'data'>>(
  who: PlaybookPerson,
  intent: T,
  at = monday,
): CaseCommand {
  presses += 1;
  const { id, name, department, roles } = who;
  const meta = {
    actor: { type: 'person' as const, person: { id, name, department, roles } },
    at,
    causationId: causationId(`test:${presses}`),
  };
  return { ...intent, meta } as unknown as CaseCommand;
}

export const filing = {
  type: 'FileCase' as const,
  data: {
    kind: 'complaint' as const,
    channel: 'phone',
    touchpoint: 'last' as const,
    words: masked('계란이 깨져서 왔어요'),
    experience: masked('계란이 깨져 왔다'),
    wants: ['refund'],
    opinion: null,
    product: null,
    masked: {},
    customer: null,
    earlier: [],
    permalink: null,
    signals: [],
    struggled: [],
    waited: null,
    reach: null,
    department: logistics,
  },
};

/** The case after these commands; throws where one is refused. */
export function after(...commands: readonly CaseCommand[]): FiledCase {
  let state: Case = unfiled;
  for (const command of commands) {
    const decided = decide(command, state, aPlaybook);
    if (!decided.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(decided.error)}`);
    state = decided.value.reduce(evolve, state);
  }
  if (state.status === 'unfiled') throw new Error('nothing was filed');
  return state;
}

/** Filed by the CS agent 박두리, with logistics, not yet acknowledged. */
export const aRoutedCase = (): FiledCase => after(by(people.duri, filing));
