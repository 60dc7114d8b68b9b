import type { CaseRecord } from '../../domain/case/case.ts';
import type { DraftWarning } from '../../domain/learning/draft-check.ts';
import { unreachable } from '../../domain/result.ts';
import type { CardBlock } from '../../ports/card.ts';
import type { Form } from '../../ports/form.ts';
import { taskOf } from '../case-lines.ts';
import { aside, bold, line, text } from '../drawing.ts';
import { inLine } from '../excerpt.ts';
import type { Reading } from '../reading.ts';
import { prose } from './fields.ts';
import { caseForm } from './form-head.ts';

/** What was found in a draft; null: none has been looked over yet. */
export type Checked = { readonly draft: string; readonly warnings: readonly DraftWarning[] } | null;

/** The draft, what is worth another look, and the order in which a good answer goes. Nothing of it is kept. */
export function draftForm(record: CaseRecord, checked: Checked, r: Reading): Form {
  const { draft, draftHint, check } = r.words.drafts;
  const form = caseForm(
    'draft',
    record,
    [prose('draft', draft, { hint: draftHint, initial: checked?.draft ?? '' })],
    r,
  );
  const result = checked === null ? [] : resultOf(checked.warnings, r);
  return { ...form, submit: check, intro: [...form.intro, ...result], outro: shapeOf(record, r) };
}

function resultOf(warnings: readonly DraftWarning[], r: Reading): readonly CardBlock[] {
  const { nothing, found } = r.words.drafts;
  if (warnings.length === 0) return [line(bold(nothing))];
  return [line(bold(found(warnings.length))), ...warnings.map((warning) => line(text(`• ${warningText(warning, r)}`)))];
}

function warningText(warning: DraftWarning, r: Reading): string {
  const w = r.words.drafts;
  switch (warning.type) {
    case 'apologies':
      return w.apologies(warning.count, warning.most);
    case 'missing': {
      const later = warning.later === null ? [] : [w.later(inLine(warning.later, 60))];
      return [...(warning.parts.length === 0 ? [] : [w.missing(warning.parts)]), ...later].join(' ');
    }
    case 'barrier':
    case 'honorific':
    case 'gushing':
      return w[warning.type](inLine(warning.words.join(', '), 120));
    case 'asksAgain':
      return w.asksAgain(warning.label[r.locale]);
    default:
      return unreachable(warning);
  }
}

function shapeOf(record: CaseRecord, r: Reading): readonly CardBlock[] {
  const { shape, shapeParts, known } = r.words.drafts;
  const task = taskOf(record.state, r);
  const facts = [
    ...('fix' in record.state ? [inLine(record.state.fix.done, 200)] : []),
    ...(task === null ? [] : [`${task.who} · ${task.what} · ${task.until}`]),
  ];
  return [
    aside(bold(shape), text(` ${shapeParts.map((part, i) => `${i + 1}) ${part}`).join(' ')}`)),
    ...(facts.length === 0 ? [] : [aside(text(known(facts.join(' · '))))]),
  ];
}
