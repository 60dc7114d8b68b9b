import { actionsOf } from '../blocks.ts';
import { isJson, listOf } from '../json.ts';
import type { Rule } from './rules.ts';

/** A block id is unique in a message or view, an action id within its block. */
export const uniqueNames: Rule = (value, at, problems) => {
  const blockIds = new Set<unknown>();
  listOf(value).forEach((block, index) => {
    if (!isJson(block)) return;
    const blockId = block['block_id'];
    if (blockId !== undefined && blockIds.has(blockId)) {
      problems.push(`block_id "${String(blockId)}" already exists [json-pointer:${at}/${index}/block_id]`);
    }
    blockIds.add(blockId);
    const actionIds = new Set<unknown>();
    for (const element of actionsOf(block)) {
      const actionId = element['action_id'];
      if (actionIds.has(actionId)) {
        problems.push(`action_id "${String(actionId)}" already exists [json-pointer:${at}/${index}/elements]`);
      }
      actionIds.add(actionId);
    }
  });
};

/** Only one element may take the focus. */
export const oneFocus: Rule = (value, at, problems) => {
  const focused = listOf(value).filter(
    (block) => isJson(block) && actionsOf(block).some((each) => each['focus_on_load'] === true),
  );
  if (focused.length > 1) problems.push(`only one element can have focus_on_load set to true [json-pointer:${at}]`);
};
