import type { CaseRecord } from '../../domain/case/case.ts';
import { limitMeasures } from '../../domain/case/conduct.ts';
import type { Form } from '../../ports/form.ts';
import { inLine } from '../excerpt.ts';
import type { Reading } from '../reading.ts';
import { termChoices } from './choices.ts';
import { checkbox, choice, dayField, pick, prose, severalOf } from './fields.ts';
import { caseForm } from './form-head.ts';
import { weekday } from './starting-times.ts';

export function flagForm(record: CaseRecord, r: Reading): Form {
  const { fields: w, forms } = r.words.protection;
  const fields = [
    severalOf('types', w.types, termChoices('conduct', r)),
    prose('evidence', w.evidence, { hint: w.evidenceHint }),
  ];
  return caseForm('flag', record, fields, r, { says: [forms.flag] });
}

export function confirmFlagForm(record: CaseRecord, r: Reading): Form {
  const { fields: w, forms } = r.words.protection;
  const { conduct } = record.state;
  const fields = [
    prose('evidence', w.evidence, { hint: w.evidenceHint, initial: conduct?.evidence ?? '' }),
    checkbox('isWarned', w.warned, choice('yes', w.isWarned), { required: false }),
  ];
  const says = conduct === undefined ? [] : [forms.confirm(conduct.by.name, inLine(conduct.evidence, 600))];
  return caseForm('confirm-flag', record, fields, r, { says });
}

export function limitForm(record: CaseRecord, r: Reading): Form {
  const { fields: w, forms, measures } = r.words.protection;
  const fields = [
    pick(
      'measure',
      w.measure,
      limitMeasures.map((m) => choice(m, measures[m])),
    ),
    dayField('until', w.until, weekday(r, 3)),
    prose('reason', w.reason),
    prose('appeal', w.appeal, { hint: w.appealHint }),
  ];
  return caseForm('limit', record, fields, r, { says: [forms.limit(r.playbook.protection.days.limited)] });
}

export const liftForm = (record: CaseRecord, r: Reading): Form =>
  caseForm('lift', record, [prose('reason', r.words.protection.fields.reason)], r, {
    says: [r.words.protection.forms.lift],
  });
