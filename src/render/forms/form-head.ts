import type { CaseRecord } from '../../domain/case/case.ts';
import type { Step } from '../../ports/card.ts';
import type { Field, Form } from '../../ports/form.ts';
import { aside, bold, line, quote, text } from '../drawing.ts';
import { clip, inLine } from '../excerpt.ts';
import { caseHead } from '../labels.ts';
import type { Reading } from '../reading.ts';
import type { Words } from '../words/words.ts';

export type FormStep = keyof Words['forms']['titles'] & Step;

/** A form about a case: which case it is and what the customer went through stand above the first question. */
export function caseForm(
  step: FormStep,
  record: CaseRecord,
  fields: readonly Field[],
  r: Reading,
  about: { readonly says?: readonly string[]; readonly context?: Readonly<Record<string, string>> } = {},
): Form {
  const { titles, submit, cancel } = r.words.forms;
  const says = (about.says ?? []).filter((sentence) => sentence !== '');
  return {
    step,
    title: clip(titles[step], 24),
    submit,
    cancel,
    intro: [
      line(bold(caseHead(record, r))),
      quote(inLine(record.state.voice.experience, 300)),
      ...says.map((sentence) => aside(text(sentence))),
    ],
    fields,
    outro: [],
    context: { caseId: String(record.id), ...about.context },
  };
}
