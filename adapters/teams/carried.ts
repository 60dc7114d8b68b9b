import { type CardBlock, type Span, type Step, steps } from '../../src/ports/card.ts';
import type { Choice, Field, Form } from '../../src/ports/form.ts';
import { isRecord, list, record, text } from '../payload.ts';
import type { FieldKind } from './form-state.ts';

/*
 * Teams keeps nothing of a form: what a button carries is all that comes back. The button that sends it carries the form
 * itself, so that it can stand there again, with what was typed, when something in it is refused. A person could change
 * what they carry, but only what they themselves are shown by it: what a form may do is decided by the core.
 */

/** What the buttons of a form carry. `id` names this filling-in of it: sent again, it is the same filing. */
export type FormData = { readonly meari: Readonly<Record<string, unknown>> };

export const submitData = (form: Form, { formId: id, home }: Filling): FormData => ({
  meari: { do: 'submit', id, ...homeData(home), form: { ...form, fields: form.fields.map(packedField) } },
});

export const refreshData = (
  { step, context, fields }: Form,
  { formId: id, home }: Filling,
  field: string,
): FormData => ({
  meari: { do: 'refresh', id, ...homeData(home), field, form: { step, context, fields: fields.map(packedName) } },
});

/** One filling-in of a form. `home`: the message in which the Home stands that it was opened from. */
export type Filling = { readonly formId: string; readonly home?: string | null };

const homeData = (home: Filling['home']) => (home === null || home === undefined ? {} : { home });

/** Where the Home stands from which this form was opened; null: it was not. */
export function homeIn(data: unknown): string | null {
  const home = text(record(record(data)['meari'])['home']);
  return home !== null && /^[\w:.@;=-]{1,200}$/.test(home) ? home : null;
}

/** A field without what it starts with, in as few letters as it takes: all of them count towards the size of a card. */
function packedField(field: Field): Readonly<Record<string, unknown>> {
  return {
    n: field.name,
    t: field.type,
    l: field.label,
    ...(field.required ? { r: 1 } : {}),
    ...(field.hint === undefined ? {} : { h: field.hint }),
    ...(field.refreshes === true ? { d: 1 } : {}),
    ...packedKind(field),
  };
}

function packedKind(field: Field): Readonly<Record<string, unknown>> {
  switch (field.type) {
    case 'text': {
      const { multiline, maxLength, placeholder } = field;
      return { ...(multiline ? { m: 1 } : {}), x: maxLength, ...(placeholder === undefined ? {} : { p: placeholder }) };
    }
    case 'number':
      return { min: field.min };
    case 'checkbox':
      return { c: [packedChoice(field.choice)] };
    case 'day':
    case 'moment':
      return {};
    default:
      return { c: field.choices.map(packedChoice) };
  }
}

/** What it takes to read what came back. */
const packedName = (field: Field): Readonly<Record<string, unknown>> => ({
  n: field.name,
  t: field.type,
  ...(field.type === 'checkbox' ? packedKind(field) : {}),
});

const packedChoice = ({ value, label }: Choice) => [value, label] as const;

export type Carried = {
  readonly act: 'submit' | 'refresh';
  readonly id: string;
  readonly step: Step;
  readonly context: Readonly<Record<string, string>>;
  readonly fields: readonly FieldKind[];
  /** What asked for the form to be drawn again. */
  readonly field: string;
};

/** What a button of a form carried; null when it is none of ours. */
export function carriedBy(data: unknown): Carried | null {
  const meari = record(record(data)['meari']);
  const form = record(meari['form']);
  const act = meari['do'];
  const id = text(meari['id']);
  const step = stepOf(form['step']);
  if ((act !== 'submit' && act !== 'refresh') || id === null || !/^[\w:.@;=-]{1,200}$/.test(id)) return null;
  if (step === null) return null;
  const fields = list(form['fields']).flatMap((field) => kindIn(record(field)) ?? []);
  return { act, id, step, context: contextIn(form['context']), fields, field: text(meari['field']) ?? '' };
}

