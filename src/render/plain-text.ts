import type { Card, CardBlock, Span } from '../ports/card.ts';

const spoken = (spans: readonly Span[]): string =>
  spans.map((span) => (span.type === 'person' ? span.person.name : span.text)).join('');

function linesOf(block: CardBlock): readonly string[] {
  switch (block.type) {
    case 'heading':
    case 'quote':
      return [block.text];
    case 'line':
    case 'aside':
      return [spoken(block.spans)];
    // Its words stand beside it.
    case 'picture':
      return [];
    case 'divider':
      return [''];
    case 'actions':
      return [[...block.actions, ...block.overflow].map(({ label }) => `[${label}]`).join(' ')];
  }
}

/** A card as a terminal shows it: a line each, buttons in brackets. */
export const plainText = ({ blocks }: Card): readonly string[] => blocks.flatMap(linesOf);
