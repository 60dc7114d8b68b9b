import type { CaseRecord } from '../../domain/case/case.ts';
import type { Form } from '../../ports/form.ts';
import type { Reading } from '../reading.ts';
import { termChoices } from './choices.ts';
import { checkbox, choice, oneLine, prose, select } from './fields.ts';
import { caseForm } from './form-head.ts';

export function mergeForm(record: CaseRecord, r: Reading): Form {
  const { into, sameIncident } = r.words.fields;
  const fields = [
    oneLine('into', into, { max: 20 }),
    checkbox('sameIncident', sameIncident, choice('yes', sameIncident), { required: false }),
  ];
  return caseForm('merge', record, fields, r, { says: [r.words.forms.merge] });
}

export function refuseForm(record: CaseRecord, r: Reading): Form {
  const f = r.words.fields;
  const fields = [
    select('reason', f.refusalReason, termChoices('refusalReasons', r)),
    prose('evidence', f.refusalEvidence, { hint: f.refusalEvidenceHint }),
    prose('explanation', f.explanation),
    prose('whyUnreasonable', f.whyUnreasonable),
  ];
  return caseForm('refuse', record, fields, r);
}

export function withdrawForm(record: CaseRecord, r: Reading): Form {
  const { customerWords, cause, causeHint } = r.words.fields;
  const fields = [prose('words', customerWords), prose('cause', cause, { hint: causeHint })];
  return caseForm('withdraw', record, fields, r);
}

/** Null where somebody else has proposed it already: the second person's press is enough. */
export function voidForm(record: CaseRecord, r: Reading): Form | null {
  const c = record.state;
  if (c.status === 'new' && c.voidProposed !== null) return null;
  const says = c.customer === null ? [] : [r.words.forms.voidProposal];
  return caseForm('void', record, [prose('reason', r.words.fields.reason)], r, { says });
}
