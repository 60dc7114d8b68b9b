import { unreachable } from '../../src/domain/result.ts';
import type { Card, CardBlock } from '../../src/ports/card.ts';
import { drawActions, type Surface } from './buttons.ts';
import type { AdaptiveCard, Element } from './card-json.ts';
import { chartOf } from './chart.ts';
import { type Budget, budgetOf, lineOf, run, runsOf } from './runs.ts';
import { clip, inert, literal, neverBlank, shown, sizeOf } from './text.ts';

/** 28 KB at two bytes a unit, less what the message around the card needs. */
export const cardRoom = 14_000;
const fallbackText = 400;
const headingText = 200;
/** What every block of words keeps, with what carries it, before the longer ones share the rest. */
const least = 280;

export type CardOptions = {
  readonly dialogs: boolean;
  /** `message` unless given. */
  readonly where?: Surface['where'];
};

/** A card as Teams draws it: literal throughout, small enough for every place a card goes to. */
export function drawCard(card: Card, { dialogs, where = 'message' }: CardOptions): AdaptiveCard {
  const frame = frameOf(card.fallback);
  const room = cardRoom - sizeOf(frame);
  const full = drawBlocks(card.blocks, room, { dialogs, where, lean: false });
  const body = full.isWhole ? full : drawBlocks(card.blocks, room, { dialogs, where, lean: true });
  return { ...frame, body: body.elements.length === 0 ? sentence(card.fallback) : body.elements };
}

/** For the notification: what the card says, in one sentence. */
export const summaryOf = (card: Card): string => clip(neverBlank(shown(card.fallback)), fallbackText);

/** Everything of a card but its body. */
export function frameOf(fallback: string): Omit<AdaptiveCard, 'body'> {
  const words = neverBlank(inert(clip(shown(fallback), fallbackText)));
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: words,
    speak: words.replaceAll('&', '＆'),
  };
}

export type Drawn = { readonly elements: readonly Element[]; readonly isWhole: boolean };

/**
 * Blocks in at most `room` units. Buttons are never cut and every text keeps its beginning; what is left after that is
 * for the words, in their order. Where not even the beginnings fit, the rest gives way, but for a last row of buttons.
 */
export function drawBlocks(blocks: readonly CardBlock[], room: number, surface: Surface): Drawn {
  const whole = blocks.map((block) => drawBlock(block, Number.POSITIVE_INFINITY, surface));
  if (sum(whole.map(costOf)) <= room) return { elements: stacked(blocks, whole), isWhole: true };
  const beginnings = blocks.map((block) => drawBlock(block, least, surface));
  const kept = keptOf(blocks, beginnings.map(costOf), room);
  let left = room - sum(kept.map((i) => costOf(beginnings[i] ?? [])));
  if (kept.length < blocks.length) left -= costOf(ellipsis);
  const drawn = kept.map((i) => {
    const [block, beginning] = [blocks[i], beginnings[i] ?? []];
    if (block === undefined) return [];
    const cost = costOf(beginning);
    const fits = drawBlock(block, cost + left, surface);
    left -= costOf(fits) - cost;
    return fits;
  });
  const isCut = kept.length < blocks.length;
  const gap = kept.findIndex((i, n) => i !== n);
  const at = gap === -1 ? kept.length : gap;
  const shownBlocks = kept.flatMap((i) => blocks[i] ?? []);
  return {
    elements: [
      ...stacked(shownBlocks.slice(0, at), drawn.slice(0, at)),
      ...(isCut ? ellipsis : []),
      ...stacked(shownBlocks.slice(at), drawn.slice(at)),
    ],
    isWhole: false,
  };
}

const ellipsis: readonly Element[] = [
  { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '…', isSubtle: true }], spacing: 'Small' },
];
/** A comma or a line above comes with each. */
const costOf = (elements: readonly Element[]): number => elements.reduce((all, one) => all + sizeOf(one) + 20, 0);
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Which blocks are shown at all, by position. */
function keptOf(blocks: readonly CardBlock[], costs: readonly number[], room: number): readonly number[] {
  const all = blocks.map((_, i) => i);
  if (sum(costs) <= room) return all;
  const last = blocks.length - 1;
  const tail = blocks[last]?.type === 'actions' ? (costs[last] ?? 0) : 0;
  let left = room - costOf(ellipsis) - tail;
  const kept: number[] = [];
  for (const i of all.slice(0, tail > 0 ? last : undefined)) {
    left -= costs[i] ?? 0;
    if (left < 0) break;
    kept.push(i);
  }
  return tail > 0 && tail + costOf(ellipsis) <= room ? [...kept, last] : kept;
}

/** One below the other; a divider is a line above what follows it. */
function stacked(blocks: readonly CardBlock[], drawn: readonly (readonly Element[])[]): readonly Element[] {
  const out: Element[] = [];
  let isDivided = false;
  for (const [i, elements] of drawn.entries()) {
    const [first, ...rest] = elements;
    if (blocks[i]?.type === 'divider') isDivided = out.length > 0;
    if (first === undefined) continue;
    out.push(isDivided ? { ...first, separator: true, spacing: 'Medium' } : first, ...rest);
    isDivided = false;
  }
  return out;
}

/** In at most `room` units, buttons apart. */
function drawBlock(block: CardBlock, room: number, surface: Surface): readonly Element[] {
  switch (block.type) {
    case 'heading':
      return headed(block.text, budgetOf(room - 150));
    case 'line':
      return one(lineOf(runsOf(block.spans, {}, budgetOf(room - 80)), 'Small'));
    case 'aside':
      return one(lineOf(runsOf(block.spans, { size: 'Small', isSubtle: true }, budgetOf(room - 80)), 'Small'));
    case 'quote': {
      const line = lineOf(run(block.text, {}, budgetOf(room - 140)), undefined);
      return line === null ? [] : [{ type: 'Container', style: 'emphasis', items: [line], spacing: 'Small' }];
    }
    case 'divider':
      return [];
    case 'picture':
      return chartOf(block.picture);
    case 'actions':
      return drawActions(block.actions, block.overflow, surface);
    default:
      return unreachable(block);
  }
}

const one = (element: Element | null): readonly Element[] => (element === null ? [] : [element]);

/** Signs and line beginnings that Markdown, a mention or a linkifying client would make something of. */
const readsAsMarkup = /[*_`[\]<>{}\\#&~|!$\n]|:\/\/|www\.|^\s*(?:[-+]|\d+[.)])\s/i;

/** A heading is read aloud as one; where its words could be taken for Markdown it only looks like one. */
function headed(words: string, budget: Budget): readonly Element[] {
  const look = { weight: 'Bolder', size: 'Large' } as const;
  const text = budget.take(literal(words), headingText, 0);
  if (text.trim() === '') return [];
  return readsAsMarkup.test(text)
    ? one(lineOf([{ type: 'TextRun', text, ...look }], undefined))
    : [{ type: 'TextBlock', text, ...look, style: 'heading', wrap: true }];
}

const sentence = (text: string): readonly Element[] =>
  one(lineOf(run(neverBlank(shown(text)), {}, budgetOf(cardRoom - 2_000), 3_000), undefined));
