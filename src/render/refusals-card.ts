import type { CaseRecord } from '../domain/case/case.ts';
import { firstDayOf, type Month, monthBefore } from '../domain/month.ts';
import { partsOfDay } from '../domain/zone.ts';
import type { Card, CardBlock } from '../ports/card.ts';
import type { Page } from '../ports/case-queries.ts';
import { actionFor } from './actions.ts';
import { aside, bold, buttons, card, heading, line, text } from './drawing.ts';
import { inLine } from './excerpt.ts';
import { general } from './general-action.ts';
import { caseHead, termLabel } from './labels.ts';
import type { Reading } from './reading.ts';
import { momentText } from './time.ts';

/** What was refused in a month and still stands so: with which reason, on what evidence, and who signed. */
export function refusalsCard(month: Month, page: Page, r: Reading): Card {
  const w = r.words.lists.refusals;
  const { year, month: of } = partsOfDay(firstDayOf(month));
  const title = w.title(year, of, page.total);
  const hidden = page.total - page.cases.length;
  const before = { ...general('refusals', r, monthBefore(month)), label: w.monthBefore };
  return card(title, [
    heading(title),
    ...(page.cases.length === 0 ? [line(text(w.none))] : page.cases.flatMap((record) => row(record, r))),
    ...(hidden > 0 ? [aside(text(w.more(hidden)))] : []),
    ...buttons([before]),
  ]);
}

function row(record: CaseRecord, r: Reading): readonly CardBlock[] {
  const c = record.state;
  if (c.status !== 'refused') return [];
  const { reason, evidence, whyUnreasonable, by, at } = c.refusal;
  const w = r.words.lists.refusals;
  const signed =
    c.countersigned === null ? w.waits : w.signed(c.countersigned.by.name, momentText(c.countersigned.at, r));
  return [
    line(bold(caseHead(record, r)), text(` ${termLabel('refusalReasons', reason, r)}`)),
    line(text(w.because(inLine(evidence, 200), inLine(whyUnreasonable, 200)))),
    aside(text(`${w.refused(by.name, momentText(at, r))} · ${signed}`)),
    ...buttons([actionFor('show', record, r)]),
  ];
}
