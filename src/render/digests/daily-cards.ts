import type { CaseRecord } from '../../domain/case/case.ts';
import type { DepartmentCode } from '../../domain/ids.ts';
import { caseNumber } from '../../domain/ids.ts';
import type { Card, CardBlock } from '../../ports/card.ts';
import type { Page } from '../../ports/case-queries.ts';
import { actionFor } from '../actions.ts';
import { taskOf } from '../case-lines.ts';
import { changeTitle } from '../change-lines.ts';
import { aside, bold, buttons, card, heading, line, text } from '../drawing.ts';
import { inLine } from '../excerpt.ts';
import { departmentName } from '../labels.ts';
import type { Told } from '../lessons.ts';
import type { Reading } from '../reading.ts';

export type Today = { readonly due: Page & { readonly late: number }; readonly elsewhere: Page };
export type ToTell = { readonly answers: Page; readonly news: Page; readonly changed: readonly Told[] };

/** Buttons under a list: what comes first is what is done first. */
const pressed = 5;

const open = (cases: readonly CaseRecord[], r: Reading): readonly CardBlock[] =>
  buttons(cases.slice(0, pressed).map((record) => ({ ...actionFor('show', record, r), label: caseNumber(record.id) })));

const more = ({ cases, total }: Page, r: Reading): readonly CardBlock[] =>
  total > cases.length ? [aside(text(r.words.digests.today.more(total - cases.length)))] : [];

/** What a department has to do today, and what it waits for. Null: nothing, so nobody is told. */
export function todayCard({ due, elsewhere }: Today, department: DepartmentCode, r: Reading): Card | null {
  const w = r.words.digests.today;
  if (due.total + elsewhere.total === 0) return null;
  const title = w.title(departmentName(department, r));
  const counts = [w.due(due.total - due.late), ...(due.late > 0 ? [w.late(due.late)] : [])].join(' · ');
  return card(`${title}: ${counts}`, [
    heading(title),
    line(bold(counts)),
    ...due.cases.map((record) => dueLine(record, r)),
    ...more(due, r),
    ...open(due.cases, r),
    ...(elsewhere.total === 0 ? [] : [line(bold(w.others(elsewhere.total)))]),
    ...elsewhere.cases.map((record) => dueLine(record, r)),
    ...more(elsewhere, r),
  ]);
}

function dueLine(record: CaseRecord, r: Reading): CardBlock {
  const task = taskOf(record.state, r);
  const number = caseNumber(record.id);
  const said = inLine(record.state.voice.experience, 60);
  if (task === null) return line(text(`${number} · ${said}`));
  return line(text(r.words.digests.today.item(number, task.until, task.who, inLine(task.what, 60))));
}

/** What CS can tell customers today. Null: nothing, so nobody is told. */
export function customersCard({ answers, news, changed }: ToTell, r: Reading): Card | null {
  const w = r.words.digests.customers;
  if (answers.total + news.total + changed.length === 0) return null;
  const counts = [
    ...(answers.total > 0 ? [w.answers(answers.total)] : []),
    ...(news.total > 0 ? [w.news(news.total)] : []),
  ];
  return card(`${w.title}: ${counts.join(' · ')}`, [
    heading(w.title),
    ...listOf(counts[0], answers, r, ({ state }) => ('fix' in state ? state.fix.done : state.voice.experience)),
    ...listOf(answers.total > 0 ? counts[1] : counts[0], news, r, ({ state }) => state.voice.experience),
    ...changed.map(({ record, problem }) => line(text(w.changed(changeTitle(record, problem, r))))),
  ]);
}

function listOf(
  title: string | undefined,
  page: Page,
  r: Reading,
  said: (record: CaseRecord) => string,
): readonly CardBlock[] {
  if (page.total === 0 || title === undefined) return [];
  const w = r.words.digests.customers;
  return [
    line(bold(title)),
    ...page.cases.map((record) =>
      line(text(w.item(caseNumber(record.id), record.state.customerOwner.name, inLine(said(record), 80)))),
    ),
    ...more(page, r),
    ...open(page.cases, r),
  ];
}
