import type { ActionsBlock, Button, ConfirmationDialog, Overflow, PlainTextElement, StaticSelect } from '@slack/types';
import { caseNumber } from '../../src/domain/ids.ts';
import type { Action } from '../../src/ports/card.ts';
import { encodePress, menuId, optionValue, pressId } from './press-code.ts';
import { clip, neverBlank, shown } from './text.ts';
import { slackWords } from './words.ts';

const perRow = 5;
const inOverflow = 5;
const inMenu = 100;

/** Rows of buttons; what stands in the overflow becomes a "…" menu up to five entries, a select above that. */
export function drawActions(actions: readonly Action[], overflow: readonly Action[]): readonly ActionsBlock[] {
  // A menu asks one question for all its entries and its values are short: what does not fit is a button.
  const fitting = overflow.filter(fitsMenu);
  const inTheMenu = fitting.length > 1 ? fitting : [];
  const asButtons = [...actions, ...overflow.filter((action) => !inTheMenu.includes(action))];
  const elements: ActionsBlock['elements'] = asButtons.map(drawButton);
  if (inTheMenu.length > 0) elements.push(drawMenu(inTheMenu.slice(0, inMenu), asButtons.length));
  const rows: ActionsBlock[] = [];
  for (let from = 0; from < elements.length; from += perRow + 1) {
    rows.push({ type: 'actions', elements: elements.slice(from, from + perRow + 1) });
  }
  return rows;
}

const fitsMenu = (action: Action): boolean =>
  action.confirm === undefined && encodePress(action.press).length <= optionValue;

function drawButton(action: Action, index: number): Button {
  const { press, label } = action;
  return {
    type: 'button',
    action_id: pressId(press, index),
    text: plain(label, 75),
    value: encodePress(press),
    ...(action.style === undefined ? {} : { style: action.style }),
    ...(action.confirm === undefined ? {} : { confirm: drawConfirm(action.confirm, action.style) }),
    ...(press.caseId === null ? {} : { accessibility_label: clip(`${shown(label)}, ${caseNumber(press.caseId)}`, 75) }),
  };
}

function drawConfirm(ask: NonNullable<Action['confirm']>, style: Action['style']): ConfirmationDialog {
  return {
    title: plain(ask.title, 100),
    text: plain(ask.text, 300),
    confirm: plain(ask.yes, 30),
    deny: plain(ask.no, 30),
    ...(style === 'danger' ? { style } : {}),
  };
}

function drawMenu(actions: readonly Action[], index: number): Overflow | StaticSelect {
  const options = actions.map(({ label, press }) => ({ text: plain(label, 75), value: encodePress(press) }));
  if (options.length <= inOverflow) return { type: 'overflow', action_id: menuId(index), options };
  const locale = actions.some(({ label }) => /[가-힣]/.test(label)) ? 'ko' : 'en';
  const placeholder = plain(slackWords[locale].more, 150);
  return { type: 'static_select', action_id: menuId(index), placeholder, options };
}

/** What rows of buttons take of the total: their labels and their values. */
export function charactersOf(rows: readonly ActionsBlock[]): number {
  let sum = 0;
  JSON.stringify(rows, (key, value: unknown) => {
    if ((key === 'text' || key === 'value') && typeof value === 'string') sum += value.length;
    return value;
  });
  return sum;
}

/** Shown as written: plain text knows no markup, and `emoji: false` leaves `:smile:` alone. */
export const plain = (text: string, max: number): PlainTextElement => ({
  type: 'plain_text',
  text: clip(neverBlank(shown(text)), max),
  emoji: false,
});
