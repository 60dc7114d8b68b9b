import { type PersonId, personId } from '../domain/ids.ts';
import type { Day, Instant } from '../domain/instant.ts';
import { hasRole, isMember, type Person, type PersonRef, refOf } from '../domain/people.ts';
import { type Playbook, personOf } from '../domain/playbook.ts';
import { type Absence, absenceOf, maySetAbsence, standIn } from '../domain/sla/absence.ts';
import { hoursOfPerson } from '../domain/sla/duty.ts';
import { dayIn } from '../domain/zone.ts';
import type { Absences } from '../ports/absences.ts';
import type { Directory, Known } from '../ports/directory.ts';
import type { FormValues } from '../ports/form.ts';
import type { Reply } from '../ports/interaction.ts';
import {
  type AbsenceView,
  type AwayWord,
  absenceDays,
  awayCard,
  awayEndedText,
  awayForm,
  awaySetCard,
  awayWordCard,
} from '../render/away-cards.ts';
import { sentenceCard } from '../render/case-views.ts';
import type { Reading } from '../render/reading.ts';
import { reader } from './form-values.ts';
import type { ReadingFor } from './reading-for.ts';
import type { Tell } from './tell.ts';

export type AwayDeps = {
  readonly absences: Absences;
  readonly directory: Directory;
  readonly playbook: Playbook;
  readonly readingFor: ReadingFor;
  readonly tell: Tell;
};

