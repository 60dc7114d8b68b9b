import { departmentHolding, type FiledCase, offerOf } from '../case/case.ts';
import type { Reader } from '../notices.ts';
import type { Role } from '../people.ts';
import { unreachable } from '../result.ts';
import type { NamedClock } from './sla-clock.ts';
import type { RungTarget } from './terms.ts';

const everybody = (role: Role): Reader => ({ to: 'role', role, department: null });

/** Who owes the step a clock is about: the ladder begins with them. Unassigned is never nobody. */
function ownerOfStep({ name, of }: NamedClock, c: FiledCase): Reader {
  switch (name) {
    case 'contact':
    case 'interim':
    case 'reply':
    case 'customerSilence':
    case 'statutory':
      return { to: 'person', person: c.customerOwner.id };
    case 'close':
      return everybody('csLead');
    case 'adjudicate':
    case 'countersign':
      return everybody('vocDesk');
    case 'decide':
      return everybody('executive');
    case 'obstacle':
      return isForExecutive(of, c) ? everybody('executive') : leadOf(c);
    case 'accept': {
      const offer = offerOf(c);
      return offer === null ? inTheDepartment(c) : { to: 'duty', department: offer.to };
    }
    default:
      return inTheDepartment(c);
  }
}

/** The owner; whoever is on duty while nobody owns it; the VOC desk while no department does. */
function inTheDepartment(c: FiledCase): Reader {
  if (c.status === 'adjudication' || c.status === 'new') return everybody('vocDesk');
  if ('owner' in c) return { to: 'person', person: c.owner.id };
  const department = departmentHolding(c);
  return department === null ? everybody('vocDesk') : { to: 'duty', department };
}

const isForExecutive = (number: string | undefined, c: FiledCase): boolean =>
  c.obstacles.some((o) => String(o.number) === number && o.forExecutive === true);

function leadOf(c: FiledCase): Reader {
  const department = c.status === 'adjudication' ? null : departmentHolding(c);
  return department === null ? everybody('vocDesk') : { to: 'role', role: 'deptLead', department };
}

/** Who leads those who owe the step. */
export function leadOfStep({ name, of }: NamedClock, c: FiledCase): Reader {
  switch (name) {
    case 'contact':
    case 'interim':
    case 'reply':
    case 'customerSilence':
    case 'close':
    case 'adjudicate':
    case 'countersign':
      return everybody('csLead');
    case 'statutory':
      return everybody('privacyOfficer');
    case 'decide':
      return everybody('executive');
    case 'obstacle':
      return isForExecutive(of, c) ? everybody('executive') : leadOf(c);
    case 'accept': {
      const offer = offerOf(c);
      return offer === null ? leadOf(c) : { to: 'role', role: 'deptLead', department: offer.to };
    }
    default:
      return leadOf(c);
  }
}

/** The people a rung tells, each once; the thread is nobody. */
export function rungReaders(clock: NamedClock, targets: readonly RungTarget[], c: FiledCase): readonly Reader[] {
  const readers = targets.flatMap((target): readonly Reader[] => {
    switch (target) {
      case 'thread':
        return [];
      case 'owner':
        return [ownerOfStep(clock, c)];
      case 'lead':
        return [leadOfStep(clock, c)];
      case 'csLead':
      case 'executive':
        return [everybody(target)];
      default:
        return unreachable(target);
    }
  });
  const seen = new Set<string>();
  return readers.filter((reader) => {
    const key = JSON.stringify(reader);
    return !seen.has(key) && seen.add(key);
  });
}

/** Whether it leaves at once, whatever the hour: an S1 until somebody has it, and what runs round the clock for safety. */
export const isUrgent = (clock: Pick<NamedClock, 'name'>, c: FiledCase): boolean =>
  c.assessment.tier === 'S1' ||
  (c.assessment.roundTheClock && (clock.name === 'acknowledge' || clock.name === 'accept'));
