import type { Form } from '../ports/form.ts';
import { aside, text } from './drawing.ts';
import { prose } from './forms/fields.ts';
import type { Reading } from './reading.ts';

/** What somebody thinks of Meari itself, for the team that looks after it. */
export function opinionForm(words: string, r: Reading): Form {
  const w = r.words.opinion;
  const { submit, cancel } = r.words.forms;
  return {
    step: 'opinion',
    title: w.title,
    submit,
    cancel,
    intro: [aside(text(w.intro))],
    fields: [prose('words', w.words, { initial: words })],
    outro: [],
    context: {},
  };
}
