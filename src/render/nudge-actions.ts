import { departmentHolding } from '../domain/case/case.ts';
import { keyOf } from '../domain/sla/sla-clock.ts';
import type { ClockName } from '../domain/sla/terms.ts';
import type { Action } from '../ports/card.ts';
import { actionFor } from './actions.ts';
import { isAllowed, type SideStep } from './allowed.ts';
import type { Reminder } from './nudge-lines.ts';
import { nextStepFor } from './owed.ts';
import type { Reading } from './reading.ts';

const most = 5;

/** The step that answers a reminder of this clock by itself. */
const answers: Readonly<Partial<Record<ClockName, SideStep>>> = {
  contact: 'contact',
  interim: 'contact',
  customerSilence: 'contact',
  happyCall: 'happy-call',
  containment: 'contain',
  silence: 'progress',
  obstacle: 'answer-obstacle',
  protection: 'protect-answer',
  share: 'keep',
  statutory: 'statutory-done',
};

/** What a lead can choose from once a date has passed. */
export const choices: readonly SideStep[] = ['new-due', 'reassign', 'ask-decision'];

/** Beside the next step, for whoever owes it. */
const beside = (name: ClockName): readonly SideStep[] =>
  name === 'fix' ? ['hold', 'transfer', 'obstacle', 'snooze'] : ['obstacle', 'snooze'];

const argOf = (step: SideStep, { clock }: Reminder): string | undefined => {
  if (step === 'snooze' || step === 'new-due') return keyOf(clock);
  return step === 'answer-obstacle' || step === 'protect-answer' || step === 'statutory-done' ? clock.of : undefined;
};

/** The steps among these that the recipient may take now. */
export function open(steps: readonly SideStep[], reminder: Reminder, r: Reading): readonly Action[] {
  const { clock, record, recipient } = reminder;
  return steps
    .filter((step) => isAllowed(step, clock, record, recipient, r))
    .map((step) => actionFor(step, record, r, argOf(step, reminder)));
}

/** At most five buttons, the likeliest first: what answers the reminder, the next step, what else helps, a look. */
export function actionsOf(reminder: Reminder, r: Reading): readonly Action[] {
  const { clock, record, recipient, as } = reminder;
  const answer = answers[clock.name];
  const next = nextStepFor(recipient, record, r)?.actions ?? [];
  const first = [...open(answer === undefined ? [] : [answer], reminder, r), ...next];
  // A lead who is asked to approve is asked for that alone.
  const mayChoose = as === 'lead' && clock.name !== 'approve' && departmentHolding(record.state) !== null;
  const rest = as === 'owner' ? beside(clock.name) : mayChoose ? choices : [];
  const all = [...first, ...open(rest, reminder, r)];
  const distinct = all.filter((a, i) => all.findIndex((b) => isSame(a, b)) === i);
  return [...distinct, actionFor('show', record, r)]
    .slice(0, most)
    .map((action, i) => (i === 0 && action.press.step !== 'show' ? { ...action, style: 'primary' } : plain(action)));
}

const isSame = (a: Action, b: Action): boolean => a.press.step === b.press.step && a.press.arg === b.press.arg;

const plain = ({ style, ...action }: Action): Action => (style === 'danger' ? { ...action, style } : action);
