import { anyText, id, imageUrl, plainText } from './composition.ts';
import { accessories, actionElements, inputElements } from './elements.ts';
import { containerWith, richBlocks } from './rich-blocks.ts';
import { all, boolean, byType, list, type Rule, shape, string, whole } from './rules.ts';

export type Surface = 'message' | 'modal' | 'home';

const named = { block_id: id };

const iconButton = shape(
  { icon: string(50), text: plainText(75) },
  { action_id: id, value: string(2000), accessibility_label: string(75), visible_to_user_ids: list(id, 1, 100) },
);
const feedback = shape({ text: plainText(75), value: string(2000) }, { accessibility_label: string(75) });

const textOrFields: Rule = whole((block) =>
  block['text'] === undefined && block['fields'] === undefined ? 'must provide either text or fields' : null,
);

const pictured: Rule = whole((block) => {
  if (block['image_url'] === undefined && block['slack_file'] === undefined) return 'missing required field: image_url';
  return block['image_url'] !== undefined && block['slack_file'] !== undefined
    ? 'must provide either image_url or slack_file'
    : null;
});
/** By its id or by its address. */
const slackFile = all(
  shape({}, { id, url: string(3000) }),
  whole((file) =>
    (file['id'] === undefined) === (file['url'] === undefined) ? 'must provide either id or url' : null,
  ),
);

const basic: Readonly<Record<string, Rule>> = {
  section: all(
    shape(
      {},
      {
        ...named,
        text: anyText(3000),
        fields: list(anyText(2000), 1, 10),
        accessory: byType(accessories),
        expand: boolean,
      },
    ),
    textOrFields,
  ),
  header: shape({ text: plainText(150) }, named),
  divider: shape({}, named),
  context: shape(
    {
      elements: list(
        byType({ image: all(imageUrl, pictured), plain_text: anyText(3000), mrkdwn: anyText(3000) }),
        1,
        10,
      ),
    },
    named,
  ),
  actions: shape({ elements: list(byType(actionElements), 1, 25) }, named),
  context_actions: shape(
    {
      elements: list(
        byType({
          feedback_buttons: shape({ positive_button: feedback, negative_button: feedback }, { action_id: id }),
          icon_button: iconButton,
        }),
        1,
        5,
      ),
    },
    named,
  ),
  image: all(
    shape(
      { alt_text: string(2000) },
      { ...named, title: plainText(2000), image_url: string(3000), slack_file: slackFile },
    ),
    pictured,
  ),
  input: shape(
    { label: plainText(2000), element: byType(inputElements) },
    { ...named, hint: plainText(2000), optional: boolean, dispatch_action: boolean },
  ),
};

const everywhere = { ...basic, ...richBlocks, container: containerWith({ ...basic, ...richBlocks }) };
const without = (...types: readonly string[]): Readonly<Record<string, Rule>> =>
  Object.fromEntries(Object.entries(everywhere).filter(([type]) => !types.includes(type)));

/** Which blocks a surface draws, and how many of them. */
const surfaces: Readonly<Record<Surface, Rule>> = {
  message: list(byType(everywhere), 0, 50),
  modal: list(byType(without('file', 'markdown', 'context_actions', 'data_table', 'task_card', 'plan')), 1, 100),
  home: list(byType(without('file', 'markdown', 'context_actions', 'task_card', 'plan')), 0, 100),
};

export const blocksRule = (surface: Surface): Rule => surfaces[surface];
