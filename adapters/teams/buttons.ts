import { caseNumber } from '../../src/domain/ids.ts';
import { type Action, stepsWithForms } from '../../src/ports/card.ts';
import type { ActionSet, CardAction } from './card-json.ts';
import { encodePress } from './press-code.ts';
import { budgetOf, lineOf, run } from './runs.ts';
import { clip, neverBlank, shown } from './text.ts';

/** In one row; what else there is stands in the "…" menu, or in the next row. */
const perRow = 6;
const perMenu = 20;
const titleLength = 75;

export type Surface = {
  /** Whether the client opens windows of its own from a card. */
  readonly dialogs: boolean;
  /** In a window only `Action.Submit` is heard; what stands on Home draws Home again. */
  readonly where: 'message' | 'dialog' | 'home';
  /** Without what clients of before `Action.Execute` would need: where a card is full. */
  readonly lean: boolean;
};

/** Rows of buttons; what stands in the overflow becomes the "…" menu of the last one. */
export function drawActions(
  actions: readonly Action[],
  overflow: readonly Action[],
  surface: Surface,
): readonly ActionSet[] {
  // A question unfolds below its button: a menu has no room for it. A menu of one entry is a button.
  const fitting = overflow.filter((action) => action.confirm === undefined);
  const inMenu = (fitting.length > 1 ? fitting : []).slice(0, perMenu);
  const asButtons = [...actions, ...overflow.filter((action) => !inMenu.includes(action))];
  const rows: CardAction[][] = [];
  for (let from = 0; from < asButtons.length; from += perRow) {
    rows.push(asButtons.slice(from, from + perRow).map((action) => drawButton(action, surface)));
  }
  const menu = inMenu.map((action): CardAction => ({ ...drawPress(action, surface), mode: 'secondary' }));
  if (rows.length === 0) rows.push([]);
  rows.at(-1)?.push(...menu);
  return rows.filter((row) => row.length > 0).map((row) => ({ type: 'ActionSet', actions: row }));
}

function drawButton(action: Action, surface: Surface): CardAction {
  const { press, label } = action;
  const aloud = press.caseId === null ? {} : { tooltip: `${faceOf(label)}, ${caseNumber(press.caseId)}` };
  return { ...(action.confirm === undefined ? drawPress(action, surface) : drawQuestion(action, surface)), ...aloud };
}

function drawPress({ label, press, style }: Action, surface: Surface): CardAction {
  const face = { title: faceOf(label), ...lookOf(style) };
  const data = encodePress(press, surface.where === 'home');
  if (surface.where === 'dialog') return { type: 'Action.Submit', ...face, data };
  if (surface.dialogs && stepsWithForms.has(press.step)) {
    return { type: 'Action.Submit', ...face, data: { msteams: { type: 'task/fetch' }, ...data } };
  }
  const fallback = { type: 'Action.Submit', title: face.title, data } as const;
  return { type: 'Action.Execute', ...face, verb: 'press', data, ...(surface.lean ? {} : { fallback }) };
}

/** Teams asks nothing before a press: the question unfolds, and the answer to it is the press. */
function drawQuestion(action: Action, surface: Surface): CardAction {
  const { confirm, label, style } = action;
  const budget = budgetOf(1_000);
  const body = [
    lineOf(run(confirm?.title ?? '', { weight: 'Bolder' }, budget, 100), undefined),
    lineOf(run(confirm?.text ?? '', {}, budget, 300), 'Small'),
  ].filter((line) => line !== null);
  const { confirm: _, ...asked } = action;
  const yes = drawPress({ ...asked, label: confirm?.yes ?? label }, surface);
  const card = { type: 'AdaptiveCard', body, actions: [yes] } as const;
  return { type: 'Action.ShowCard', title: faceOf(label), ...lookOf(style), card };
}

export const faceOf = (label: string): string => clip(neverBlank(shown(label)), titleLength);

const lookOf = (style: Action['style']): Pick<CardAction, 'style'> => {
  if (style === undefined) return {};
  return { style: style === 'primary' ? 'positive' : 'destructive' };
};
