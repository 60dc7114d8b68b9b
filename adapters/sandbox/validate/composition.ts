import { isJson, listOf } from '../json.ts';
import { all, boolean, byType, integer, list, matching, oneOf, type Rule, shape, string, whole } from './rules.ts';

/** Text objects, options, confirmations: the parts from which blocks and elements are made. */

export const plainText = (max: number, min = 1): Rule =>
  byType({ plain_text: shape({ text: string(max, min) }, { emoji: boolean }) });

export const mrkdwn = (max: number): Rule => byType({ mrkdwn: shape({ text: string(max) }, { verbatim: boolean }) });

export const anyText = (max: number): Rule =>
  byType({
    plain_text: shape({ text: string(max) }, { emoji: boolean }),
    mrkdwn: shape({ text: string(max) }, { verbatim: boolean }),
  });

export const id = string(255);
export const url = all(string(3000), matching(/^(https?|slack|mailto|tel):/, 'must be a valid url'));

export const option = (richText: boolean, overflow = false): Rule =>
  shape(
    { text: richText ? anyText(75) : plainText(75), value: string(150) },
    { description: richText ? anyText(75) : plainText(75), ...(overflow ? { url } : {}) },
  );

export const optionGroup: Rule = shape({ label: plainText(75), options: list(option(false), 1, 100) });

export const confirm: Rule = shape(
  { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  { style: oneOf('primary', 'danger') },
);

export const conversationFilter: Rule = shape(
  {},
  {
    include: list(oneOf('im', 'mpim', 'private', 'public'), 1, 4),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
);

export const dispatchConfig: Rule = shape(
  {},
  { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 1, 2) },
);

export const imageUrl = shape(
  { alt_text: string(2000) },
  { image_url: all(string(3000), matching(/^https?:/, 'must be a valid url')), slack_file: shape({}, { id, url }) },
);

const same = (left: unknown, right: unknown): boolean =>
  isJson(left) &&
  isJson(right) &&
  left['value'] === right['value'] &&
  JSON.stringify(left['text']) === JSON.stringify(right['text']);

/** What is chosen at first must be one of what there is to choose, word for word. */
export const initialIsAnOption: Rule = whole((element) => {
  const grouped = listOf(element['option_groups']).flatMap((group) => (isJson(group) ? listOf(group['options']) : []));
  const options = [...listOf(element['options']), ...grouped];
  const initial = element['initial_option'] === undefined ? [] : [element['initial_option']];
  const chosen = [...initial, ...listOf(element['initial_options'])];
  return chosen.every((each) => options.some((known) => same(each, known)))
    ? null
    : 'initial option must be one of the options';
});

export const optionsOrGroups: Rule = whole((element) => {
  const given = [element['options'], element['option_groups']].filter((each) => each !== undefined).length;
  return given === 1 ? null : 'must provide either options or option_groups';
});

export const maxSelected = integer(1, 100);
