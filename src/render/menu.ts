import { departmentHolding, type FiledCase } from '../domain/case/case.ts';
import { hasRole, isMember, type Person, type Role } from '../domain/people.ts';
import type { Action, Step } from '../ports/card.ts';

const most = 13;

/** Steps that these roles take, wherever the case is; the rarest first. */
const ofRoles: ReadonlyMap<Step, readonly Role[]> = new Map<Step, readonly Role[]>([
  ['original', ['csLead', 'vocDesk', 'privacyOfficer']],
  ['merge', ['csAgent', 'csLead', 'vocDesk']],
  ['statutory', ['csAgent', 'csLead', 'vocDesk', 'privacyOfficer']],
  ['statutory-done', ['csLead', 'privacyOfficer']],
  ['withdraw', ['csAgent', 'csLead']],
  ['contact', ['csAgent', 'csLead']],
  ['draft', ['csAgent', 'csLead']],
  ['brief', ['csAgent', 'csLead']],
]);
/** Steps of whoever holds the case. */
const ofHolder: readonly Step[] = ['reassign', 'refuse', 'ask-decision', 'contain', 'new-due'];
/** What one can do without for once; the brief leads to the draft too. */
const spare: readonly Step[] = ['draft', 'customer', 'why', 'clocks', 'history', 'severity', 'merge', 'alike'];

/** What a full menu leaves out, first to last: what this reader would not take anyway. */
function leftOut(c: FiledCase, viewer: Person | null): readonly Step[] {
  const others = [...ofRoles];
  if (viewer === null) return ['customer', ...others.map(([step]) => step), ...spare];
  const notTheirs = others.filter(([, roles]) => !hasRole(viewer, ...roles)).map(([step]) => step);
  const holder = departmentHolding(c);
  const isOutside = holder === null || !isMember(viewer, holder);
  return [...(isOutside ? ofHolder : []), ...notTheirs, ...spare];
}

/**
 * A menu of at most thirteen. The card in a channel is its department's: what CS, the desk and the privacy officer do
 * is left out first where there is too much, and they find it on the card they ask for.
 */
export function fittingMenu(menu: readonly Action[], c: FiledCase, viewer: Person | null): readonly Action[] {
  let fitting = menu;
  for (const step of leftOut(c, viewer)) {
    if (fitting.length <= most) return fitting;
    fitting = fitting.filter(({ press }) => press.step !== step);
  }
  return fitting;
}
