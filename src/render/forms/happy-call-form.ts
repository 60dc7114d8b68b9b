import { type CaseRecord, happyCallAnswers } from '../../domain/case/case.ts';
import type { Form } from '../../ports/form.ts';
import { notReachableNow } from '../reach-text.ts';
import type { Reading } from '../reading.ts';
import { choice, momentField, pick, prose, select } from './fields.ts';
import { caseForm } from './form-head.ts';
import { justNow } from './starting-times.ts';

/** Three questions to the customer, and what to write where the answer is no. */
export function happyCallForm(record: CaseRecord, r: Reading): Form {
  const w = r.words.happyCall;
  const scale = [1, 2, 3, 4, 5, 6, 7].map((n) => choice(String(n), w.scale(n)));
  const fields = [
    pick(
      'answer',
      w.answer,
      happyCallAnswers.map((answer) => choice(answer, w.answers[answer])),
    ),
    pick('again', w.again, [choice('yes', w.yes), choice('no', w.no)], { required: false, hint: w.againHint }),
    select('effort', w.effort, scale, { required: false }),
    prose('note', w.note, { required: false, hint: w.noteHint }),
    momentField('calledAt', w.calledAt, justNow(r)),
  ];
  return caseForm('happy-call', record, fields, r, { says: [notReachableNow(record.state, r) ?? '', w.says] });
}