/** Absences in chat: set, shown and ended. What they do to reminders is decided where those are addressed. */
export function awayWith({ absences, directory, playbook, readingFor, tell }: AwayDeps) {
  const readingOf = ({ locale, zone }: Known): Reading => readingFor(locale, zone, null);
  const today = (id: PersonId, at: Instant): Day => dayIn(at, hoursOfPerson(id, playbook).zone);

  async function refTo(id: PersonId): Promise<PersonRef> {
    const known = personOf(playbook, id) ?? (await directory.known(id))?.person;
    return { id, name: known?.name ?? id };
  }

  /** Who stands in may change from day to day: shown is who does on the first day that is left. */
  async function viewOf(absence: Absence, all: readonly Absence[], at: Instant): Promise<AbsenceView> {
    const now = today(absence.person, at);
    const [, first = now] = [absence.from, now].sort();
    const id = standIn(absence.person, first, all, playbook);
    const person = await refTo(absence.person);
    return { absence, person, standIn: id === null ? person : await refTo(id) };
  }

  function form({ person, ...known }: Known, at: Instant): Reply {
    const members = playbook.people.filter((p) => p.id !== person.id && maySetAbsence(person, p.id, playbook));
    const choices = {
      members: members.map(refOf),
      delegates: delegatesFor(person, playbook)
        .filter(({ id }) => members.length > 0 || id !== person.id)
        .map(refOf),
      today: today(person.id, at),
    };
    return { type: 'open-form', form: awayForm(person, choices, readingOf({ person, ...known })) };
  }

  /** Nobody of mine is away: the form. Otherwise who is, to be ended; the form is one press further. */
  async function open(known: Known, at: Instant): Promise<Reply> {
    const all = await absences.current(today(known.person.id, at));
    const mine = all.filter(({ person }) => maySetAbsence(known.person, person, playbook));
    if (mine.length === 0) return form(known, at);
    const views = await Promise.all(mine.map((absence) => viewOf(absence, all, at)));
    return { type: 'say', card: awayCard(views, readingOf(known)) };
  }

  async function set(known: Known, at: Instant, values: FormValues): Promise<Reply> {
    const r = readingOf(known);
    const wanted = wantedBy(known.person, values, playbook);
    const { person, from, until, delegate } = wanted;
    const required = r.words.fieldProblems.requiredChoice;
    const problems = r.words.away.problems;
    const refused = (field: string, sentence: string): Reply => {
      const shown = field in values ? field : 'until';
      return { type: 'field-errors', errors: { [shown]: sentence } };
    };
    const now = today(person, at);
    if (!maySetAbsence(known.person, person, playbook)) return refused('person', problems.notYours);
    if (from === null) return refused('from', required);
    if (until === null) return refused('until', required);
    if (until < from) return refused('until', problems.order);
    if (until < now) return refused('until', problems.over);
    if (delegate === person) return refused('delegate', problems.self);
    const isOffered = delegate === null || delegatesFor(known.person, playbook).some(({ id }) => id === delegate);
    if (!isOffered) return refused('delegate', r.words.fieldProblems.unknown);

    const all = await absences.current(from);
    const also = delegate === null ? null : absenceOf(delegate, { from, until }, all);
    if (also !== null) {
      const { name } = await refTo(also.person);
      return refused('delegate', problems.delegateAway(name, absenceDays(also, r)));
    }
    const result = await absences.set({ person, from, until, delegate, setBy: known.person.id });
    const absence = result.ok ? result.value : result.error;
    // The same form, sent again because its answer was late.
    const isSame = absence.from === from && absence.until === until && absence.delegate === delegate;
    if (!result.ok && !isSame) return refused('from', problems.overlaps(absenceDays(absence, r)));
    const view = await viewOf(absence, [...all, absence], at);
    const { told, untold } = result.ok ? await tellAll(wordsOf(view, known.person), view, known) : silence;
    return { type: 'done', card: awaySetCard(view, told, untold, r), home: null };
  }

  async function end(known: Known, at: Instant, id: number): Promise<Reply> {
    const r = readingOf(known);
    // A day that is over where I am may not be over where they are.
    const all = await absences.current(today(known.person.id, at));
    const absence = all.find((a) => a.id === id) ?? null;
    if (absence !== null && !maySetAbsence(known.person, absence.person, playbook)) {
      return { type: 'say', card: sentenceCard(r.words.away.problems.notYours) };
    }
    const ended = absence === null ? null : await absences.end(id);
    if (ended === null) return { type: 'say', card: sentenceCard(r.words.away.endedBefore) };
    const view = await viewOf(ended, all, at);
    const knew = [...wordsOf(view, known.person).keys()];
    await tellAll(new Map(knew.map((person) => [person, 'over'])), view, known);
    return { type: 'say', card: sentenceCard(awayEndedText(view, r)) };
  }

  /** Who is told what: the stand-in, the leads of the department, the person where somebody else set it. */
  function wordsOf({ absence, standIn }: AbsenceView, by: Person): ReadonlyMap<PersonId, AwayWord> {
    const department = personOf(playbook, absence.person)?.department ?? null;
    const leads = department === null ? [] : directory.withRole('deptLead', department);
    const words = new Map<PersonId, AwayWord>(leads.map((id) => [id, 'lead']));
    words.set(standIn.id, 'standIn').set(absence.person, 'forYou').delete(by.id);
    return words;
  }

  async function tellAll(words: ReadonlyMap<PersonId, AwayWord>, view: AbsenceView, by: Known) {
    const reached = await Promise.all(
      [...words].map(async ([id, word]) => ({
        name: (await refTo(id)).name,
        took: await tell(id, `absence:${view.absence.id}:${word}`, (r) =>
          awayWordCard(word, view, refOf(by.person), r),
        ),
      })),
    );
    return {
      told: reached.filter(({ took }) => took).map(({ name }) => name),
      untold: reached.filter(({ took }) => !took).map(({ name }) => name),
    };
  }

  async function isAway(id: PersonId, at: Instant): Promise<boolean> {
    const day = today(id, at);
    return absenceOf(id, { from: day, until: day }, await absences.current(day)) !== null;
  }

  return { open, form, set, end, isAway };
}
export type Away = ReturnType<typeof awayWith>;

const silence = { told: [], untold: [] };

/**
 * Reminders show cases, so a delegate is somebody who may see them: colleagues first, then who has the same role over all
 * departments, a CS lead, the VOC desk.
 */
function delegatesFor({ department, roles }: Person, { people }: Playbook): readonly Person[] {
  const colleagues = people.filter((p) => department !== null && isMember(p, department));
  const alike = roles.filter((role) => role !== 'deptLead');
  return [...colleagues, ...people.filter((p) => !colleagues.includes(p) && hasRole(p, ...alike, 'csLead', 'vocDesk'))];
}

function wantedBy(presser: Person, values: FormValues, playbook: Playbook) {
  const form = reader(values, playbook, presser);
  const chosen = (field: string): PersonId | null => (form.raw(field) === '' ? null : personId(form.raw(field)));
  return {
    person: chosen('person') ?? presser.id,
    from: form.day('from'),
    until: form.day('until'),
    delegate: chosen('delegate'),
  };
}
