import type { Reader } from '../notices.ts';
import type { Role } from '../people.ts';
import { unreachable } from '../result.ts';
import type { NamedClock } from '../sla/sla-clock.ts';
import type { ChangeClock, RungTarget } from '../sla/terms.ts';
import type { Change } from './change.ts';

export type RoleReader = Extract<Reader, { to: 'role' }>;

export const everybody = (role: Role): RoleReader => ({ to: 'role', role, department: null });
export const leadOf = (c: Change): RoleReader => ({ to: 'role', role: 'deptLead', department: c.department });
const ownerOf = (c: Change): Reader => (c.owner === null ? leadOf(c) : { to: 'person', person: c.owner.id });

/** Who says whether what was proposed is to be done: nobody judges what they proposed themselves. */
export const judgeOf = (c: Change): RoleReader => (c.proposal?.byLead === true ? everybody('executive') : leadOf(c));

type Step = { readonly owner: Reader; readonly lead: Reader };

/** Who owes the step a clock is about, and who leads them. */
export function stepOf({ name, of }: NamedClock, c: Change): Step {
  const clock = name as ChangeClock;
  switch (clock) {
    case 'propose':
      return { owner: leadOf(c), lead: leadOf(c) };
    case 'judge':
      return { owner: judgeOf(c), lead: judgeOf(c) };
    case 'direct':
      return { owner: everybody('executive'), lead: everybody('executive') };
    case 'prepare':
    case 'deploy':
      return { owner: ownerOf(c), lead: leadOf(c) };
    case 'action': {
      const action = c.actions.find(({ number }) => String(number) === of);
      const owner: Reader = action === undefined ? ownerOf(c) : { to: 'person', person: action.owner.id };
      return { owner, lead: ownerOf(c) };
    }
    case 'verify':
      return { owner: everybody('vocDesk'), lead: everybody('csLead') };
    default:
      return unreachable(clock);
  }
}

/** The people a rung tells, each once. */
export function changeRungReaders(clock: NamedClock, targets: readonly RungTarget[], c: Change): readonly Reader[] {
  const { owner, lead } = stepOf(clock, c);
  const readers = targets.flatMap((target): readonly Reader[] => {
    switch (target) {
      case 'thread':
        return [];
      case 'owner':
      case 'asker':
        return [owner];
      case 'lead':
        return [lead];
      case 'csLead':
      case 'executive':
        return [everybody(target)];
      default:
        return unreachable(target);
    }
  });
  const keys = readers.map((reader) => JSON.stringify(reader));
  return readers.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
}
