import type { HomeView, KnownBlock, RichTextBlock, RichTextBlockElement } from '@slack/types';
import { unreachable } from '../../src/domain/result.ts';
import type { Card, CardBlock } from '../../src/ports/card.ts';
import type { Picture } from '../../src/ports/picture.ts';
import { charactersOf, drawActions, plain } from './buttons.ts';
import { type Budget, budgetOf, contextOf, literal, richText } from './spans.ts';
import { clip, escaped, neverBlank, shown } from './text.ts';
import { localeOf, slackWords } from './words.ts';

/** Slack's limits per surface. The total counts over all blocks and has no name but `msg_blocks_too_long`. */
const inMessage = 50;
const inView = 100;
const totalText = 13_200;
/** Escaping lengthens: `&` becomes five characters, and a notification of 4,000 is the most Slack recommends. */
const fallbackText = 700;
const altText = 2_000;

export type Drawing = { readonly text: string; readonly blocks: KnownBlock[] };

/**
 * The id of the file that Slack holds of a picture; null: it should be there and is not, which the card then says. A
 * picture that was never to be attached is left out.
 */
export type Attached = ReadonlyMap<Picture, string | null>;
const nothingAttached: Attached = new Map();

/** A card as a message: `text` for notifications and screen readers, `blocks` for the eye. Literal throughout. */
export function drawCard(card: Card, attached: Attached = nothingAttached): Drawing {
  const blocks = drawBlocks(card.blocks, inMessage, totalText, attached);
  const text = escaped(clip(neverBlank(shown(card.fallback)), fallbackText));
  return { text, blocks: blocks.length === 0 ? sentence(card.fallback) : blocks };
}

export function drawHome(card: Card): HomeView {
  const blocks = drawBlocks(card.blocks, inView);
  return { type: 'home', blocks: blocks.length === 0 ? sentence(card.fallback) : blocks };
}

/** At most `most` blocks; lines that follow each other share one block, so that a card stays compact. */
export function drawBlocks(
  cardBlocks: readonly CardBlock[],
  most: number,
  total = totalText,
  attached = nothingAttached,
): KnownBlock[] {
  // Buttons are counted first: words give way to them, never the other way round.
  let left = total - 200;
  const rows = cardBlocks.map((block) => {
    const row = block.type === 'actions' ? drawActions(block.actions, block.overflow) : [];
    const cost = charactersOf(row);
    if (cost > left) return [];
    left -= cost;
    return row;
  });
  const budget = budgetOf(left);
  const out: KnownBlock[] = [];
  for (const [i, block] of cardBlocks.entries()) {
    out.push(...(rows[i] ?? []));
    addBlock(out, block, budget, attached);
  }
  if (out.length <= most) return out;
  return [...out.slice(0, most - 1), { type: 'context', elements: [plain('…', 1)] }];
}

function addBlock(out: KnownBlock[], block: CardBlock, budget: Budget, attached: Attached): void {
  switch (block.type) {
    case 'heading': {
      const text = budget.take(block.text, 150);
      if (text !== '') out.push({ type: 'header', text: plain(text, 150) });
      return;
    }
    case 'line': {
      const elements = richText(block.spans, budget);
      if (elements.length === 0) return;
      const open = lastRichText(out);
      const last = open?.elements.at(-1);
      if (last?.type === 'rich_text_section') last.elements.push({ type: 'text', text: '\n' }, ...elements);
      else addRichText(out, { type: 'rich_text_section', elements });
      return;
    }
    case 'quote': {
      const elements = literal(budget.take(block.text, totalText), false);
      if (elements.length > 0) addRichText(out, { type: 'rich_text_quote', elements });
      return;
    }
    case 'aside': {
      const context = contextOf(block.spans, budget);
      if (context !== null) out.push(context);
      return;
    }
    case 'divider':
      out.push({ type: 'divider' });
      return;
    case 'picture': {
      const id = attached.get(block.picture);
      if (id === null) addBlock(out, sorryFor(block.picture), budget, attached);
      if (typeof id !== 'string') return;
      const alt_text = neverBlank(shown(budget.take(block.alt, altText)));
      out.push({ type: 'image', slack_file: { id }, alt_text });
      return;
    }
    case 'actions':
      return;
    default:
      unreachable(block);
  }
}

const sorryFor = ({ title }: Picture): CardBlock => ({
  type: 'aside',
  spans: [{ type: 'text', text: slackWords[localeOf(title)].pictureMissing }],
});

function addRichText(out: KnownBlock[], element: RichTextBlockElement): void {
  const open = lastRichText(out);
  if (open === null) out.push({ type: 'rich_text', elements: [element] });
  else open.elements.push(element);
}

function lastRichText(out: readonly KnownBlock[]): RichTextBlock | null {
  const last = out.at(-1);
  return last?.type === 'rich_text' ? last : null;
}

const sentence = (text: string): KnownBlock[] => [
  {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: literal(clip(neverBlank(text), 3_000), false) }],
  },
];
