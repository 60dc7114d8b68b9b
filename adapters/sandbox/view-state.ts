import { actionsOf } from './blocks.ts';
import { isJson, type Json } from './json.ts';
import type { StateValues } from './protocol.ts';

/** What an untouched element holds, by its type: its initial value under the name that Slack sends. Buttons hold nothing. */
const untouched = (element: Json): Json | null => {
  const type = String(element['type']);
  const initial = (name: string): unknown => element[name] ?? null;
  if (type.startsWith('multi_')) {
    const [, what] = type.split('_');
    const many = { users: 'users', conversations: 'conversations', channels: 'channels' }[what ?? ''] ?? 'options';
    return { type, [`selected_${many}`]: element[`initial_${many}`] ?? [] };
  }
  switch (type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type, value: initial('initial_value') };
    case 'rich_text_input':
      return { type, rich_text_value: initial('initial_value') };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: initial('initial_option') };
    case 'checkboxes':
      return { type, selected_options: element['initial_options'] ?? [] };
    case 'users_select':
      return { type, selected_user: initial('initial_user') };
    case 'conversations_select':
      return { type, selected_conversation: initial('initial_conversation') };
    case 'channels_select':
      return { type, selected_channel: initial('initial_channel') };
    case 'datepicker':
      return { type, selected_date: initial('initial_date') };
    case 'timepicker':
      return { type, selected_time: initial('initial_time') };
    case 'datetimepicker':
      return { type, selected_date_time: initial('initial_date_time') };
    case 'file_input':
      return { type, files: [] };
    default:
      return null;
  }
};

/** The `state.values` that Slack sends: every element that holds a value, touched or not. */
export const completeState = (blocks: readonly Json[], given: StateValues): StateValues => {
  const values: Record<string, Record<string, unknown>> = {};
  for (const block of blocks) {
    const blockId = String(block['block_id']);
    for (const element of actionsOf(block)) {
      const start = untouched(element);
      if (!start) continue;
      const actionId = String(element['action_id']);
      const touched = given[blockId]?.[actionId];
      const value = isJson(touched) ? { ...start, ...touched, type: start['type'] } : start;
      // An emptied text field is null in Slack's payloads, not ''.
      const held = 'value' in value && value['value'] === '' ? { ...value, value: null } : value;
      values[blockId] = { ...values[blockId], [actionId]: held };
    }
  }
  return values;
};

export const isEmpty = (value: unknown): boolean =>
  !isJson(value) ||
  Object.entries(value).every(
    ([key, each]) => key === 'type' || each === null || (Array.isArray(each) && each.length === 0),
  );
