import type { Day } from '../domain/instant.ts';
import type { Person, PersonRef } from '../domain/people.ts';
import { unreachable } from '../domain/result.ts';
import type { Absence } from '../domain/sla/absence.ts';
import type { Card, CardBlock } from '../ports/card.ts';
import type { Form } from '../ports/form.ts';
import { aside, bold, buttons, card, heading, line, text } from './drawing.ts';
import { choice, dayField, select } from './forms/fields.ts';
import { general } from './general-action.ts';
import type { Reading } from './reading.ts';
import { dayText } from './time.ts';

/** An absence with the people in it; `standIn` receives the reminders: the person themselves where nobody else is there. */
export type AbsenceView = { readonly absence: Absence; readonly person: PersonRef; readonly standIn: PersonRef };

export const absenceDays = ({ from, until }: Pick<Absence, 'from' | 'until'>, r: Reading): string =>
  r.words.away.days(dayText(from, r), dayText(until, r));

/** Absences shown at once; whoever leads more people than that asks again. */
const shown = 8;

/** Who of mine is away, each to be ended with one press. */
export function awayCard(views: readonly AbsenceView[], r: Reading): Card {
  const w = r.words.away;
  const rows = views
    .slice(0, shown)
    .flatMap(({ absence, person, standIn }): readonly CardBlock[] => [
      line(bold(person.name), text(w.row(absenceDays(absence, r), standIn.name))),
      ...buttons([general('back', r, String(absence.id))]),
    ]);
  const names = views.map(({ absence, person }) => `${person.name} ${absenceDays(absence, r)}`).join(', ');
  return card(`${w.title} · ${names}`, [
    heading(w.title),
    ...rows,
    ...(views.length > shown ? [aside(text(w.more(views.length - shown)))] : []),
    ...buttons([general('away', r)]),
  ]);
}

export type AwayChoices = {
  /** Whose absence the presser may set besides their own. */
  readonly members: readonly PersonRef[];
  readonly delegates: readonly PersonRef[];
  readonly today: Day;
};

/** Who, from when until when, and who stands in: sent as it opens, it says that I am away today. */
export function awayForm(presser: Person, { members, delegates, today }: AwayChoices, r: Reading): Form {
  const w = r.words.away;
  const { submit, cancel } = r.words.forms;
  const who = [choice(presser.id, w.me(presser.name)), ...members.map(({ id, name }) => choice(id, name))];
  const others = delegates.map(({ id, name }) => choice(id, name));
  return {
    step: 'away',
    title: w.title,
    submit,
    cancel,
    intro: [aside(text(w.intro))],
    fields: [
      ...(members.length > 0 ? [select('person', w.who, who, { initial: presser.id })] : []),
      dayField('from', w.from, today),
      dayField('until', w.until, today),
      ...(others.length > 0 ? [select('delegate', w.delegate, others, { hint: w.delegateHint, required: false })] : []),
    ],
    outro: [],
    context: {},
  };
}

const receives = ({ person, standIn }: AbsenceView, r: Reading): string =>
  standIn.id === person.id ? r.words.away.nobody : r.words.away.receives(standIn.name);

/** To whoever set it: what holds from now on, and who knows. */
export function awaySetCard(view: AbsenceView, told: readonly string[], untold: readonly string[], r: Reading): Card {
  const w = r.words.away;
  const sentence = w.set(view.person.name, absenceDays(view.absence, r));
  const names = (of: readonly string[]) => of.map(r.words.glossary.person).join(', ');
  return card(`${sentence} ${receives(view, r)}`, [
    line(bold(sentence)),
    line(text(receives(view, r))),
    ...(told.length > 0 ? [aside(text(w.told(names(told))))] : []),
    ...(untold.length > 0 ? [aside(text(w.untold(names(untold))))] : []),
  ]);
}

export const awayEndedText = ({ absence, person }: AbsenceView, r: Reading): string =>
  r.words.away.ended(person.name, absenceDays(absence, r));

export type AwayWord = 'standIn' | 'lead' | 'forYou' | 'over';

/** To the others it concerns, in private. `by`: who set it. */
export function awayWordCard(word: AwayWord, view: AbsenceView, by: PersonRef, r: Reading): Card {
  const w = r.words.away.word;
  const { absence, person } = view;
  const days = absenceDays(absence, r);
  const end = buttons([general('back', r, String(absence.id))]);
  switch (word) {
    case 'standIn':
      return said(w.standIn(person.name, days), [aside(text(w.standInHint(person.name)))]);
    case 'lead':
      return said(w.lead(person.name, days), [line(text(receives(view, r))), ...end]);
    case 'forYou':
      return said(w.forYou(by.name, days), [line(text(receives(view, r))), ...end]);
    case 'over':
      return said(w.over(person.name, days), []);
    default:
      return unreachable(word);
  }
}

const said = (sentence: string, more: readonly CardBlock[]): Card => card(sentence, [line(bold(sentence)), ...more]);
