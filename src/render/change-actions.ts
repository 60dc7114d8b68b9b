import { type Change, type ChangeRecord, isOver, openCorrections } from '../domain/change/change.ts';
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
      return { main: [...(isReady(c) ? [] : (['begin-change'] as const)), ...direct], more: worked(c) };
    case 'doing':
      return { main: direct, more: worked(c) };
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

/** Everything that removes the cause is done: now it can take effect. */
const isReady = (c: Change): boolean => openCorrections(c).length === 0;

const worked = (c: Change): readonly Step[] => [
  ...(isReady(c) ? [] : (['deploy-change'] as const)),
  'add-action',
  'change-owner',
];

const isWatched = ({ deployment }: Change): boolean => deployment !== null && deployment.told < deployment.marks.length;

export const changeAction = (step: Step, { id, state }: ChangeRecord, r: Reading, more = ''): Action => ({
  label: r.words.steps.labels[step],
  press: { step, caseId: state.from, arg: `${id}${more}` },
  ...(step === 'decline-change' ? { style: 'danger' as const } : {}),
});

/** An action that is still open has its own button. */
function finishing(record: ChangeRecord, r: Reading): readonly Action[] {
  const { status, actions } = record.state;
  if (status !== 'planned' && status !== 'doing' && status !== 'deployed') return [];
  return actions.filter(({ done }) => done === null).map(({ number }) => finishAction(record, number, r));
}

/** For the first of some buttons, unless it warns. */
export const firstStandsOut = (action: Action, i: number): Action =>
  i === 0 && action.style === undefined ? { ...action, style: 'primary' } : action;

export const finishAction = (record: ChangeRecord, number: number, r: Reading): Action => ({
  ...changeAction('finish-action', record, r, `.${number}`),
  label: `${r.words.steps.labels['finish-action']} ${number}`,
});

/** What can be done about a change now: what is to be done comes before putting it in force, and nothing at all is a look at it. */
export function changeActions(
  record: ChangeRecord,
  r: Reading,
): { readonly main: readonly Action[]; readonly more: readonly Action[] } {
  const c = record.state;
  const { main, more } = stepsOf(c);
  const steps = main.map((step) => changeAction(step, record, r));
  const finish = finishing(record, r);
  const isAtWork = c.status === 'planned' || c.status === 'doing';
  const next = !isAtWork ? [] : isReady(c) ? [changeAction('deploy-change', record, r)] : finish.slice(0, 1);
  const buttons = [...next, ...steps].slice(0, 3);
  return {
    main: buttons.map(firstStandsOut),
    more: [
      ...finish.filter((action) => !next.includes(action)).slice(0, 8),
      ...more.map((step) => changeAction(step, record, r)),
    ],
  };
}
