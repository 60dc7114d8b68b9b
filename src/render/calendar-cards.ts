import type { Day } from '../domain/instant.ts';
import type { Calendar } from '../domain/playbook.ts';
import type { HolidayEntry, MissingYear } from '../domain/sla/calendars-with.ts';
import type { Span } from '../domain/sla/working-hours.ts';
import type { Card, CardBlock } from '../ports/card.ts';
import type { Form } from '../ports/form.ts';
import { aside, bold, buttons, card, heading, labelled, line, text } from './drawing.ts';
import { inLine } from './excerpt.ts';
import { choice, dayField, oneLine, select } from './forms/fields.ts';
import { general } from './general-action.ts';
import { hoursText, weekText } from './hours-text.ts';
import type { Reading } from './reading.ts';
import { dayText } from './time.ts';

/** A day unlike others of its weekday. `name` null: the playbook's own, which has none to show. */
export type SpecialDay = { readonly day: Day; readonly name: string | null; readonly spans: readonly Span[] };

/** What the reader may do about it: change it, or ask these people to. */
export type Keeper =
  | { readonly isAdmin: true; readonly lists: readonly string[]; readonly missing: readonly MissingYear[] }
  | { readonly isAdmin: false; readonly admins: readonly string[] };

const missingLines = (missing: readonly MissingYear[], r: Reading): readonly CardBlock[] =>
  missing.map(({ list, year }) => line(text(r.words.calendar.missing(list, year))));

/** When I work: the week, the zone, and the next days that are otherwise. */
export function calendarCard(calendar: Calendar, days: readonly SpecialDay[], keeper: Keeper, r: Reading): Card {
  const w = r.words.calendar;
  const title = w.title(calendar.name[r.locale]);
  const hours = weekText(calendar, r);
  return card(`${title} · ${hours}`, [
    heading(title),
    line(...labelled(w.hours, hours)),
    line(...labelled(w.zone, calendar.zone)),
    line(bold(days.length > 0 ? w.special : w.none)),
    ...days.map((day) => aside(text(specialText(day, r)))),
    ...(keeper.isAdmin ? forAdmins(keeper, r) : forOthers(keeper.admins, r)),
  ]);
}

function specialText({ day, name, spans }: SpecialDay, r: Reading): string {
  const w = r.words.calendar;
  const what = inLine(name ?? w.ownDay, 80);
  return `${dayText(day, r)} ${what} · ${spans.length === 0 ? w.off : w.worked(hoursText(spans, r))}`;
}

function forAdmins({ lists, missing }: Extract<Keeper, { isAdmin: true }>, r: Reading): readonly CardBlock[] {
  if (lists.length === 0) return [aside(text(r.words.calendar.noList))];
  return [...missingLines(missing, r), ...buttons([general('add-holiday', r), general('remove-holiday', r)])];
}

function forOthers(admins: readonly string[], r: Reading): readonly CardBlock[] {
  return admins.length === 0 ? [] : [aside(text(r.words.calendar.ask(admins.map(r.words.glossary.person).join(', '))))];
}

/** Said to whoever is no administrator: who is. */
export const adminOnlyText = (admins: readonly string[], r: Reading): string =>
  admins.length === 0
    ? r.words.calendar.noAdmin
    : r.words.calendar.adminOnly(admins.map(r.words.glossary.person).join(', '));

/** `calendars`: who goes by the list, in words. */
export type ListChoice = { readonly list: string; readonly calendars: readonly Calendar[] };

export function addHolidayForm(lists: readonly ListChoice[], start: Day, r: Reading): Form {
  const w = r.words.calendar;
  const choices = lists.map(({ list, calendars }) => ({
    value: list,
    label: w.listLabel(list, calendars.map((c) => c.name[r.locale]).join(', ')),
  }));
  const only = choices.length === 1 ? choices[0]?.value : undefined;
  return {
    ...frame('add-holiday', r),
    fields: [
      ...(only === undefined ? [select('list', w.list, choices, { initial: choices[0]?.value ?? null })] : []),
      dayField('day', w.day, start),
      oneLine('name', w.name, { hint: w.nameHint, max: 80 }),
      oneLine('hours', w.workedHours, { hint: w.workedHoursHint, required: false, max: 80 }),
    ],
    context: only === undefined ? {} : { list: only },
  };
}

/** A day of a list as one value of a choice. */
export const entryValue = ({ list, day }: Pick<HolidayEntry, 'list' | 'day'>): string => `${day} ${list}`;

export function removeHolidayForm(entries: readonly HolidayEntry[], r: Reading): Form {
  const w = r.words.calendar;
  const several = new Set(entries.map(({ list }) => list)).size > 1;
  const choices = entries.map((entry) =>
    choice(entryValue(entry), w.choice(dayText(entry.day, r), inLine(entry.name, 40), several ? entry.list : null)),
  );
  return { ...frame('remove-holiday', r), fields: [select('holiday', w.which, choices)], context: {} };
}

function frame(step: 'add-holiday' | 'remove-holiday', r: Reading): Omit<Form, 'fields' | 'context'> {
  const { submit, cancel } = r.words.forms;
  const intro = [aside(text(r.words.calendar.recounts))];
  return { step, title: r.words.steps.labels[step], submit, cancel, intro, outro: [] };
}

/** What was changed, and what follows from it. */
export function calendarChangedCard(said: string, r: Reading): Card {
  const { recounts } = r.words.calendar;
  return card(`${said} ${recounts}`, [line(bold(said)), line(text(recounts)), ...buttons([general('calendar', r)])]);
}

export const putText = ({ day, name, spans }: SpecialDay, r: Reading): string =>
  r.words.calendar.put(dayText(day, r), name ?? '', hoursText(spans, r));

/** To administrators, once a day while a year is missing. */
export function calendarWarningCard(missing: readonly MissingYear[], r: Reading): Card {
  const { warning, fill, missing: sentence } = r.words.calendar;
  const first = missing[0];
  return card(first === undefined ? warning : `${warning} · ${sentence(first.list, first.year)}`, [
    line(bold(warning)),
    ...missingLines(missing, r),
    aside(text(fill)),
    ...buttons([general('calendar', r), general('add-holiday', r)]),
  ]);
}
