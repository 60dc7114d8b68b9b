import { type CaseRecord, departmentHolding, offerOf } from '../../domain/case/case.ts';
import { departmentFor } from '../../domain/intake/suggest.ts';
import type { Person } from '../../domain/people.ts';
import type { Form } from '../../ports/form.ts';
import type { Reading } from '../reading.ts';
import { departmentChoices, termChoices } from './choices.ts';
import { pick, prose, select } from './fields.ts';
import { caseForm } from './form-head.ts';

/** "Not ours" alone does not exist: whose it is, why, and what makes one think so. */
export function transferForm(record: CaseRecord, r: Reading): Form {
  const { toDepartment, transferReason, why, whyHint } = r.words.fields;
  const { limits } = r.playbook;
  const fields = [
    select('department', toDepartment, departmentChoices(r, departmentHolding(record.state))),
    pick('reason', transferReason, termChoices('transferReasons', r)),
    prose('why', why, { hint: whyHint(limits.transferReason) }),
  ];
  return caseForm('transfer', record, fields, r, {
    says: [r.words.forms.hops(record.state.hops + 1, limits.hops)],
  });
}

export function returnForm(record: CaseRecord, person: Person, r: Reading): Form {
  const { betterDepartment, why } = r.words.fields;
  const target = offerOf(record.state)?.to ?? person.department;
  const fields = [select('department', betterDepartment, departmentChoices(r, target)), prose('why', why)];
  return caseForm('return', record, fields, r);
}

/** Where the rules know a department after all (a kind the desk always sees first), it is proposed. */
export function routeForm(record: CaseRecord, r: Reading): Form {
  const { department, reason } = r.words.fields;
  const { words, ...beside } = record.state.voice;
  const fields = [
    select('department', department, departmentChoices(r, null), {
      initial: departmentFor(words, beside, r.playbook),
    }),
    prose('reason', reason, { required: false }),
  ];
  return caseForm('route', record, fields, r);
}

export function adjudicateForm(record: CaseRecord, r: Reading): Form {
  const { department, reason } = r.words.fields;
  const fields = [select('department', department, departmentChoices(r, null)), prose('reason', reason)];
  return caseForm('adjudicate', record, fields, r, { says: [r.words.forms.binding] });
}
