import type { CaseRecord } from '../domain/case/case.ts';
import { caseNumber } from '../domain/ids.ts';
import type { Action, Card, CardBlock } from '../ports/card.ts';
import { actionFor } from './actions.ts';
import { aside, bold, buttons, card, line, text } from './drawing.ts';
import { inLine } from './excerpt.ts';
import type { Reading } from './reading.ts';

/** One press for all that wait behind a case; it asks first, and says how many. */
function gatherAction(record: CaseRecord, waiting: number, r: Reading): Action {
  const { confirm } = r.words.steps;
  const asks = r.words.learning.surge;
  const action = actionFor('gather', record, r);
  return { ...action, confirm: { title: asks.title, text: asks.text(waiting), yes: action.label, no: confirm.no } };
}

/** On the card of the case that a surge began with: how many look the same and wait behind it. */
export const surgeLines = (record: CaseRecord, waiting: number, r: Reading): readonly CardBlock[] =>
  waiting === 0
    ? []
    : [line(bold(r.words.learning.surge.waiting(waiting))), ...buttons([gatherAction(record, waiting, r)])];

/** For those who decide, once: cases that look the same are pouring in. */
export function surgeCard(record: CaseRecord, waiting: number, r: Reading): Card {
  const w = r.words.learning.surge;
  const said = w.told(caseNumber(record.id), waiting);
  return card(said, [
    line(bold(said)),
    line(text(inLine(record.state.voice.experience, 200))),
    aside(text(w.quiet)),
    ...buttons([gatherAction(record, waiting, r), actionFor('show', record, r)]),
  ]);
}
