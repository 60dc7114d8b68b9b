import { firstDayOf, type Month } from '../domain/month.ts';
import { partsOfDay } from '../domain/zone.ts';
import type { Card } from '../ports/card.ts';
import { changeTitle } from './change-lines.ts';
import { clusterName } from './cluster-lines.ts';
import { aside, bold, card, heading, line, text } from './drawing.ts';
import { departmentName } from './labels.ts';
import type { Told } from './lessons.ts';
import type { Reading } from './reading.ts';

/** More than a channel reads at once; the rest is named by its number. */
const most = 8;

/** "VOC로 바뀐 것": what was heard, what became different, and who did it; where it has been proven, in how many customers. */
export function changedCard(month: Month, changed: readonly Told[], r: Reading): Card {
  const w = r.words.changes.lists;
  const { year, month: of } = partsOfDay(firstDayOf(month));
  const title = w.monthTitle(year, of);
  return card(`${title}: ${changed.length}`, [
    heading(title),
    ...changed.slice(0, most).map((told) => changedLine(told, r)),
    ...(changed.length > most ? [aside(text(w.more(changed.length - most)))] : []),
    aside(text(w.monthThanks)),
  ]);
}

function changedLine({ record, problem }: Told, r: Reading) {
  const { monthLine, monthProven } = r.words.changes.lists;
  const { department, deployment, effect, status } = record.state;
  const proven =
    status === 'effective' && deployment !== null && effect !== null
      ? ` · ${monthProven(deployment.baseline, effect.total)}`
      : '';
  const said = monthLine(clusterName(problem), changeTitle(record, problem, r));
  return line(bold(departmentName(department, r)), text(` · ${said}${proven}`));
}
