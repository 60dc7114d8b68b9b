import {
  type CaseRecord,
  departmentHolding,
  type FiledCase,
  hasEnded,
  isPerson,
  offerOf,
  type Status,
} from '../domain/case/case.ts';
import { givenIn, openRequest } from '../domain/case/remedies.ts';
import type { Remedy } from '../domain/case/remedy.ts';
import { isAnsweredByVerdict, isFinal } from '../domain/case/request-verdict.ts';
import type { DepartmentCode } from '../domain/ids.ts';
import { hasRole, isMember, type Person } from '../domain/people.ts';
import type { Action, Step } from '../ports/card.ts';
import { deskSteps, holderSteps, type Steps, views } from './case-steps.ts';
import { dutyName } from './clock-names.ts';
import { clip } from './excerpt.ts';
import { hasSeverity } from './forms/choices.ts';
import { isOpenPraise } from './light-lines.ts';
import { fittingMenu } from './menu.ts';
import type { Reading } from './reading.ts';
import { remedyText } from './remedy-lines.ts';
import { isContactable, type TimeStep, timeSteps } from './time-steps.ts';

/** Where a card hangs: it offers what can be done from there. */
export type CardPlace = { readonly to: 'department'; readonly department: DepartmentCode } | { readonly to: 'desk' };

export type Offered = { readonly main: readonly Action[]; readonly more: readonly Action[] };

/** The desk still has something to decide, whichever department holds the case. */
export const waitsForDesk = (c: FiledCase): boolean => deskSteps(c) !== null;

/** The place has a part in the case now; elsewhere it is only remembered. */
export function isConcerned(c: FiledCase, place: CardPlace): boolean {
  if (place.to === 'desk') return waitsForDesk(c);
  return departmentHolding(c) === place.department || offerOf(c)?.to === place.department;
}

/** Praise is shared or kept; what was asked for gets its verdict before anything else. */
function lightSteps(c: FiledCase, { main, more }: Steps): Steps {
  if (isOpenPraise(c)) {
    const transfer: readonly Step[] = c.status === 'routed' && offerOf(c) === null && !c.binding ? ['transfer'] : [];
    return { main: ['share', 'keep', ...transfer], more: ['obstacle', 'withdraw', ...views] };
  }
  const awaits = (c.status === 'acknowledged' || c.status === 'working') && !isFinal(c.verdict);
  if (!awaits || !isAnsweredByVerdict(c.voice.kind)) return { main, more };
  const all: readonly Step[] = ['verdict', ...main];
  return { main: all.slice(0, 3), more: [...all.slice(3), ...more] };
}

function stepsFor(c: FiledCase, place: CardPlace): Steps {
  if (hasEnded(c)) return holderSteps(c);
  if (!isConcerned(c, place)) return { main: ['show'], more: ['history'] };
  if (place.to === 'desk') return deskSteps(c) ?? holderSteps(c);
  return offerOf(c)?.to === place.department
    ? { main: ['accept', 'return'], more: views }
    : lightSteps(c, holderSteps(c));
}

/** Who talks to the customer looks for that first, unless the department's step is theirs too. */
function seenBy(viewer: Person | null, c: FiledCase, { main, more }: Steps): Steps {
  if (viewer === null || !isPerson(c.customerOwner, viewer.id) || !isContactable(c)) return { main, more };
  const holder = departmentHolding(c);
  const [first, ...rest] = main;
  const isAlsoTheirs = first !== undefined && holder !== null && isMember(viewer, holder);
  const all: readonly Step[] = isAlsoTheirs ? [first, 'contact', ...rest] : ['contact', ...main];
  return { main: all.slice(0, 3), more: [...all.slice(3), ...more] };
}

/** Help with what the customer is told, for whoever tells it: on their own look at a case, not on a department's card. */
function careSteps(viewer: Person | null, c: FiledCase): readonly Step[] {
  if (viewer === null || hasEnded(c)) return [];
  const talks = hasRole(viewer, 'csAgent', 'csLead') || c.callback?.caller.id === viewer.id;
  return talks ? ['brief', 'draft'] : [];
}

/** Whoever is only asked to take the case answers that first. */
function timeStepsAt(place: CardPlace, c: FiledCase, r: Reading): readonly TimeStep[] {
  const isAsked = place.to === 'department' && offerOf(c)?.to === place.department;
  return hasEnded(c) || isAsked || !isConcerned(c, place) ? [] : timeSteps(c, r);
}

const consequential: readonly Step[] = ['refuse', 'void', 'withdraw'];

export function actionFor(step: Step, record: CaseRecord, r: Reading, arg?: string): Action {
  const { labels, confirm } = r.words.steps;
  const ask = confirmationOf(step, record.state);
  return {
    label: labels[step],
    press: { step, caseId: record.id, ...(arg === undefined ? {} : { arg }) },
    ...(consequential.includes(step) ? { style: 'danger' as const } : {}),
    ...(ask ? { confirm: { ...confirm[ask], yes: labels[step], no: confirm.no } } : {}),
  };
}

