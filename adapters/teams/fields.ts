import type { Locale } from '../../src/domain/playbook.ts';
import { unreachable } from '../../src/domain/result.ts';
import type { Choice, Field } from '../../src/ports/form.ts';
import type { Element, Input, InputChoice } from './card-json.ts';
import { dayId, fieldId, noChoice, packed, partsOfMoment, timeId } from './form-state.ts';
import { budgetOf, lineOf, run } from './runs.ts';
import { clip, inert, literal, neverBlank, shown } from './text.ts';
import { teamsWords } from './words.ts';

const asRadio = 10;
const asBoxes = 12;
/** Longer lists are searched by typing. */
const filtered = 20;

export type Asking = {
  readonly locale: Locale;
  readonly zone: string;
  /** Whether the client itself refuses an empty required field: then no other button could be pressed either. */
  readonly isChecked: boolean;
};

/** A field with its hint and what is wrong with it below; nothing where there is nothing to choose from. */
export function drawField(field: Field, error: string | undefined, asking: Asking): readonly Element[] {
  const inputs = drawInputs(field, asking);
  if (inputs.length === 0) return [];
  return [...inputs, ...below(error, 'error'), ...below(field.hint, 'hint')];
}

/** A sentence of its own: below a field, or above all of them. */
export function below(words: string | undefined, as: 'hint' | 'error'): readonly Element[] {
  const look =
    as === 'hint' ? ({ size: 'Small', isSubtle: true } as const) : ({ color: 'Attention', weight: 'Bolder' } as const);
  const line = lineOf(run(words ?? '', look, budgetOf(2_000)), 'Small');
  return line === null ? [] : [line];
}

function drawInputs(field: Field, asking: Asking): readonly Element[] {
  const id = fieldId(field.name);
  const base = { id, ...facedBy(field, asking) };
  switch (field.type) {
    case 'text': {
      const value = field.initial === undefined ? '' : shown(field.initial);
      const hinted = field.placeholder ? { placeholder: clip(literal(field.placeholder), 150) } : {};
      const maxLength = Math.max(field.maxLength, value.length);
      const start = value === '' ? {} : { value };
      return [{ type: 'Input.Text', ...base, isMultiline: field.multiline, maxLength, ...start, ...hinted }];
    }
    case 'number': {
      const value = field.initial === undefined ? {} : { value: Math.max(field.initial, field.min) };
      return [{ type: 'Input.Number', ...base, min: field.min, ...value }];
    }
    case 'select':
    case 'pick':
      return drawChoices(field, base);
    case 'multiSelect': {
      if (field.choices.length === 0) return [];
      const isExpanded = field.choices.length <= asBoxes;
      const choices = field.choices.map((c) => ({ ...choiceOf(c, isExpanded), value: packed(c.value) }));
      const start = field.choices.filter((c) => field.initial?.includes(c.value)).map((c) => packed(c.value));
      const value = start.length === 0 ? {} : { value: start.join(',') };
      const style = isExpanded ? 'expanded' : 'compact';
      return [{ type: 'Input.ChoiceSet', ...base, style, isMultiSelect: true, wrap: true, choices, ...value }];
    }
    case 'checkbox': {
      const { value: valueOn, label } = field.choice;
      const value = field.initial === true ? valueOn : 'false';
      const title = clip(neverBlank(inert(label)), 200);
      return [{ type: 'Input.Toggle', ...base, title, valueOn, valueOff: 'false', value, wrap: true }];
    }
    case 'day': {
      const initial = /^\d{4}-\d{2}-\d{2}$/.test(field.initial ?? '') ? { value: field.initial ?? '' } : {};
      return [{ type: 'Input.Date', ...base, ...initial }];
    }
    case 'moment':
      return [drawMoment(field, base, asking)];
    default:
      return unreachable(field);
  }
}

/** Label and, where the client checks, what it says to an empty field; elsewhere a star, as the client would draw it. */
function facedBy(field: Field, { isChecked, locale }: Asking): Pick<Input, 'label' | 'isRequired' | 'errorMessage'> {
  const label = clip(neverBlank(literal(field.label)), 200);
  if (!field.required) return { label };
  return isChecked ? { label, isRequired: true, errorMessage: teamsWords[locale].required } : { label: `${label} *` };
}

type Face = ReturnType<typeof facedBy> & { readonly id: string };

function drawChoices(field: Extract<Field, { type: 'select' | 'pick' }>, base: Face): readonly Element[] {
  const { choices, initial } = field;
  if (choices.length === 0) return [];
  const isExpanded = field.type === 'pick' && choices.length <= asRadio;
  const none: InputChoice = { title: '–', value: noChoice };
  const all = [...(field.required ? [] : [none]), ...choices.map((c) => choiceOf(c, isExpanded))];
  const start = choices.find((c) => c.value === initial);
  const value = start === undefined ? {} : { value: start.value };
  const style = isExpanded ? 'expanded' : choices.length > filtered ? 'filtered' : 'compact';
  return [{ type: 'Input.ChoiceSet', ...base, style, wrap: true, choices: all, ...value }];
}

/** Visible choices are read as Markdown, those of a list are not. */
function choiceOf({ label, value }: Choice, isExpanded: boolean): InputChoice {
  return { title: clip(neverBlank((isExpanded ? inert : literal)(label)), 100), value };
}

/** Teams asks for a moment in two parts, side by side. */
function drawMoment(field: Extract<Field, { type: 'moment' }>, base: Face, { locale, zone }: Asking): Element {
  const { day, time } = partsOfMoment(field.initial ?? '', zone);
  const date = { type: 'Input.Date', ...base, id: dayId(field.name), ...(day === '' ? {} : { value: day }) } as const;
  const clock = {
    type: 'Input.Time',
    ...base,
    id: timeId(field.name),
    label: teamsWords[locale].time(base.label),
    ...(time === '' ? {} : { value: time }),
  } as const;
  const column = (input: Element) => ({ type: 'Column', width: 'stretch', items: [input] }) as const;
  return { type: 'ColumnSet', columns: [column(date), column(clock)] };
}