/** The form that was sent, to be drawn again; null where it cannot be made out. */
export function formIn(data: unknown): Form | null {
  const form = record(record(record(data)['meari'])['form']);
  const step = stepOf(form['step']);
  const [title, submit, cancel] = [text(form['title']), text(form['submit']), text(form['cancel'])];
  if (step === null || title === null || submit === null || cancel === null) return null;
  return {
    step,
    title,
    submit,
    cancel,
    intro: list(form['intro']).flatMap((block) => blockIn(record(block)) ?? []),
    fields: list(form['fields']).flatMap((field) => fieldIn(record(field)) ?? []),
    outro: list(form['outro']).flatMap((block) => blockIn(record(block)) ?? []),
    context: contextIn(form['context']),
  };
}

const stepOf = (x: unknown): Step | null => steps.find((step) => step === x) ?? null;

const contextIn = (x: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(record(x)).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));

const types = ['text', 'number', 'select', 'multiSelect', 'pick', 'checkbox', 'day', 'moment'] as const;

function kindIn(field: Record<string, unknown>): FieldKind | null {
  const name = text(field['n']);
  const type = types.find((t) => t === field['t']);
  if (name === null || type === undefined) return null;
  const value = type === 'checkbox' ? choicesIn(field)[0]?.value : undefined;
  return { name, type, ...(value === undefined ? {} : { value }) };
}

function fieldIn(field: Record<string, unknown>): Field | null {
  const kind = kindIn(field);
  const label = text(field['l']);
  if (kind === null || label === null) return null;
  const hint = text(field['h']);
  const base = {
    name: kind.name,
    label,
    required: field['r'] === 1,
    ...(hint === null ? {} : { hint }),
    ...(field['d'] === 1 ? { refreshes: true } : {}),
  };
  switch (kind.type) {
    case 'text': {
      const [maxLength, placeholder] = [field['x'], text(field['p'])];
      const max = typeof maxLength === 'number' && maxLength > 0 ? maxLength : 3_000;
      const hinted = placeholder === null ? {} : { placeholder };
      return { ...base, type: 'text', multiline: field['m'] === 1, maxLength: max, ...hinted };
    }
    case 'number':
      return { ...base, type: 'number', min: typeof field['min'] === 'number' ? field['min'] : 0 };
    case 'checkbox': {
      const [choice] = choicesIn(field);
      return choice === undefined ? null : { ...base, type: 'checkbox', choice };
    }
    case 'day':
    case 'moment':
      return { ...base, type: kind.type };
    default:
      return { ...base, type: kind.type, choices: choicesIn(field) };
  }
}

const choicesIn = (field: Record<string, unknown>): readonly Choice[] =>
  list(field['c']).flatMap((pair) => {
    const [value, label] = list(pair).map(text);
    return value === undefined || value === null || label === undefined || label === null ? [] : [{ value, label }];
  });

/** A form says things; it has no buttons beside its own. */
function blockIn(block: Record<string, unknown>): CardBlock | null {
  switch (block['type']) {
    case 'heading':
    case 'quote':
      return { type: block['type'], text: text(block['text']) ?? '' };
    case 'line':
    case 'aside': {
      const spans = list(block['spans']).filter(isRecord).map(spanIn);
      return { type: block['type'], spans };
    }
    case 'divider':
      return { type: 'divider' };
    default:
      return null;
  }
}

function spanIn(span: Record<string, unknown>): Span {
  const words = text(span['text']) ?? text(record(span['person'])['name']) ?? '';
  const url = text(span['url']);
  if (span['type'] === 'link' && url !== null) return { type: 'link', url, text: words };
  return { type: 'text', text: words, ...(span['bold'] === true || span['type'] === 'person' ? { bold: true } : {}) };
}
