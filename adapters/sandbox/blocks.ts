import { shortId } from './ids.ts';
import { isJson, type Json, listOf } from './json.ts';

const withAction = (element: unknown): unknown =>
  isJson(element) && element['action_id'] === undefined && !passive.has(String(element['type']))
    ? { ...element, action_id: shortId() }
    : element;

/** What nobody can press has no action. */
const passive = new Set(['image', 'mrkdwn', 'plain_text']);

/** Slack names every block and every element that the app left nameless, so that presses can say which was meant. */
export const nameBlocks = (blocks: readonly unknown[]): readonly Json[] =>
  blocks.filter(isJson).map((block) => {
    const named: Record<string, unknown> = { ...block, block_id: block['block_id'] ?? shortId() };
    if (block['type'] === 'actions' || block['type'] === 'context_actions') {
      named['elements'] = listOf(block['elements']).map(withAction);
    }
    if (isJson(block['accessory'])) named['accessory'] = withAction(block['accessory']);
    if (isJson(block['element'])) named['element'] = withAction(block['element']);
    return named;
  });

/** The elements of a block that carry an action. */
export const actionsOf = (block: Json): readonly Json[] =>
  [...listOf(block['elements']), ...listOf(block['actions']), block['accessory'], block['element']].filter(
    (each): each is Json => isJson(each) && typeof each['action_id'] === 'string',
  );

export const findAction = (blocks: readonly Json[], blockId: string, actionId: string): Json | null => {
  const block = blocks.find((each) => each['block_id'] === blockId);
  return (block && actionsOf(block).find((each) => each['action_id'] === actionId)) ?? null;
};
