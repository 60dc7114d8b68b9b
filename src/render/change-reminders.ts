import type { ChangeRecord } from '../domain/change/change.ts';
import { stepOf } from '../domain/change/responsible.ts';
import { changeNumber, type PersonId } from '../domain/ids.ts';
import type { Nudge } from '../domain/notices.ts';
import { goesBy, isOverdue } from '../domain/sla/present-clock.ts';
import { clockIn, keyOf, runningClock, type SlaClock } from '../domain/sla/sla-clock.ts';
import type { ChangeClock } from '../domain/sla/terms.ts';
import type { Action, Card, CardBlock, Step } from '../ports/card.ts';
import type { ClusterView } from '../ports/clusters.ts';
import { changeAction } from './change-actions.ts';
import { changeTitle } from './change-lines.ts';
import { clockName } from './clock-names.ts';
import { bold, buttons, card, labelled, line, spaced, text } from './drawing.ts';
import type { Reading } from './reading.ts';
import { momentText } from './time.ts';

/** A reminder about a process change. */
export type ChangeNudgeItem = { readonly change: ChangeRecord; readonly problem: ClusterView; readonly nudge: Nudge };
type Reminder = ChangeNudgeItem & { readonly clock: SlaClock };

/** Of one clock only its highest rung; what is overdue first. */
export function changeReminders(items: readonly ChangeNudgeItem[], r: Reading): readonly Reminder[] {
  const found = new Map<string, Reminder>();
  for (const item of items) {
    const key = keyOf(clockIn(item.nudge));
    const clock = runningClock(item.change.state.sla, key);
    const known = found.get(`${item.change.id} ${key}`);
    if (clock === null || (known !== undefined && known.nudge.rung >= item.nudge.rung)) continue;
    found.set(`${item.change.id} ${key}`, { ...item, clock });
  }
  const late = ({ clock }: Reminder): number => Number(isOverdue(clock, r.now, r.playbook));
  return [...found.values()].sort((a, b) => late(b) - late(a));
}

/** The steps that answer a reminder of this clock. */
const answers: Readonly<Record<ChangeClock, readonly Step[]>> = {
  propose: ['propose', 'decline-change'],
  judge: ['accept-change', 'decline-change'],
  direct: ['direct-change'],
  prepare: ['plan-change'],
  action: ['finish-action'],
  deploy: ['deploy-change'],
  verify: ['verify-change'],
};

const nameOf = ({ clock }: Reminder): ChangeClock => clock.name as ChangeClock;

function actionsOf({ change, clock }: Reminder, r: Reading): readonly Action[] {
  const more = clock.of === undefined ? '' : `.${clock.of}`;
  const steps = answers[clock.name as ChangeClock].map((step) => changeAction(step, change, r, more));
  return [
    ...steps.map((a, i) => (i === 0 ? { ...a, style: 'primary' as const } : a)),
    changeAction('change', change, r),
  ];
}

function untilOf({ clock }: Reminder, r: Reading): string {
  const by = goesBy(clock, r.playbook);
  return by === null ? r.words.changes.nobody : r.words.time.until(momentText(by, r));
}

function headOf({ change, problem, clock }: Reminder, r: Reading): string {
  const head = `${changeNumber(change.id)} · ${changeTitle(change, problem, r)}`;
  return isOverdue(clock, r.now, r.playbook) ? `${head} · ${r.words.time.overdue}` : head;
}

/** Who owes the step is asked for it; whoever leads them, whether they can help. */
function askOf(reminder: Reminder, recipient: PersonId, r: Reading): string {
  const { owner } = stepOf(reminder.clock, reminder.change.state);
  const isTheirs = owner.to !== 'person' || owner.person === recipient;
  return isTheirs ? r.words.changes.ask[nameOf(reminder)] : r.words.changes.ask.late;
}

/** One reminder: what is asked for, until when, and the ways on. */
export function changeReminderCard(reminder: Reminder, recipient: PersonId, r: Reading): Card {
  const head = headOf(reminder, r);
  const asked = askOf(reminder, recipient, r);
  const what = clockName(reminder.clock, r);
  const until = untilOf(reminder, r);
  return card(`${head}: ${asked} ${what} · ${until}`, [
    line(bold(head), text(` · ${asked}`)),
    line(...spaced([labelled(r.words.card.what, what), labelled(r.words.card.until, until)])),
    ...buttons(actionsOf(reminder, r)),
  ]);
}

/** One of several. */
export function changeReminderItem(reminder: Reminder, r: Reading): readonly CardBlock[] {
  const said = `${clockName(reminder.clock, r)} · ${untilOf(reminder, r)}`;
  return [line(bold(headOf(reminder, r)), text(` · ${said}`)), ...buttons(actionsOf(reminder, r).slice(0, 1))];
}

export const spokenChange = (reminder: Reminder, r: Reading): string =>
  `${changeNumber(reminder.change.id)} ${clockName(reminder.clock, r)} ${untilOf(reminder, r)}`;
