import { departmentHolding, type FiledCase } from '../domain/case/case.ts';
import { hasRole, isMember, type Person, type Role } from '../domain/people.ts';
import { grantingRoles } from '../domain/playbook.ts';
import type { Action, Step } from '../ports/card.ts';

/** One of them leads to the rest. */
const most = 13;

const approvers: readonly Role[] = grantingRoles.filter((role) => role !== 'csAgent');

/** Steps that these roles take, wherever the case is; the rarest first. */
const ofRoles: ReadonlyMap<Step, readonly Role[]> = new Map<Step, readonly Role[]>([
  ['filer', ['vocDesk']],
  ['split', ['csAgent', 'csLead', 'vocDesk']],
  ['conduct', ['csAgent', 'csLead', 'privacyOfficer']],
  ['original', ['csLead', 'vocDesk', 'privacyOfficer']],
  ['merge', ['csAgent', 'csLead', 'vocDesk']],
  ['withdraw-remedy', grantingRoles],
  ['statutory', ['csAgent', 'csLead', 'vocDesk', 'privacyOfficer']],
  ['statutory-done', ['csLead', 'privacyOfficer']],
  ['withdraw', ['csAgent', 'csLead']],
  ['approve-remedy', approvers],
  ['decline-remedy', approvers],
  ['change-remedy', approvers],
  ['contact', ['csAgent', 'csLead']],
  ['remedy', grantingRoles],
  ['draft', ['csAgent', 'csLead']],
  ['brief', ['csAgent', 'csLead']],
]);
/** Steps of whoever holds the case. */
const ofHolder: readonly Step[] = ['reassign', 'refuse', 'ask-decision', 'contain', 'new-due'];
/** What one can do without for once; the brief leads to the draft too. */
const spare: readonly Step[] = [
  'draft',
  'customer',
  'why',
  'clocks',
  'split',
  'history',
  'severity',
  'conduct',
  'alike',
];
/** Stand in the private word as well, or can wait until the menu is shorter. */
const elsewhereToo: readonly Step[] = ['withdraw-remedy', 'change-remedy', 'decline-remedy', 'merge', 'brief'];
/** A channel's card is read by everybody: what few take goes first, what CS does every day from there goes last. */
const fromTheChannel: readonly Step[] = [
  'customer',
  'original',
  'merge',
  'withdraw-remedy',
  'split',
  'why',
  'conduct',
  'withdraw',
  'severity',
  'history',
  'approve-remedy',
  'decline-remedy',
  'change-remedy',
  'clocks',
  'statutory-done',
  'alike',
  'remedy',
  'statutory',
  'contact',
];

/** What a full menu leaves out, first to last: what this reader would not take anyway. */
function leftOut(c: FiledCase, viewer: Person | null): readonly Step[] {
  if (viewer === null) return fromTheChannel;
  const notTheirs = [...ofRoles].filter(([, roles]) => !hasRole(viewer, ...roles)).map(([step]) => step);
  const holder = departmentHolding(c);
  const isOutside = holder === null || !isMember(viewer, holder);
  return [...(isOutside ? ofHolder : []), ...notTheirs, ...spare, ...elsewhereToo];
}

/**
 * A menu of at most thirteen. The card in a channel is its department's: what CS, the desk and the privacy officer do is
 * left out first where there is too much. Nothing is lost: where something is left out, the last entry leads to all of it.
 */
export function fittingMenu(
  menu: readonly Action[],
  c: FiledCase,
  viewer: Person | null,
  more: Action,
): readonly Action[] {
  if (menu.length <= most) return menu;
  let fitting = menu;
  for (const step of leftOut(c, viewer)) {
    if (fitting.length < most) break;
    fitting = fitting.filter(({ press }) => press.step !== step);
  }
  const kept = fitting.length < most ? fitting : withoutLast(fitting);
  return [...kept, more];
}

/** The way to a person stays, whatever else must go. */
function withoutLast(actions: readonly Action[]): readonly Action[] {
  const connect = actions.filter(({ press }) => press.step === 'connect');
  const others = actions.filter(({ press }) => press.step !== 'connect');
  return [...others.slice(0, most - 1 - connect.length), ...connect];
}
