import type { Action, Card, CardBlock, Span } from '../ports/card.ts';

/** Short names for the pieces of a card. */
export const text = (words: string): Span => ({ type: 'text', text: words });
export const bold = (words: string): Span => ({ type: 'text', text: words, bold: true });
export const heading = (words: string): CardBlock => ({ type: 'heading', text: words });
export const line = (...spans: readonly Span[]): CardBlock => ({ type: 'line', spans });
export const aside = (...spans: readonly Span[]): CardBlock => ({ type: 'aside', spans });
export const quote = (words: string): CardBlock => ({ type: 'quote', text: words });
export const divider: CardBlock = { type: 'divider' };

/** `label value`, the label in bold. */
export const labelled = (label: string, value: string): readonly Span[] => [bold(label), text(` ${value}`)];

/** Parts of a line, ` · ` between them. */
export const spaced = (parts: readonly (readonly Span[])[]): readonly Span[] =>
  parts.flatMap((spans, i) => (i === 0 ? spans : [text(' · '), ...spans]));

/** No block at all where there is nothing to press. */
export const buttons = (actions: readonly Action[], overflow: readonly Action[] = []): readonly CardBlock[] =>
  actions.length + overflow.length === 0 ? [] : [{ type: 'actions', actions, overflow }];

export const card = (fallback: string, blocks: readonly CardBlock[]): Card => ({ fallback, blocks });