/** A press that acts at once and cannot be taken back by the next one is asked about first. */
function confirmationOf(step: Step, c: FiledCase): 'close' | 'countersign' | 'void' | null {
  if (step === 'close' || step === 'countersign') return step;
  return step === 'void' && c.status === 'new' && c.voidProposed !== null ? 'void' : null;
}

/** [승인], [반려], and for money [금액 변경]; what is approved must be read off the button. */
export function approvalActions(remedy: Remedy, record: CaseRecord, r: Reading): readonly Action[] {
  const arg = String(remedy.number);
  const approve = actionFor('approve-remedy', record, r, arg);
  const what = remedyText(remedy, r);
  return [
    { ...approve, label: clip(r.words.remedies.approve(approve.label, what), 75), style: 'primary' },
    actionFor('decline-remedy', record, r, arg),
    ...(remedy.amount === null ? [] : [actionFor('change-remedy', record, r, arg)]),
  ];
}

/** For the menu: an answer to what is asked for, or what has been given and may have been noted wrongly. */
function remedyActions(record: CaseRecord, place: CardPlace, r: Reading): readonly Action[] {
  const c = record.state;
  if (hasEnded(c) || !isConcerned(c, place)) return [];
  const open = openRequest(c);
  const newest = givenIn(c).at(-1);
  return [
    ...(open === null ? [] : approvalActions(open, record, r).map(({ style: _inMenu, ...action }) => action)),
    ...(newest === undefined ? [] : [actionFor('withdraw-remedy', record, r, String(newest.number))]),
  ];
}

/** Which duty is done must be read off the button. */
function timedAction({ step, arg }: TimeStep, record: CaseRecord, r: Reading): Action {
  const action = actionFor(step, record, r, arg);
  if (step !== 'statutory-done' || arg === undefined) return action;
  return { ...action, label: clip(`${action.label}: ${dutyName(arg, r)}`, 75) };
}

const primary = (action: Action, index: number): Action =>
  index === 0 && action.style === undefined && action.press.step !== 'show' ? { ...action, style: 'primary' } : action;

const isWorthShowing = (step: Step, c: FiledCase, r: Reading): boolean =>
  (step !== 'severity' || hasSeverity(c.voice.kind, r)) &&
  (step !== 'clocks' || c.sla.clocks.length > 0) &&
  (step !== 'customer' || c.earlier !== undefined);

/** How much of the words a card shows, and the step to the rest. */
const readsWords: Readonly<Record<'short' | 'long' | 'folded', readonly Step[]>> = {
  short: [],
  long: ['words'],
  folded: ['unfold'],
};

/**
 * Which buttons a case offers in a place, from its status and its clocks alone: at most three, then a menu of at most
 * thirteen. Who may press is decided when somebody does, and answered in words; `viewer` (null: whoever reads the
 * channel) says only what comes first, and what a full menu leaves out.
 */
export function offered(
  record: CaseRecord,
  place: CardPlace,
  r: Reading,
  words: 'short' | 'long' | 'folded',
  viewer: Person | null = null,
  reflects = false,
): Offered {
  const { main, more } = everyStep(record, place, r, words, viewer);
  const menu = reflects ? [actionFor('fold', record, r), ...more] : more;
  return { main, more: fittingMenu(menu, record.state, viewer, actionFor('more', record, r)) };
}

/** The same, with nothing left out. */
export function everyStep(
  record: CaseRecord,
  place: CardPlace,
  r: Reading,
  words: 'short' | 'long' | 'folded',
  viewer: Person | null,
): Offered {
  const c = record.state;
  const steps = seenBy(viewer, c, stepsFor(c, place));
  const timed = timeStepsAt(place, c, r).filter(({ step }) => !steps.main.includes(step));
  const open = hasEnded(c) ? [] : c.obstacles.filter((o) => o.answer === null).slice(0, 1);
  const reads = readsWords[words].map((step) => actionFor(step, record, r));
  const buttons = steps.main.map((step) => actionFor(step, record, r)).map(primary);
  const hasRoom = buttons.length < 3;
  const unnamed = c.unnamed === true ? [actionFor('filer', record, r)] : [];
  const menu = [
    ...(hasRoom ? [] : reads),
    ...open.map((o) => actionFor('answer-obstacle', record, r, String(o.number))),
    ...remedyActions(record, place, r),
    ...timed.map((step) => timedAction(step, record, r)),
    ...unnamed,
    ...careSteps(viewer, c).map((step) => actionFor(step, record, r)),
    ...steps.more.filter((step) => isWorthShowing(step, c, r)).map((step) => actionFor(step, record, r)),
  ];
  return { main: hasRoom ? [...buttons, ...reads] : buttons, more: menu };
}

/** The step that moves a case of this status on, if any is left. */
export const nextStepOf: Readonly<Record<Status, Step | null>> = {
  new: 'route',
  routed: 'acknowledge',
  acknowledged: 'start',
  working: 'fix',
  held: 'resume',
  adjudication: 'adjudicate',
  deciding: 'decide',
  fixed: 'reply',
  replied: 'close',
  closed: 'reopen',
  refused: 'reopen',
  merged: null,
  withdrawn: null,
  settled: null,
  void: null,
};
