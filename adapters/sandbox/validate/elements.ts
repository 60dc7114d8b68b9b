import {
  confirm,
  conversationFilter,
  dispatchConfig,
  id,
  imageUrl,
  initialIsAnOption,
  maxSelected,
  option,
  optionGroup,
  optionsOrGroups,
  plainText,
  url,
} from './composition.ts';
import { all, anything, boolean, integer, list, matching, oneOf, type Rule, shape, string, whole } from './rules.ts';

const common = { action_id: id };
const asked = { ...common, confirm };
const placeholder = plainText(150);
const focused = { ...asked, focus_on_load: boolean };
const typed = { ...common, placeholder, focus_on_load: boolean, dispatch_action_config: dispatchConfig };
const chooser = { ...focused, placeholder };
const strings = list(string(255), 0, 100);
const staticOptions = { options: list(option(false), 1, 100), option_groups: list(optionGroup, 1, 100) };

const button = shape(
  { text: plainText(75) },
  { ...asked, url, value: string(2000, 0), style: oneOf('primary', 'danger'), accessibility_label: string(75) },
);

/** The initial words must fit between the lengths that the field itself asks for. */
const initialFits: Rule = whole((element) => {
  const initial = element['initial_value'];
  if (typeof initial !== 'string' || initial === '') return null;
  const most = typeof element['max_length'] === 'number' ? element['max_length'] : 3000;
  return [...initial].length > most ? `initial_value must be less than ${most + 1} characters` : null;
});

const few = (extra: Readonly<Record<string, Rule>>): Rule =>
  all(shape({ options: list(option(true), 1, 10) }, { ...focused, ...extra }), initialIsAnOption);

const selects: Readonly<Record<string, Rule>> = {
  static_select: all(
    shape({}, { ...chooser, ...staticOptions, initial_option: option(false) }),
    optionsOrGroups,
    initialIsAnOption,
  ),
  external_select: shape({}, { ...chooser, initial_option: option(false), min_query_length: integer(0, 100) }),
  users_select: shape({}, { ...chooser, initial_user: id }),
  channels_select: shape({}, { ...chooser, initial_channel: id, response_url_enabled: boolean }),
  conversations_select: shape(
    {},
    {
      ...chooser,
      initial_conversation: id,
      default_to_current_conversation: boolean,
      response_url_enabled: boolean,
      filter: conversationFilter,
    },
  ),
  multi_static_select: all(
    shape(
      {},
      { ...chooser, ...staticOptions, initial_options: list(option(false), 1, 100), max_selected_items: maxSelected },
    ),
    optionsOrGroups,
    initialIsAnOption,
  ),
  multi_external_select: shape(
    {},
    {
      ...chooser,
      initial_options: list(option(false), 1, 100),
      min_query_length: integer(0, 100),
      max_selected_items: maxSelected,
    },
  ),
  multi_users_select: shape({}, { ...chooser, initial_users: strings, max_selected_items: maxSelected }),
  multi_channels_select: shape({}, { ...chooser, initial_channels: strings, max_selected_items: maxSelected }),
  multi_conversations_select: shape(
    {},
    {
      ...chooser,
      initial_conversations: strings,
      default_to_current_conversation: boolean,
      filter: conversationFilter,
      max_selected_items: maxSelected,
    },
  ),
};

const choices: Readonly<Record<string, Rule>> = {
  ...selects,
  checkboxes: few({ initial_options: list(option(true), 1, 10) }),
  radio_buttons: few({ initial_option: option(true) }),
  datepicker: shape({}, { ...chooser, initial_date: matching(/^\d{4}-\d{2}-\d{2}$/, 'must be in YYYY-MM-DD format') }),
  timepicker: shape(
    {},
    {
      ...chooser,
      initial_time: matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be in HH:mm format'),
      timezone: string(100),
    },
  ),
  datetimepicker: shape({}, { ...focused, initial_date_time: integer(1_000_000_000, 9_999_999_999) }),
};

const overflow = shape({ options: list(option(false, true), 1, 5) }, asked);
const workflowButton = shape(
  { text: plainText(75), workflow: anything },
  { ...common, style: oneOf('primary', 'danger'), accessibility_label: string(75) },
);
const richTextInput = shape({}, { ...typed, initial_value: anything, min_lines: integer(1, 100) });

/** What may stand in an actions block. */
export const actionElements: Readonly<Record<string, Rule>> = {
  ...choices,
  button,
  overflow,
  workflow_button: workflowButton,
  rich_text_input: richTextInput,
};

/** What may stand beside a section's text. */
export const accessories: Readonly<Record<string, Rule>> = {
  ...choices,
  button,
  overflow,
  workflow_button: workflowButton,
  image: imageUrl,
};

/** What may be asked for in an input block. */
export const inputElements: Readonly<Record<string, Rule>> = {
  ...choices,
  plain_text_input: all(
    shape(
      {},
      {
        ...typed,
        initial_value: string(3000, 0),
        multiline: boolean,
        min_length: integer(0, 3000),
        max_length: integer(1, 3000),
      },
    ),
    initialFits,
  ),
  email_text_input: shape({}, { ...typed, initial_value: string(3000, 0) }),
  url_text_input: shape({}, { ...typed, initial_value: string(3000, 0) }),
  number_input: shape(
    { is_decimal_allowed: boolean },
    { ...typed, initial_value: string(100), min_value: string(100), max_value: string(100) },
  ),
  rich_text_input: richTextInput,
  file_input: shape({}, { ...common, filetypes: list(string(50), 1, 100), max_files: integer(1, 10) }),
};

export const buttonElement = button;
