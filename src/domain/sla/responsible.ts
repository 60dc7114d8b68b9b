import { departmentHolding, type FiledCase, offerOf } from '../case/case.ts';
import { isChangeAnswered } from '../case/change-answer.ts';
import { openRequest, rolesAsked } from '../case/remedies.ts';
import type { DepartmentCode } from '../ids.ts';
import type { Reader } from '../notices.ts';
import type { Role } from '../people.ts';
import { unreachable } from '../result.ts';
import type { NamedClock } from './sla-clock.ts';
import type { ClockName, RungTarget } from './terms.ts';

const everybody = (role: Role): Reader => ({ to: 'role', role, department: null });

/** Whose step it is, who leads them, and, where somebody waits for their answer, who that is. */
type Step = { readonly owner: Reader; readonly lead: Reader; readonly asker?: Reader };

/** Steps that are a word with the customer. */
export const toTheCustomer: readonly ClockName[] = ['contact', 'interim', 'reply', 'customerSilence', 'happyCall'];

/** Who owes the step a clock is about: the ladder begins with them. Unassigned is never nobody. */
function stepOf({ name, of }: NamedClock, c: FiledCase): Step {
  switch (name) {
    case 'contact':
    case 'interim':
    case 'reply':
    case 'customerSilence':
    case 'happyCall':
      return { owner: customerOwner(c), lead: everybody('csLead') };
    case 'statutory':
      return { owner: customerOwner(c), lead: everybody('privacyOfficer') };
    case 'close':
      return { owner: isChangeAnswered(c) ? everybody('csLead') : leadOf(c), lead: everybody('csLead') };
    case 'adjudicate':
    case 'countersign':
      return { owner: everybody('vocDesk'), lead: everybody('csLead') };
    case 'share':
      return { owner: c.praised === undefined ? leadOf(c) : { to: 'person', person: c.praised.id }, lead: leadOf(c) };
    case 'protection':
      return { owner: everybody('csLead'), lead: everybody('vocDesk') };
    case 'decide':
      return { owner: everybody('executive'), lead: everybody('executive'), ...askedBy(c) };
    case 'approve':
      return approval(c);
    case 'obstacle': {
      const asked = isForExecutive(of, c) ? everybody('executive') : leadOf(c);
      return { owner: asked, lead: asked };
    }
    case 'accept': {
      const department = offerOf(c)?.to;
      return department === undefined ? inTheDepartment(c) : { owner: onDuty(department), lead: leading(department) };
    }
    case 'acknowledge':
    case 'plan':
    case 'containment':
    case 'fix':
    case 'rootCause':
    case 'silence':
    // Those of a process change never run on a case; see `change/responsible.ts`.
    case 'propose':
    case 'judge':
    case 'direct':
    case 'prepare':
    case 'action':
    case 'deploy':
    case 'verify':
      return inTheDepartment(c);
    default:
      return unreachable(name);
  }
}

const askedBy = (c: FiledCase): Pick<Step, 'asker'> =>
  c.status === 'deciding' ? { asker: { to: 'person', person: c.request.by.id } } : {};

/** The lowest of those whose authority suffices is asked first; each time the answer does not come, the next above. */
function approval(c: FiledCase): Step {
  const asked = rolesAsked(c).map((role) => (role === 'deptLead' ? leadOf(c) : everybody(role)));
  const by = openRequest(c)?.by;
  return {
    owner: asked[0] ?? everybody('executive'),
    lead: asked.at(-1) ?? everybody('executive'),
    ...(by === undefined ? {} : { asker: { to: 'person', person: by.id } }),
  };
}

const customerOwner = (c: FiledCase): Reader => ({ to: 'person', person: c.customerOwner.id });
const onDuty = (department: DepartmentCode): Reader => ({ to: 'duty', department });
const leading = (department: DepartmentCode): Reader => ({ to: 'role', role: 'deptLead', department });

const inTheDepartment = (c: FiledCase): Step => ({ owner: ownerIn(c), lead: leadOf(c) });

/** The owner; whoever is on duty while nobody owns it; the VOC desk while no department does. */
function ownerIn(c: FiledCase): Reader {
  if (c.status === 'adjudication' || c.status === 'new') return everybody('vocDesk');
  if ('owner' in c) return { to: 'person', person: c.owner.id };
  const department = departmentHolding(c);
  return department === null ? everybody('vocDesk') : onDuty(department);
}

const isForExecutive = (number: string | undefined, c: FiledCase): boolean =>
  c.obstacles.some((o) => String(o.number) === number && o.forExecutive === true);

function leadOf(c: FiledCase): Reader {
  const department = c.status === 'adjudication' ? null : departmentHolding(c);
  return department === null ? everybody('vocDesk') : leading(department);
}

/** Who leads those who owe the step. */
export const leadOfStep = (clock: NamedClock, c: FiledCase): Reader => stepOf(clock, c).lead;

/** The people a rung tells, each once; the thread is nobody. */
export function rungReaders(clock: NamedClock, targets: readonly RungTarget[], c: FiledCase): readonly Reader[] {
  const readers = targets.flatMap((target): readonly Reader[] => {
    switch (target) {
      case 'thread':
        return [];
      case 'owner':
        return [stepOf(clock, c).owner];
      case 'lead':
        return [stepOf(clock, c).lead];
      case 'asker': {
        const { asker } = stepOf(clock, c);
        return asker === undefined ? [] : [asker];
      }
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

/** Whether it leaves at once, whatever the hour: whoever asks for protection, an S1 while it is open, and what runs round the clock for safety; one of a surge never. */
export const isUrgent = (clock: Pick<NamedClock, 'name'>, c: FiledCase): boolean =>
  c.surge === undefined &&
  ((c.assessment.tier === 'S1' && clock.name !== 'happyCall') ||
    clock.name === 'protection' ||
    (c.assessment.roundTheClock && (clock.name === 'acknowledge' || clock.name === 'accept')));
