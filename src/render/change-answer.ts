import type { CaseRecord, FiledCase } from '../domain/case/case.ts';
import { isChangeAnswered } from '../domain/case/change-answer.ts';
import type { CaseEvent } from '../domain/case/events.ts';
import { changeNumber } from '../domain/ids.ts';
import { unreachable } from '../domain/result.ts';
import type { Form } from '../ports/form.ts';
import { inLine } from './excerpt.ts';
import { prose } from './forms/fields.ts';
import { caseForm } from './forms/form-head.ts';
import type { Reading } from './reading.ts';

type AnswerEvent = Extract<CaseEvent, { type: 'ChangeLinked' | 'ChangeUnlinked' | 'NoChangeSigned' }>;

/** What of a case becomes different, or that somebody must still say so; null where that is not asked, or too early to ask. */
export function changeAnswerLine(c: FiledCase, r: Reading): string | null {
  if (c.status !== 'fixed' && c.status !== 'replied' && c.status !== 'closed') return null;
  const w = r.words.changes.answer;
  const { changeAnswer: answer } = c;
  if (answer === undefined) return c.status === 'closed' || isChangeAnswered(c) ? null : w.open;
  return answer.type === 'change' ? w.change(changeNumber(answer.change)) : w.none(inLine(answer.reason, 120));
}

export function changeAnswerSentence({ type, data }: AnswerEvent, r: Reading): string {
  const w = r.words.changes.answer;
  switch (type) {
    case 'ChangeLinked':
      return w.linked(changeNumber(data.change));
    case 'ChangeUnlinked':
      return w.unlinked(changeNumber(data.change));
    case 'NoChangeSigned':
      return w.signed(inLine(data.reason, 300));
    default:
      return unreachable(type);
  }
}

export function noChangeForm(record: CaseRecord, r: Reading): Form {
  const w = r.words.changes.answer;
  return caseForm('no-change', record, [prose('reason', w.reason, { hint: w.reasonHint })], r, { says: [w.says] });
}
