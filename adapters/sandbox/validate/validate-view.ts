import { isJson, listOf } from '../json.ts';
import { plainText } from './composition.ts';
import { all, anything, boolean, byType, type Rule, shape, string, whole } from './rules.ts';
import { validateBlocks } from './validate-blocks.ts';

const shared = {
  private_metadata: string(3000, 0),
  callback_id: string(255, 0),
  external_id: string(255, 0),
};
const closing = { ...shared, close: plainText(24), clear_on_close: boolean, notify_on_close: boolean };

/** A modal that asks something must offer to send it. */
const submitIfAsked: Rule = whole((view) => {
  const asks = listOf(view['blocks']).some((block) => isJson(block) && block['type'] === 'input');
  return asks && view['submit'] === undefined ? 'missing required field: submit' : null;
});

const views: Readonly<Record<'modal' | 'home', Rule>> = {
  modal: all(
    shape({ title: plainText(24), blocks: anything }, { ...closing, submit: plainText(24), submit_disabled: boolean }),
    submitIfAsked,
  ),
  home: shape({ blocks: anything }, shared),
};

/** What Slack would answer to this view; empty when it would open it. */
export const validateView = (view: unknown, type: 'modal' | 'home'): readonly string[] => {
  const problems: string[] = [];
  byType({ [type]: views[type] })(view, '/view', problems);
  if (isJson(view) && view['blocks'] !== undefined)
    problems.push(...validateBlocks(view['blocks'], type, '/view/blocks'));
  return problems;
};

/** Bytes of a view above which Slack answers `view_too_large`. */
const VIEW_LIMIT = 250 * 1024;

export const isTooLarge = (view: unknown): boolean => Buffer.byteLength(JSON.stringify(view) ?? '') > VIEW_LIMIT;
