import type { DepartmentCode } from '../ids.ts';
import type { Party, PersonRef, Role } from '../people.ts';
import { unreachable } from '../result.ts';
import { departmentHolding, type FiledCase, hasEnded, type Obstacle, offerOf } from './case.ts';
import { owesHappyCall } from './happy-call.ts';
import { rolesAsked } from './remedies.ts';

const person = (ref: PersonRef): Party => ({ type: 'person', person: ref });
const department = (code: DepartmentCode): Party => ({ type: 'department', department: code });
const role = (of: Role): Party => ({ type: 'role', role: of, department: null });
const leadOf = (code: DepartmentCode): Party => ({ type: 'role', role: 'deptLead', department: code });

/**
 * Who answers for the case now: exactly one while it is open, null once it has ended. An offer, a hold or a question to
 * an executive takes the case out of nobody's hands.
 */
export function accountable(c: FiledCase): Party | null {
  switch (c.status) {
    case 'new':
    case 'adjudication':
      return role('vocDesk');
    case 'routed':
      return department(c.department);
    case 'acknowledged':
    case 'working':
    case 'held':
    case 'deciding':
      return person(c.owner);
    case 'fixed':
      return person(c.customerOwner);
    case 'replied':
      return role('csLead');
    case 'refused':
      return c.countersigned === null ? role('vocDesk') : null;
    case 'closed':
    case 'merged':
    case 'withdrawn':
    case 'settled':
    case 'void':
      return null;
    default:
      return unreachable(c);
  }
}

/** Who is to answer an obstacle: the lead of the department holding the case, the VOC desk while none does, or above them. */
function answererOf({ forExecutive }: Obstacle, c: FiledCase): Party {
  if (forExecutive === true) return role('executive');
  const holder = departmentHolding(c);
  return holder === null ? role('vocDesk') : leadOf(holder);
}

/**
 * Everybody whose next step it is: mostly who is accountable, and whoever has been asked. A case that has ended awaits
 * nobody, but for the call to its customer that is still to be made.
 */
export function awaits(c: FiledCase): readonly Party[] {
  if (owesHappyCall(c)) return [person(c.customerOwner)];
  if (hasEnded(c)) return [];
  // Whoever cannot go on comes before every step of a case.
  const calls = (c.protections ?? []).some((p) => p.answer === null) ? [role('csLead')] : [];
  const stuck = c.obstacles.filter((o) => o.answer === null).map((o) => answererOf(o, c));
  const holder = departmentHolding(c);
  const approving = rolesAsked(c).map((of) => (of === 'deptLead' && holder !== null ? leadOf(holder) : role(of)));
  return [...stepAwaits(c), ...calls, ...stuck, ...approving].filter(
    (party, i, all) => all.findIndex((p) => isSame(p, party)) === i,
  );
}

const isSame = (a: Party, b: Party): boolean =>
  a === b || (a.type === 'role' && b.type === 'role' && a.role === b.role && a.department === b.department);

/** Praise waits for nobody but whom it is for; where nobody was named, for who leads them. */
function praiseAwaits(c: FiledCase): Party {
  if (c.praised !== undefined) return person(c.praised);
  const holder = departmentHolding(c);
  return holder === null ? role('vocDesk') : leadOf(holder);
}

function stepAwaits(c: FiledCase): readonly Party[] {
  if (c.status === 'deciding') return [role('executive')];
  if (c.status === 'new' && c.voidProposed !== null) return [role('vocDesk'), role('csLead')];
  if (c.voice.kind === 'praise') return [praiseAwaits(c)];
  const first = accountable(c);
  const offer = offerOf(c);
  return [...(first === null ? [] : [first]), ...(offer === null ? [] : [department(offer.to)])];
}
