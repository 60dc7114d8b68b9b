import { type CaseRecord, departmentHolding, offerOf, ownerOf } from '../../domain/case/case.ts';
import type { DepartmentCode } from '../../domain/ids.ts';
import { type Person, refOf } from '../../domain/people.ts';
import type { Form } from '../../ports/form.ts';
import type { Reading } from '../reading.ts';
import { peopleChoices } from './choices.ts';
import { momentField, oneLine, select } from './fields.ts';
import { caseForm } from './form-head.ts';
import { suggestedCall, suggestedEta, suggestedStartEta } from './starting-times.ts';

/**
 * "We have it": who, and by when where it presses, and who calls where a human is needed. Where neither is asked the
 * press alone is enough, so there is no form.
 */
function promiseForm(
  step: 'acknowledge' | 'accept',
  record: CaseRecord,
  department: DepartmentCode | null,
  person: Person,
  r: Reading,
): Form | null {
  const c = record.state;
  const { tier, needsHuman } = c.assessment;
  const isPressing = tier === 'S1' || tier === 'S2';
  const isCallDue = needsHuman.length > 0;
  if (!isPressing && !isCallDue) return null;
  const { owner, eta, caller, callbackAt } = r.words.fields;
  const me = refOf(person);
  const call = isCallDue
    ? [
        select('caller', caller, peopleChoices(r, department, [c.customerOwner, me]), { initial: c.customerOwner.id }),
        momentField('callbackAt', callbackAt, suggestedCall(tier, r)),
      ]
    : [];
  const fields = [
    select('owner', owner, peopleChoices(r, department, [me]), { initial: me.id }),
    momentField('eta', eta, isPressing ? suggestedEta(tier, r) : null, { required: isPressing }),
    ...call,
  ];
  const why = needsHuman.map((n) => r.words.glossary.needsHuman[n]).join(', ');
  return caseForm(step, record, fields, r, { says: isCallDue ? [r.words.forms.humanCall(why)] : [] });
}

export const acknowledgeForm = (record: CaseRecord, person: Person, r: Reading): Form | null =>
  promiseForm('acknowledge', record, departmentHolding(record.state), person, r);

export const acceptForm = (record: CaseRecord, person: Person, r: Reading): Form | null =>
  promiseForm('accept', record, offerOf(record.state)?.to ?? person.department, person, r);

export function reassignForm(record: CaseRecord, person: Person, r: Reading): Form {
  const owner = ownerOf(record.state);
  const others = peopleChoices(r, departmentHolding(record.state), [refOf(person)]).filter(
    (p) => p.value !== owner?.id,
  );
  const choices = others.length > 0 ? others : peopleChoices(r, null, [refOf(person)]);
  return caseForm('reassign', record, [select('owner', r.words.fields.newOwner, choices)], r);
}

export function startForm(record: CaseRecord, r: Reading): Form {
  const c = record.state;
  const { plan, planHint, eta, position, positionHint } = r.words.fields;
  const promised = 'eta' in c && c.eta !== null && c.eta > r.now ? c.eta : suggestedStartEta(c, r);
  const fields = [
    oneLine('plan', plan, { hint: planHint, max: 300 }),
    momentField('eta', eta, promised),
    oneLine('position', position, { hint: positionHint, required: false, max: 300 }),
  ];
  return caseForm('start', record, fields, r);
}
