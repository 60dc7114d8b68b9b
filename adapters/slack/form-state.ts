import type { FieldValue, FormValues } from '../../src/ports/form.ts';
import { isRecord, list, record, text } from '../payload.ts';

const prefix = 'field:';
export const fieldId = (name: string): string => `${prefix}${name}`;
/** The field of an input's action id; null for anything else that stands in a form. */
export const fieldOf = (actionId: string): string | null =>
  actionId.startsWith(prefix) ? actionId.slice(prefix.length) : null;

/** What an open form shows: by field name, the block it stands in and what is in it, lists as JSON. */
export type Shown = ReadonlyMap<string, { readonly blockId: string; readonly value: string }>;
export const nothingShown: Shown = new Map();

/** `view.state.values` (block id → action id → value object), by field name. */
export function valuesOf(view: Record<string, unknown>): FormValues {
  const entries = inputsOf(view).map(({ name, value }) => [name, value] as const);
  return Object.fromEntries(entries);
}

export function shownIn(view: Record<string, unknown>): Shown {
  const flat = (value: FieldValue): string => (typeof value === 'string' ? value : JSON.stringify(value));
  return new Map(inputsOf(view).map(({ name, value, blockId }) => [name, { blockId, value: flat(value) }]));
}

/** Sentences by field name → by block id; one that belongs to no shown field stands at the first. */
export function errorsByBlock(
  errors: Readonly<Record<string, string>>,
  view: Record<string, unknown>,
): Record<string, string> {
  const inputs = inputsOf(view);
  const out: Record<string, string> = {};
  for (const [name, sentence] of Object.entries(errors)) {
    const blockId = inputs.find((input) => input.name === name)?.blockId ?? inputs[0]?.blockId;
    if (blockId === undefined) continue;
    out[blockId] = out[blockId] === undefined ? sentence : `${out[blockId]} ${sentence}`;
  }
  return out;
}

function inputsOf(view: Record<string, unknown>): { name: string; value: FieldValue; blockId: string }[] {
  const state = record(record(view['state'])['values']);
  // In the order in which they stand on the screen: "first" must be what the person sees first.
  const order = list(view['blocks']).map((block) => text(record(block)['block_id']) ?? '');
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const blocks = Object.entries(state).sort(([a], [b]) => place(a) - place(b));
  return blocks.flatMap(([blockId, actions]) =>
    Object.entries(record(actions)).flatMap(([actionId, input]) => {
      const name = fieldOf(actionId);
      return name === null || !isRecord(input) ? [] : [{ name, value: contentOf(input), blockId }];
    }),
  );
}

function contentOf(input: Record<string, unknown>): FieldValue {
  const chosen = (option: unknown): string => text(record(option)['value']) ?? '';
  switch (input['type']) {
    case 'static_select':
    case 'radio_buttons':
      return chosen(input['selected_option']);
    case 'multi_static_select':
      return list(input['selected_options']).map(chosen);
    case 'checkboxes':
      return chosen(list(input['selected_options'])[0]);
    case 'datepicker':
      return text(input['selected_date']) ?? '';
    case 'datetimepicker':
      return typeof input['selected_date_time'] === 'number' ? String(input['selected_date_time'] * 1_000) : '';
    default:
      return text(input['value']) ?? '';
  }
}
