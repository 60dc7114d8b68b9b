import { addDays, dayNumber } from '../domain/calendar.ts';
import type { Day, Instant } from '../domain/instant.ts';
import { hasRole, type Person } from '../domain/people.ts';
import { type Calendar, type Playbook, personOf } from '../domain/playbook.ts';
import { leftWithoutWork, workInDays } from '../domain/sla/calendar-edit.ts';
import { type HolidayEntry, missingYears } from '../domain/sla/calendars-with.ts';
import { calendarHolding } from '../domain/sla/clock-times.ts';
import { spansIn } from '../domain/sla/hours-text.ts';
import { dayIn } from '../domain/zone.ts';
import type { Calendars } from '../ports/calendars.ts';
import type { Known } from '../ports/directory.ts';
import type { FormValues } from '../ports/form.ts';
import type { Reply } from '../ports/interaction.ts';
import {
  addHolidayForm,
  adminOnlyText,
  calendarCard,
  calendarChangedCard,
  entryValue,
  type Keeper,
  putText,
  removeHolidayForm,
  type SpecialDay,
} from '../render/calendar-cards.ts';
import { sentenceCard } from '../render/case-views.ts';
import type { Reading } from '../render/reading.ts';
import { dayText } from '../render/time.ts';
import { reader } from './form-values.ts';
import type { ReadingFor } from './reading-for.ts';

export type CalendarDeskDeps = {
  readonly calendars: Calendars;
  readonly playbook: Playbook;
  readonly readingFor: ReadingFor;
};

/** Special days on the card, and holidays that can be chosen for removal. */
const shown = 8;
const offered = 100;

/** The calendar in chat: everybody sees theirs, administrators change the lists of holidays. */
export function calendarDeskWith({ calendars, playbook, readingFor }: CalendarDeskDeps) {
  const readingOf = ({ locale, zone }: Known): Reading => readingFor(locale, zone, null);
  const admins = playbook.people.filter((p) => hasRole(p, 'admin')).map(({ name }) => name);
  const lists = () =>
    [...new Set(calendars.current().flatMap(({ holidays }) => holidays))].map((list) => ({
      list,
      calendars: calendars.current().filter(({ holidays }) => holidays.includes(list)),
    }));

  const now = (): Playbook => ({ ...playbook, calendars: calendars.current() });
  const company = (): Calendar => calendarHolding(null, now());

  /** Their own, their department's, or the company's. */
  function calendarOf({ id, department }: Person): Calendar {
    const own = personOf(playbook, id)?.calendar;
    return calendars.current().find(({ code }) => code === own) ?? calendarHolding(department, now());
  }

  function specialDays({ days, holidays }: Calendar, from: Day): readonly SpecialDay[] {
    const entries = calendars.entries().filter((entry) => !entry.removed);
    const nameOf = (day: Day): string | null =>
      holidays.flatMap((list) => entries.filter((e) => e.list === list && e.day === day))[0]?.name ?? null;
    return [...days]
      .filter(([day]) => day >= from)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, shown)
      .map(([day, spans]) => ({ day, name: nameOf(day), spans }));
  }

  async function show(known: Known, at: Instant): Promise<Reply> {
    await calendars.refresh();
    const calendar = calendarOf(known.person);
    const today = dayIn(at, calendar.zone);
    const keeper: Keeper = hasRole(known.person, 'admin')
      ? {
          isAdmin: true,
          lists: lists().map(({ list }) => list),
          missing: missingYears(calendars.current(), calendars.entries(), today),
        }
      : { isAdmin: false, admins };
    return { type: 'say', card: calendarCard(calendar, specialDays(calendar, today), keeper, readingOf(known)) };
  }

  const say = (sentence: string): Reply => ({ type: 'say', card: sentenceCard(sentence) });

  /** Null: go on. */
  const turnedDown = ({ person }: Known, r: Reading): Reply | null =>
    hasRole(person, 'admin') ? null : say(adminOnlyText(admins, r));

  function adding(known: Known, at: Instant): Reply {
    const r = readingOf(known);
    if (lists().length === 0) return turnedDown(known, r) ?? say(r.words.calendar.noList);
    const tomorrow = addDays(dayIn(at, company().zone), 1);
    return turnedDown(known, r) ?? { type: 'open-form', form: addHolidayForm(lists(), tomorrow, r) };
  }

  async function removing(known: Known, at: Instant): Promise<Reply> {
    const r = readingOf(known);
    await calendars.refresh();
    const entries = removable(at);
    if (entries.length === 0) return turnedDown(known, r) ?? say(r.words.calendar.nothingToRemove);
    return turnedDown(known, r) ?? { type: 'open-form', form: removeHolidayForm(entries, r) };
  }

  /** Days that count for somebody, from today on. */
  function removable(at: Instant): readonly HolidayEntry[] {
    const inUse = lists().map(({ list }) => list);
    const today = dayIn(at, company().zone);
    return calendars
      .upcoming(null, today, Number.POSITIVE_INFINITY)
      .filter(({ list }) => inUse.includes(list))
      .slice(0, offered);
  }

  async function add(known: Known, at: Instant, values: FormValues, context: FormContext): Promise<Reply> {
    const r = readingOf(known);
    const { problems, unchanged } = r.words.calendar;
    const refused = (field: string, said: string): Reply => ({ type: 'field-errors', errors: { [field]: said } });
    if (!hasRole(known.person, 'admin')) return refused('day', adminOnlyText(admins, r));
    const form = reader(values, playbook, known.person);
    const list = form.code('list') ?? context['list'];
    const [day, name, spans] = [form.day('day'), form.optionalText('name'), spansIn(form.raw('hours'))];
    if (list === undefined || !lists().some((l) => l.list === list))
      return refused('list', r.words.fieldProblems.unknown);
    if (day === null || dayNumber(day) === null) return refused('day', problems.day);
    if (name === null) return refused('name', problems.name);
    if (spans === null) return refused('hours', problems.hours);
    await calendars.refresh();
    const workless = leftWithoutWork(calendars.current(), calendars.entries(), { list, day, spans }, at);
    if (workless !== null) return refused('day', problems.workless(workless.name[r.locale], workInDays));
    const changed = await calendars.put({ list, day, name, spans }, known.person.id);
    return done(changed ? putText({ day, name, spans }, r) : null, unchanged, r);
  }

  async function remove(known: Known, at: Instant, values: FormValues): Promise<Reply> {
    const r = readingOf(known);
    const { problems, unchanged, removed } = r.words.calendar;
    const refused = (said: string): Reply => ({ type: 'field-errors', errors: { holiday: said } });
    if (!hasRole(known.person, 'admin')) return refused(adminOnlyText(admins, r));
    await calendars.refresh();
    const entry = calendars.entries().find((e) => entryValue(e) === values['holiday']);
    if (entry === undefined) return refused(r.words.fieldProblems.unknown);
    const { list, day, name } = entry;
    const edit = { list, day, spans: 'off the list' } as const;
    const workless = leftWithoutWork(calendars.current(), calendars.entries(), edit, at);
    if (workless !== null) return refused(problems.workless(workless.name[r.locale], workInDays));
    const changed = await calendars.remove(list, day, known.person.id);
    return done(changed ? removed(dayText(day, r), name) : null, unchanged, r);
  }

  const done = (said: string | null, otherwise: string, r: Reading): Reply => ({
    type: 'done',
    card: said === null ? sentenceCard(otherwise) : calendarChangedCard(said, r),
    home: null,
  });

  return { show, adding, removing, add, remove };
}
export type CalendarDesk = ReturnType<typeof calendarDeskWith>;

type FormContext = Readonly<Record<string, string>>;
