import type { CaseRecord } from '../../domain/case/case.ts';
import type { Form } from '../../ports/form.ts';
import { inLine } from '../excerpt.ts';
import { departmentName } from '../labels.ts';
import { optionText } from '../option-line.ts';
import type { Reading } from '../reading.ts';
import { termChoices } from './choices.ts';
import { choice, dayField, oneLine, pick, prose } from './fields.ts';
import { caseForm } from './form-head.ts';
import { weekday } from './starting-times.ts';

export function holdForm(record: CaseRecord, r: Reading): Form {
  const { holdReason, holdUntil, holdUntilHint, nextUpdate, nextUpdateHint } = r.words.fields;
  const fields = [
    pick('reason', holdReason, termChoices('holdReasons', r)),
    dayField('until', holdUntil, weekday(r, 3), { hint: holdUntilHint(r.playbook.limits.holdDays) }),
    dayField('nextUpdate', nextUpdate, weekday(r, 1), { hint: nextUpdateHint }),
  ];
  return caseForm('hold', record, fields, r);
}

/** Two options or three; what each costs and what the customer feels of it may stay open. */
export function askDecisionForm(record: CaseRecord, r: Reading): Form {
  const { question, option, cost, effect, recommended, neededBy, position, positionHint } = r.words.fields;
  const numbers = [1, 2, 3] as const;
  const fields = [
    oneLine('question', question, { max: 300 }),
    ...numbers.flatMap((n) => [
      oneLine(`option${n}`, option(n), { required: n < 3, max: 150 }),
      oneLine(`cost${n}`, cost(n), { required: false }),
      oneLine(`effect${n}`, effect(n), { required: false }),
    ]),
    pick(
      'recommended',
      recommended,
      numbers.map((n) => choice(String(n - 1), option(n))),
    ),
    dayField('neededBy', neededBy, weekday(r, 2)),
    oneLine('position', position, {
      hint: positionHint,
      required: false,
      max: 300,
      initial: record.state.position?.text ?? '',
    }),
  ];
  return caseForm('ask-decision', record, fields, r);
}

/** `arg`: the option whose button was pressed, as its index. */
export function decideForm(record: CaseRecord, arg: string | undefined, r: Reading): Form | null {
  const c = record.state;
  if (c.status !== 'deciding') return null;
  const { choice: label, recommendedMark, decisionReason } = r.words.fields;
  const choices = c.request.options.map((o, i) => {
    const mark = i === c.request.recommended ? ` (${recommendedMark})` : '';
    return choice(String(i), `${inLine(o.label, 75 - mark.length)}${mark}`);
  });
  const fields = [
    pick('choice', label, choices, { initial: arg ?? null }),
    oneLine('reason', decisionReason, { max: 300 }),
  ];
  const details = c.request.options.map((o, i) => `${i + 1}) ${optionText(o, r)}`);
  const stands =
    c.position === undefined
      ? []
      : [`${r.words.card.position(departmentName(c.position.department, r))}: ${inLine(c.position.text, 300)}`];
  return caseForm('decide', record, fields, r, { says: [...stands, inLine(c.request.question, 300), ...details] });
}

export function overturnForm(record: CaseRecord, r: Reading): Form {
  return caseForm('overturn', record, [prose('reason', r.words.fields.reason)], r);
}
