import { caseNumber, type PersonId } from '../domain/ids.ts';
import type { Action, Card, CardBlock } from '../ports/card.ts';
import { type Task, taskOf } from './case-lines.ts';
import {
  type ChangeNudgeItem,
  changeReminderCard,
  changeReminderItem,
  changeReminders,
  spokenChange,
} from './change-reminders.ts';
import { aside, bold, buttons, card, heading, labelled, line, quote, spaced, text } from './drawing.ts';
import { inLine } from './excerpt.ts';
import { general } from './general-action.ts';
import { actionsOf, choices, open } from './nudge-actions.ts';
import {
  askOf,
  headOf,
  type NudgeItem,
  type Reminder,
  remindersOf,
  subjectOf,
  untilOf,
  whatOf,
  whoOf,
} from './nudge-lines.ts';
import { nextStepFor } from './owed.ts';
import type { Reading } from './reading.ts';

export type { NudgeItem } from './nudge-lines.ts';

/** Items of one bundle; the rest is counted. */
const shown = 10;

/** What leaves: one reminder, or several as the list of what is to be done today. */
export function nudgesCard(items: readonly (NudgeItem | ChangeNudgeItem)[], recipient: PersonId, r: Reading): Card {
  const reminders = remindersOf(
    items.filter((item) => 'record' in item),
    recipient,
    r,
  );
  const changes = changeReminders(
    items.filter((item) => 'change' in item),
    r,
  );
  const [first] = reminders;
  const [change] = changes;
  if (first !== undefined && reminders.length + changes.length === 1) return single(first, r);
  if (change !== undefined && reminders.length + changes.length === 1) return changeReminderCard(change, recipient, r);
  if (first === undefined && change === undefined) {
    return card(r.words.lists.nothingWaiting, [line(text(r.words.lists.nothingWaiting))]);
  }
  return bundle(reminders, changes, r);
}

/** One case: what is asked for, what and until when, the customer's experience, and the ways on. */
function single(reminder: Reminder, r: Reading): Card {
  const { record, recipient, as } = reminder;
  const mayChoose = as === 'lead' && open(choices, reminder, r).length > 1;
  const asked = askOf(reminder, mayChoose, r);
  const actions = actionsOf(reminder, r);
  const next = as === 'owner' ? nextStepFor(recipient, record, r) : null;
  // What answers the reminder by itself needs no word on the step after it.
  const isNext = next !== null && next.actions[0]?.press.step === actions[0]?.press.step;
  const subject = subjectOf(reminder, r);
  const snoozed = reminder.clock.snoozes?.length ?? 0;
  const task = aboutOf(reminder, r);
  return card(`${headOf(reminder, r)}: ${asked} ${task.what} · ${task.until}`, [
    line(bold(headOf(reminder, r)), text(` · ${asked}`)),
    details(reminder, task, r),
    ...(subject === null ? [] : [line(text(subject))]),
    quote(inLine(record.state.voice.experience, 300)),
    ...(as !== 'owner' && snoozed > 0 ? [aside(text(r.words.clocks.snoozed(snoozed)))] : []),
    ...(isNext ? [line(bold(next.sentence))] : []),
    ...buttons(actions),
  ]);
}

/** Whoever is asked how it goes sees what they are at, and until when. */
function aboutOf(reminder: Reminder, r: Reading): Pick<Task, 'what' | 'until'> {
  const task = reminder.clock.name === 'silence' ? taskOf(reminder.record.state, r) : null;
  return task ?? { what: whatOf(reminder, r), until: untilOf(reminder, r) };
}

function details(reminder: Reminder, task: Pick<Task, 'what' | 'until'>, r: Reading): CardBlock {
  const { who, what, until } = r.words.card;
  const by = whoOf(reminder, r);
  return line(
    ...spaced([...(by === null ? [] : [labelled(who, by)]), labelled(what, task.what), labelled(until, task.until)]),
  );
}

function bundle(reminders: readonly Reminder[], changes: ReturnType<typeof changeReminders>, r: Reading): Card {
  const w = r.words.nudges;
  const total = reminders.length + changes.length;
  const title = w.today(total);
  const hidden = total - shown;
  const all = [...reminders.map((one) => spoken(one, r)), ...changes.map((one) => spokenChange(one, r))];
  const first = all.slice(0, 3);
  const items = [...reminders.map((one) => item(one, r)), ...changes.map((one) => changeReminderItem(one, r))];
  return card(`${title}. ${first.join('. ')}`, [
    heading(title),
    ...items.slice(0, shown).flat(),
    ...(hidden > 0 ? [aside(text(w.more(hidden))), ...buttons([{ ...general('waiting', r), label: w.mine }])] : []),
  ]);
}

function item(reminder: Reminder, r: Reading): readonly CardBlock[] {
  const by = whoOf(reminder, r);
  const said = [whatOf(reminder, r), ...(by === null ? [] : [by]), untilOf(reminder, r)].join(' · ');
  return [line(bold(headOf(reminder, r)), text(` · ${said}`)), ...buttons([one(reminder, r)])];
}

/** One of the options of a decision is no next step: for those the case is opened. */
function one(reminder: Reminder, r: Reading): Action {
  const actions = actionsOf(reminder, r);
  const [first] = actions.filter(({ press }) => press.step !== 'decide' && press.step !== 'snooze');
  return first ?? general('waiting', r);
}

const spoken = (reminder: Reminder, r: Reading): string =>
  [
    caseNumber(reminder.record.id),
    whatOf(reminder, r),
    untilOf(reminder, r),
    ...(reminder.late ? [r.words.time.overdue] : []),
  ].join(' ');
