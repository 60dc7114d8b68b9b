import type { InputBlock, PlainTextOption } from '@slack/types';
import { unreachable } from '../../src/domain/result.ts';
import type { Choice, Field } from '../../src/ports/form.ts';
import { plain } from './buttons.ts';
import { fieldId, type Shown } from './form-state.ts';
import { clip } from './text.ts';

const longestText = 3_000;
const inSelect = 100;
const asRadio = 10;

/**
 * A field as an input block; null where there is nothing to choose from. Slack ignores a changed initial value for a
 * block it already shows, so a new suggestion gets a new block id, while a field that shows what it should keeps its
 * own, and with it whatever is being typed.
 */
export function drawField(field: Field, shown: Shown): InputBlock | null {
  const element = drawElement(field);
  if (element === null) return null;
  return {
    type: 'input',
    block_id: blockIdOf(field, shown),
    label: plain(field.label, 2_000),
    ...(field.hint === undefined ? {} : { hint: plain(field.hint, 2_000) }),
    optional: !field.required,
    element,
    ...(field.refreshes === true ? { dispatch_action: true } : {}),
  };
}

function blockIdOf(field: Field, shown: Shown): string {
  const wanted = initialOf(field);
  const current = shown.get(field.name);
  if (current !== undefined && (wanted === null || wanted === current.value)) return current.blockId;
  return wanted === null ? field.name : `${field.name}~${hash(wanted)}`;
}

/** What the field starts with, in the form in which it would come back; null for an empty start. */
function initialOf(field: Field): string | null {
  switch (field.type) {
    case 'text':
    case 'select':
    case 'pick':
    case 'day':
    case 'moment':
      return field.initial === undefined || field.initial === '' ? null : field.initial;
    case 'number':
      return field.initial === undefined ? null : String(field.initial);
    case 'multiSelect':
      return field.initial === undefined || field.initial.length === 0 ? null : JSON.stringify(field.initial);
    case 'checkbox':
      return field.initial === true ? field.choice.value : null;
    default:
      return unreachable(field);
  }
}

function drawElement(field: Field): InputBlock['element'] | null {
  const action_id = fieldId(field.name);
  switch (field.type) {
    case 'text':
      return {
        type: 'plain_text_input',
        action_id,
        multiline: field.multiline,
        max_length: Math.min(field.maxLength, longestText),
        ...(field.initial ? { initial_value: clip(field.initial, Math.min(field.maxLength, longestText)) } : {}),
        ...(field.placeholder ? { placeholder: plain(field.placeholder, 150) } : {}),
        ...(field.refreshes === true ? { dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } } : {}),
      };
    case 'number': {
      const initial = field.initial === undefined ? {} : { initial_value: String(Math.max(field.initial, field.min)) };
      return { type: 'number_input', action_id, is_decimal_allowed: false, min_value: String(field.min), ...initial };
    }
    case 'select':
      return drawSelect(action_id, field.choices, field.initial);
    case 'multiSelect': {
      if (field.choices.length === 0) return null;
      const start = field.choices.filter((c) => field.initial?.includes(c.value)).map(option);
      const initial = start.length === 0 ? {} : { initial_options: start };
      return { type: 'multi_static_select', action_id, ...optionsOf(field.choices), ...initial };
    }
    case 'pick': {
      if (field.choices.length === 0) return null;
      if (field.choices.length > asRadio) return drawSelect(action_id, field.choices, field.initial);
      const start = field.choices.find((c) => c.value === field.initial);
      const initial = start === undefined ? {} : { initial_option: option(start) };
      return { type: 'radio_buttons', action_id, options: field.choices.map(option), ...initial };
    }
    case 'checkbox': {
      const options = [option(field.choice)];
      return {
        type: 'checkboxes',
        action_id,
        options,
        ...(field.initial === true ? { initial_options: options } : {}),
      };
    }
    case 'day': {
      const initial = /^\d{4}-\d{2}-\d{2}$/.test(field.initial ?? '') ? { initial_date: field.initial ?? '' } : {};
      return { type: 'datepicker', action_id, ...initial };
    }
    case 'moment': {
      const seconds = Math.floor(Number(field.initial ?? 'none') / 1_000);
      // Slack takes ten digits: from September 2001 to November 2286.
      const initial = /^\d{10}$/.test(String(seconds)) ? { initial_date_time: seconds } : {};
      return { type: 'datetimepicker', action_id, ...initial };
    }
    default:
      return unreachable(field);
  }
}

function drawSelect(action_id: string, choices: readonly Choice[], initial: string | undefined) {
  if (choices.length === 0) return null;
  const start = choices.find((c) => c.value === initial);
  const initially = start === undefined ? {} : { initial_option: option(start) };
  return { type: 'static_select' as const, action_id, ...optionsOf(choices), ...initially };
}

const option = ({ value, label }: Choice): PlainTextOption => ({ text: plain(label, 75), value });

/** Above a hundred choices they are shown in groups, each named by its first entry. */
function optionsOf(choices: readonly Choice[]) {
  if (choices.length <= inSelect) return { options: choices.map(option) };
  const groups = [];
  for (let from = 0; from < choices.length; from += inSelect) {
    const some = choices.slice(from, from + inSelect);
    groups.push({ label: plain(`${some[0]?.label ?? ''} –`, 75), options: some.map(option) });
  }
  return { option_groups: groups };
}

/** FNV-1a, 32 bits: tells two suggestions apart, nothing more. */
function hash(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36);
}
