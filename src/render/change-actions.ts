import { type Change, type ChangeRecord, isOver } from '../domain/change/change.ts';
import { unreachable } from '../domain/result.ts';
import type { Action, Step } from '../ports/card.ts';
import type { Reading } from './reading.ts';

/** Steps in order of likelihood: as buttons, and in the menu. Who may press is decided when somebody does. */
function stepsOf(c: Change): { readonly main: readonly Step[]; readonly more: readonly Step[] } {
  const direct: readonly Step[] =
    c.direction !== null && c.direction.answer === null && !isOver(c) ? ['direct-change'] : [];
  switch (c.status) {
    case 'demanded':
      return { main: ['propose', 'decline-change', ...direct], more: [] };
    case 'proposed':
      return { main: ['accept-change', 'decline-change', ...direct], more: [] };
    case 'accepted':
      return { main: ['plan-change', ...direct], more: ['change-owner'] };
    case 'planned':
      return { main: ['begin-change', 'deploy-change', ...direct], more: ['add-action', 'change-owner'] };
    case 'doing':
      return { main: ['deploy-change', ...direct], more: ['add-action', 'change-owner'] };
    case 'deployed':
      return { main: isWatched(c) ? [] : ['verify-change'], more: ['change-owner'] };
    case 'partial':
      return { main: ['resume-change'], more: [] };
    case 'declined':
      return { main: [], more: ['propose'] };
    case 'effective':
      return { main: [], more: [] };
    default:
      return unreachable(c.status);
  }
}

const isWatched = ({ deployment }: Change): boolean => deployment !== null && deployment.told < deployment.marks.length;

export const changeAction = (step: Step, { id, state }: ChangeRecord, r: Reading, more = ''): Action => ({
  label: r.words.steps.labels[step],
  press: { step, caseId: state.from, arg: `${id}${more}` },
  ...(step === 'decline-change' ? { style: 'danger' as const } : {}),
});

/** What can be done about a change now. An action that is still open has its own button in the menu. */
export function changeActions(
  record: ChangeRecord,
  r: Reading,
): { readonly main: readonly Action[]; readonly more: readonly Action[] } {
  const { main, more } = stepsOf(record.state);
  const canFinish = record.state.status === 'planned' || record.state.status === 'doing';
  const open = canFinish ? record.state.actions.filter(({ done }) => done === null).slice(0, 8) : [];
  const finish = open.map((action) => ({
    ...changeAction('finish-action', record, r, `.${action.number}`),
    label: `${r.words.steps.labels['finish-action']} ${action.number}`,
  }));
  const buttons = main.map((step) => changeAction(step, record, r));
  return {
    main: buttons.map((action, i) =>
      i === 0 && action.style === undefined ? { ...action, style: 'primary' as const } : action,
    ),
    more: [...finish, ...more.map((step) => changeAction(step, record, r))],
  };
}
