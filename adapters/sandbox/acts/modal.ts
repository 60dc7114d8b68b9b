import { checkInputs } from '../check-inputs.ts';
import { isJson, type Json } from '../json.ts';
import { interactionBase } from '../payloads.ts';
import type { ActResult, SandboxUser, StateValues } from '../protocol.ts';
import { sentencesFor } from '../sentences.ts';
import { blocksOf, viewJson } from '../view-json.ts';
import { completeState } from '../view-state.ts';
import { STACK_LIMIT, type StoredView } from '../views.ts';
import { isRefusedView, readView } from '../web-api/views.ts';
import type { World } from '../world.ts';

/** Closes these views and tells the app of the ones it asked to hear about. `cleared`: the whole stack went. */
const closeViews = async (
  world: World,
  person: SandboxUser,
  views: readonly StoredView[],
  cleared: boolean,
): Promise<void> => {
  world.views.close(views);
  for (const stored of views.filter((each) => each.view['notify_on_close'] === true)) {
    const payload = {
      ...interactionBase(world, 'view_closed', person),
      view: viewJson(world, stored),
      is_cleared: cleared,
    };
    await world.delivery.deliver({ kind: 'interactive', payload }, null);
  }
};

const textErrors = (errors: unknown, blocks: readonly Json[]): Readonly<Record<string, string>> | null => {
  if (!isJson(errors)) return null;
  const inputs = new Set(blocks.filter((each) => each['type'] === 'input').map((each) => each['block_id']));
  const entries = Object.entries(errors);
  // Slack shows errors at input blocks only; an answer that names another block is one it cannot show.
  const valid =
    entries.length > 0 && entries.every(([id, text]) => inputs.has(id) && typeof text === 'string' && text !== '');
  return valid ? Object.fromEntries(entries.map(([id, text]) => [id, String(text)])) : null;
};

/** Does what the app answered to a submission; false when the answer makes no sense to Slack. */
const applyAnswer = async (
  world: World,
  person: SandboxUser,
  stored: StoredView,
  answer: unknown,
): Promise<boolean> => {
  const action = isJson(answer) ? answer['response_action'] : undefined;
  if (answer === null || (isJson(answer) && Object.keys(answer).length === 0)) {
    world.views.close([stored]);
    return true;
  }
  if (!isJson(answer)) return false;
  const stack = world.views.stack(person.id);
  switch (action) {
    case 'clear':
      // The one that was submitted is done with, not closed.
      world.views.close([stored]);
      await closeViews(
        world,
        person,
        stack.filter((each) => each.id !== stored.id),
        true,
      );
      return true;
    case 'errors': {
      const errors = textErrors(answer['errors'], blocksOf(stored.view));
      if (errors) world.views.fill(stored, { errors });
      return errors !== null;
    }
    case 'update': {
      const view = readView(world, answer['view'], 'modal', stored);
      if (isRefusedView(view)) return false;
      world.views.update(stored, view);
      return true;
    }
    case 'push': {
      const view = readView(world, answer['view'], 'modal', null);
      if (isRefusedView(view) || stack.length >= STACK_LIMIT) return false;
      world.views.push(person.id, view);
      return true;
    }
    default:
      return false;
  }
};

/** The submit button of the visible modal. */
export const submitModal = async (
  world: World,
  person: SandboxUser,
  viewId: string,
  values: StateValues,
): Promise<ActResult> => {
  const say = sentencesFor(person.locale);
  const top = world.views.stack(person.id).at(-1);
  if (!top || top.id !== viewId) return { ok: false, error: say.gone };
  const blocks = blocksOf(top.view);
  const errors = checkInputs(blocks, completeState(blocks, values), say);
  const stored = world.views.fill(top, { values, errors });
  if (Object.keys(errors).length > 0) return { ok: true };
  const payload = {
    ...interactionBase(world, 'view_submission', person),
    trigger_id: world.triggers.issue(person.id, stored.id),
    view: viewJson(world, stored),
    response_urls: [],
  };
  const outcome = await world.delivery.deliver({ kind: 'interactive', payload }, null);
  if (outcome.type === 'failed') return { ok: false, error: say.trouble };
  // The app may have updated the view while it was thinking; its answer is about the view as it is now.
  const current = world.views.find(stored.id) ?? stored;
  return (await applyAnswer(world, person, current, outcome.answer)) ? { ok: true } : { ok: false, error: say.trouble };
};

/** The close button: this view, or the whole stack where the app wants it so. */
export const closeModal = async (world: World, person: SandboxUser, viewId: string): Promise<ActResult> => {
  const stack = world.views.stack(person.id);
  const top = stack.at(-1);
  if (!top || top.id !== viewId) return { ok: true };
  const cleared = top.view['clear_on_close'] === true;
  await closeViews(world, person, cleared ? [...stack].reverse() : [top], cleared);
  return { ok: true };
};
