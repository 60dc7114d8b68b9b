import { authorityLeft } from '../../domain/case/authority-limits.ts';
import type { CaseRecord } from '../../domain/case/case.ts';
import { givenIn, openRequest } from '../../domain/case/remedies.ts';
import type { CustomerSum, Remedy } from '../../domain/case/remedy.ts';
import type { Person } from '../../domain/people.ts';
import type { Form } from '../../ports/form.ts';
import type { Reading } from '../reading.ts';
import { leftText, remedyText, requestLine } from '../remedy-lines.ts';
import { choice, numberField, oneLine, prose, select } from './fields.ts';
import { caseForm } from './form-head.ts';

/** What to give, how much, and what it rests on; beside the amount what the person may give without asking. */
export function remedyForm(record: CaseRecord, person: Person, sum: CustomerSum, r: Reading): Form {
  const f = r.words.fields;
  const kinds = r.playbook.authority.remedies.map((kind) => choice(kind.code, kind.label[r.locale]));
  const left = authorityLeft(person, record.state, sum, r.playbook);
  const fields = [
    select('what', f.what, kinds, { initial: kinds[0]?.value ?? null }),
    numberField('amount', f.amount, 0, { hint: leftText(left, r), required: false }),
    oneLine('basis', f.basis, { hint: f.basisHint, max: 300 }),
  ];
  return caseForm('remedy', record, fields, r, { says: [r.words.remedies.form.grant] });
}

/** `arg`: the number of the request; without it, the one that waits. */
function requested(record: CaseRecord, arg: string | undefined, r: Reading) {
  const number = arg ?? String(openRequest(record.state)?.number ?? 0);
  const waiting = requestLine(record.state, r);
  return { says: waiting === null ? [] : [waiting], context: { number } };
}

export function changeRemedyForm(record: CaseRecord, arg: string | undefined, r: Reading): Form {
  const { newAmount, reason } = r.words.fields;
  const asked = openRequest(record.state)?.amount;
  const fields = [
    numberField('amount', newAmount, 1, asked === null || asked === undefined ? {} : { initial: asked }),
    prose('reason', reason),
  ];
  return caseForm('change-remedy', record, fields, r, requested(record, arg, r));
}

export const declineRemedyForm = (record: CaseRecord, arg: string | undefined, r: Reading): Form =>
  caseForm('decline-remedy', record, [prose('reason', r.words.fields.reason)], r, requested(record, arg, r));

/** What may be taken back: what has been given, and what is asked for; the newest first. */
export const withdrawable = (record: CaseRecord): readonly Remedy[] => {
  const open = openRequest(record.state);
  return [...(open === null ? [] : [open]), ...givenIn(record.state).toReversed()];
};

/** `arg`: the number of the remedy; without it, the newest. */
export function withdrawRemedyForm(record: CaseRecord, arg: string | undefined, r: Reading): Form {
  const all = withdrawable(record);
  const remedy = all.find(({ number }) => String(number) === arg) ?? all[0];
  const about = remedy === undefined ? [] : [remedyText(remedy, r)];
  return caseForm('withdraw-remedy', record, [prose('reason', r.words.fields.reason)], r, {
    says: [...about, r.words.remedies.form.withdraw],
    context: { number: String(remedy?.number ?? 0) },
  });
}
